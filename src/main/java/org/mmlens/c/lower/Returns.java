package org.mmlens.c.lower;

import java.util.Optional;
import org.eclipse.cdt.core.dom.ast.IASTExpression;
import org.mmlens.c.type.CType;
import org.mmlens.c.type.Layouts;
import org.mmlens.c.type.Record;
import org.mmlens.ir.Expr;
import org.mmlens.ir.Scalar;

/// What `return` hands to the caller (C11 §6.8.6.4).
final class Returns {
  private final Lowering at;

  Returns(Lowering at) {
    this.at = at;
  }

  /// {@return the scalar that is returned; an aggregate is copied to where the caller wants it}
  Optional<Expr> value(Value v, CType type, IASTExpression e, int line) {
    if (Int128.is(type) || type.plain() instanceof CType.Opaque) {
      throw new Unlowerable("function that returns '" + type + "'");
    }
    if (type.isInteger() || type.isPointer()) {
      Value.Number n =
          at.expressions()
              .number(v instanceof Value.Wide ? at.expressions().cast(type, v, e) : v, e);
      new Checks(at).assignable(type, n, e);
      return Optional.of(at.arithmetic().convert(n, type).expr());
    }
    if (!(type.plain() instanceof Record r)
        || !(v instanceof Value.Place p)
        || !p.type().plain().equals(r)) {
      throw at.refuse("types", e, "'%s' expected, found '%s'".formatted(type, v.type()));
    }
    Optional<Scalar> only = Layouts.onlyScalar(r);
    if (only.isPresent()) {
      return Optional.of(at.expressions().scalarOf(p, only.get()));
    }
    if (at.names().symbol(Functions.RETURNED_AGGREGATE).orElse(null)
        instanceof Symbol.Local(var place)) {
      at.assignments().copy(place, p, r, line);
    }
    return Optional.empty();
  }
}
