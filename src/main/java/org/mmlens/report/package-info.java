/// One class for each format a review can be printed in.
///
/// The entry is [org.mmlens.report.Report]; [org.mmlens.report.Formats] lists what there is. A
/// report is a pure function of an [org.mmlens.review.Review]: no clock, no file, no terminal,
/// nothing looked up, so the same review gives the same bytes. Whatever comes from mail or C is
/// hostile text and goes through [org.mmlens.report.Printable] or the format's own escaping. The
/// forms follow what kernel people read already: the drawings in comments of `mm/vma.c`,
/// `/proc/PID/maps` (proc(5)), unified diffs.
@NullMarked
package org.mmlens.report;

import org.jspecify.annotations.NullMarked;
