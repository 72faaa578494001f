/// Source trees, and patches applied to them in memory.
///
/// A [org.mmlens.tree.SourceTree] is a read-only view of a git commit, a folder or an overlay; a
/// [org.mmlens.tree.PatchSet] is one mail's diff as data, and [org.mmlens.tree.PatchApplier] places
/// it the way `git am` does: an offset only where the context is identical, never fuzz. Nothing on
/// disk changes, nothing outside a tree is read. File texts are bytes; where they are handled as
/// strings, one char is one byte (ISO-8859-1). Sources: `apply.c` of git 2.39 for the rules,
/// gitformat-diff(5).
@NullMarked
package org.mmlens.tree;

import org.jspecify.annotations.NullMarked;
