/// The pipeline from a series to its review: verdicts, findings, claims.
///
/// [org.mmlens.review.Review] is the whole result and all a report needs; no report looks anything
/// up.
@NullMarked
package org.mmlens.review;

import org.jspecify.annotations.NullMarked;
