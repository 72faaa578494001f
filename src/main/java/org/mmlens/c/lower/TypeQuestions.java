package org.mmlens.c.lower;

import java.util.Optional;
import org.eclipse.cdt.core.dom.ast.IASTExpression;
import org.eclipse.cdt.core.dom.ast.IASTIdExpression;
import org.eclipse.cdt.core.dom.ast.IASTNode;
import org.eclipse.cdt.core.dom.ast.IASTTypeIdExpression;
import org.mmlens.c.parse.GenericSelection;
import org.mmlens.c.type.CType;
import org.mmlens.c.type.Conversions;
import org.mmlens.c.type.Layouts;
import org.mmlens.ir.Expr;
import org.mmlens.ir.Global;

/// What depends on the type of an operand alone: `sizeof`, `_Alignof`, `_Generic` (C11 §6.5.3.4,
/// §6.5.1.1).
final class TypeQuestions {
  private final Lowering at;

  TypeQuestions(Lowering at) {
    this.at = at;
  }

  /// GNU C: the alignment of a type or an object, which may have one of its own.
  int alignment(IASTExpression operand) {
    Optional<CType> named = at.expressions().typeName(operand);
    if (named.isPresent()) {
      return Layouts.align(named.get());
    }
    Value v = at.unevaluated().expressions().lower(operand);
    boolean object = Expressions.strip(operand) instanceof IASTIdExpression;
    if (object && v instanceof Value.Place(_, Value.Where.InMemory(var address))) {
      return switch (address) {
        case Expr.SlotAddress(var slot) -> slot.align();
        case Expr.GlobalAddress(var symbol, _) ->
            at.unit().global(symbol).map(Global::align).orElse(Layouts.align(v.type()));
        default -> Layouts.align(v.type());
      };
    }
    return Layouts.align(v.type());
  }

  Value sizeOf(IASTExpression operand) {
    CType type = at.expressions().typeName(operand).orElseGet(() -> at.typeOf(operand));
    return sizeOf(type, operand);
  }

  private Value sizeOf(CType type, IASTNode node) {
    return Expressions.constant(
        CType.ULONG,
        Layouts.size(type)
            .orElseThrow(
                () ->
                    at.refuse("incomplete-type", node, "size of incomplete type '" + type + "'")));
  }

  Value ofTypeName(IASTTypeIdExpression e) {
    Optional<CType> viaName = variableTaken(e);
    CType type = viaName.orElseGet(() -> at.types().of(e.getTypeId()));
    return switch (e.getOperator()) {
      case IASTTypeIdExpression.op_sizeof -> sizeOf(type, e);
      case IASTTypeIdExpression.op_alignof ->
          Expressions.constant(CType.ULONG, Layouts.align(type));
      default -> throw new Unlowerable("operator in '" + at.unit().parsed().text(e) + "'");
    };
  }

  /// `sizeof(x)` reads as a type name; where `x` is an object, its type is meant.
  private Optional<CType> variableTaken(IASTTypeIdExpression e) {
    return new Readings(at)
        .plainName(e.getTypeId())
        .flatMap(n -> at.unit().visible(at.names(), n, e))
        .flatMap(
            s ->
                switch (s) {
                  case Symbol.Local(var place) -> Optional.of(place.type());
                  case Symbol.Static(_, var type) -> Optional.of(type);
                  case Symbol.Enumerator(var type, _) -> Optional.of(type);
                  case Symbol.Function f -> Optional.of((CType) f.type());
                  case Symbol.Typedef _, Symbol.Broken _ -> Optional.<CType>empty();
                });
  }

  /// The association whose type is that of the controlling expression as a value (C11 §6.5.1.1).
  Value generic(GenericSelection e) {
    CType control = rvalueType(e.control());
    Optional<IASTExpression> chosen = Optional.empty();
    for (GenericSelection.Association a : e.associations()) {
      if (a.type().isPresent()) {
        CType type = at.types().of(a.type().get());
        if (Conversions.compatible(type, control) && type.plain().equals(type)) {
          chosen = Optional.of(a.value());
        }
      } else if (chosen.isEmpty()) {
        chosen = Optional.of(a.value());
      }
    }
    return at.expressions()
        .lower(
            chosen.orElseThrow(
                () -> at.refuse("generic", e, "no association for type '" + control + "'")));
  }

  /// {@return the type of an expression that is not evaluated, as a value: unqualified, decayed}
  private CType rvalueType(IASTExpression e) {
    Lowering aside = at.unevaluated();
    return aside.expressions().rvalue(aside.expressions().lower(e)).type().plain();
  }
}
