package org.mmlens.c.lower;

import java.util.Optional;
import org.eclipse.cdt.core.dom.ast.IASTArrayDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTBinaryExpression;
import org.eclipse.cdt.core.dom.ast.IASTCastExpression;
import org.eclipse.cdt.core.dom.ast.IASTDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTExpression;
import org.eclipse.cdt.core.dom.ast.IASTFunctionCallExpression;
import org.eclipse.cdt.core.dom.ast.IASTFunctionDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTNamedTypeSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTTypeId;
import org.eclipse.cdt.core.dom.ast.IASTUnaryExpression;
import org.mmlens.c.type.CType;

/// Where C needs to know whether a name is a type, CDT guesses; this sets the guess right.
final class Readings {
  private final Lowering at;

  Readings(Lowering at) {
    this.at = at;
  }

  /// {@return the name, if the type name is nothing but one identifier}
  Optional<String> plainName(IASTTypeId id) {
    IASTDeclarator d = id.getAbstractDeclarator();
    boolean bare =
        d == null
            || (d.getPointerOperators().length == 0
                && d.getNestedDeclarator() == null
                && !(d instanceof IASTArrayDeclarator)
                && !(d instanceof IASTFunctionDeclarator));
    return bare
            && id.getDeclSpecifier() instanceof IASTNamedTypeSpecifier named
            && !named.isConst()
            && !named.isVolatile()
        ? Optional.of(named.getName().toString())
        : Optional.empty();
  }

  /// `(f)(x)` and `(a) - b` where `f` and `a` are no types, read as casts.
  Optional<Value> castThatDoesNot(IASTCastExpression e) {
    Optional<String> name = plainName(e.getTypeId());
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Optional<Symbol> symbol = at.unit().visible(at.names(), name.get(), e);
    if (symbol.isPresent() && !(symbol.get() instanceof Symbol.Typedef)) {
      throw new Unlowerable("'(" + name.get() + ")' read as a cast");
    }
    return Optional.empty();
  }

  /// `(T)(x)` where `T` is a type, read as a call.
  Optional<Value> callThatCasts(IASTFunctionCallExpression e) {
    if (e.getFunctionNameExpression() instanceof IASTUnaryExpression u
        && u.getOperator() == IASTUnaryExpression.op_bracketedPrimary) {
      Optional<CType> type = at.expressions().typeName(u);
      if (type.isPresent() && e.getArguments().length == 1) {
        IASTExpression operand = Calls.arguments(e).getFirst();
        return Optional.of(at.expressions().cast(type.get(), at.expressions().lower(operand), e));
      }
    }
    return Optional.empty();
  }

  /// `(T) - x`, `(T) & x`, `(T) * x` where `T` is a type, read as arithmetic.
  Optional<Value> binaryThatCasts(IASTBinaryExpression e) {
    if (e.getOperand1() instanceof IASTUnaryExpression u
        && u.getOperator() == IASTUnaryExpression.op_bracketedPrimary
        && at.expressions().typeName(u).isPresent()) {
      throw new Unlowerable("cast read as arithmetic: " + at.unit().parsed().text(e));
    }
    return Optional.empty();
  }
}
