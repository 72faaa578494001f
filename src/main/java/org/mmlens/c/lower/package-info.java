/// From C syntax to the graph of `ir`: scopes, declarations, expressions, statements.
///
/// Constants, types of unevaluated operands and code all come out of one expression lowering
/// ([org.mmlens.c.lower.Expressions]); a constant is an expression that folded and emitted nothing.
@NullMarked
package org.mmlens.c.lower;

import org.jspecify.annotations.NullMarked;
