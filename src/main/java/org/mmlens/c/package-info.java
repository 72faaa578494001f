/// The GNU C front end: a tree's C becomes an [org.mmlens.ir.Program].
///
/// [org.mmlens.c.CProgram] is the entry: it parses units with Eclipse CDT ([org.mmlens.c.parse]),
/// gives declarations types and layout by the System V ABI for x86-64 ([org.mmlens.c.type]) and
/// lowers function bodies when they are asked for ([org.mmlens.c.lower]). CDT supplies
/// preprocessing and syntax only; what names mean is decided here. Sources: ISO/IEC 9899:2011
/// (C11), the GNU C extensions manual.
@NullMarked
package org.mmlens.c;

import org.jspecify.annotations.NullMarked;
