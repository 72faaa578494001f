/// The surface of a kernel tree: which symbols there are, who may see them, who uses them; and what
/// a patch changes about that.
///
/// [org.mmlens.surface.Surface] compares two trees and answers with a
/// [org.mmlens.surface.SurfaceDelta]. Nothing is compiled or run: files are read one by one
/// (package `scan`), includes are followed from file to file, and all branches of conditionals
/// count. What only a compiler or a build could know (macro-generated names, `-I` options of
/// makefiles, types behind typedefs) is not guessed.
@NullMarked
package org.mmlens.surface;

import org.jspecify.annotations.NullMarked;
