/// What is wrong with the input, and where: positions and diagnostics.
///
/// [org.mmlens.diag.Diagnostic] is data, not control flow: readers collect diagnostics and go on.
/// What mmlens has to say about a patch is a finding and lives in `review`, not here.
@NullMarked
package org.mmlens.diag;

import org.jspecify.annotations.NullMarked;
