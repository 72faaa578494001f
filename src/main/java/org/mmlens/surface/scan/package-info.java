/// One C file, read by itself: what it declares, defines, exports and includes, and where it names
/// what.
///
/// [org.mmlens.surface.scan.FileScanner] goes over the tokens of one file without opening a header
/// and without expanding a macro (the idea of ctags; C11 §6.9 gives the grammar of external
/// declarations). All branches of a conditional are read, each entity knowing the condition it
/// stands under. It does not decide what a name refers to: that needs other files and is done in
/// `surface`.
@NullMarked
package org.mmlens.surface.scan;

import org.jspecify.annotations.NullMarked;
