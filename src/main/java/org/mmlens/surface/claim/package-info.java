/// What commit messages and cover letters claim about the surface, and whether it is so.
///
/// [org.mmlens.surface.claim.ClaimReader] knows a small set of sentences and is silent about all
/// others; [org.mmlens.surface.claim.ClaimJudge] compares them with two surfaces. Claims about
/// behaviour are read here and judged where behaviour is known, in `review`.
@NullMarked
package org.mmlens.surface.claim;

import org.jspecify.annotations.NullMarked;
