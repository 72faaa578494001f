/// What is run and watched: the entry point, the scenario space, the observables.
///
/// A [org.mmlens.lens.Scenario] is data that prints as one line of text and can be replayed.
/// Running it on one side of a review gives an [org.mmlens.lens.Outcome], which holds everything
/// that is compared, already in symbolic names: the same VMA is `stack` on both sides whatever its
/// address, and a page frame is named by what was put into it. The package knows no report and no
/// verdict.
@NullMarked
package org.mmlens.lens;

import org.jspecify.annotations.NullMarked;
