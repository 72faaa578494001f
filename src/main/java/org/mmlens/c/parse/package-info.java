/// Eclipse CDT as a preprocessor and syntax reader for kernel C.
///
/// [org.mmlens.c.parse.CParser] turns files held in memory into a [org.mmlens.c.parse.ParsedUnit].
/// The CDT parser is extended by `_Generic`, `_Static_assert` and the builtins that take type
/// names.
@NullMarked
package org.mmlens.c.parse;

import org.jspecify.annotations.NullMarked;
