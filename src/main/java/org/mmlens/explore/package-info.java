/// Which scenarios are run, on both sides, and what of it counts: enumeration, fault plans,
/// coverage, shrinking, replay files.
///
/// The entry is [org.mmlens.explore.Exploration]; it gives [org.mmlens.explore.Evidence] and the
/// [differences][org.mmlens.explore.Difference] found, each shrunk and replayed.
@NullMarked
package org.mmlens.explore;

import org.jspecify.annotations.NullMarked;
