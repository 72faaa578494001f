package org.mmlens.c.lower;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.cdt.core.dom.ast.IASTExpression;
import org.mmlens.c.type.CType;
import org.mmlens.ir.Expr;
import org.mmlens.ir.Expr.BinaryOp;
import org.mmlens.ir.Expr.CompareOp;
import org.mmlens.ir.Scalar;

/// `__builtin_add_overflow()` and its kin: arithmetic without limits, then a check that the result
/// fits.
///
/// Results are formed in 128 bits; the upper word tells overflow.
final class Overflow {
  private static final Pattern NAME =
      Pattern.compile(
          "(?:(?<sign>[su])(?=(?:add|sub|mul)))?(?<op>add|sub|mul)(?<long>l{0,2})_overflow"
              + "(?<predicate>_p)?");

  private final Lowering at;
  private final Graph graph;
  private int line;

  Overflow(Lowering at) {
    this.at = at;
    this.graph = at.graph();
  }

  /// {@return whether it is one of them, e.g. `add_overflow`, `umull_overflow`, `sub_overflow_p`}
  static boolean takes(String builtin) {
    return NAME.matcher(builtin).matches();
  }

  /// @param builtin its name, without the prefix
  Value checked(String builtin, List<IASTExpression> args, int atLine) {
    line = atLine;
    Matcher name = NAME.matcher(builtin);
    if (!name.matches()) {
      throw new IllegalArgumentException(builtin);
    }
    Value.Number a = operand(name, args.get(0));
    Value.Number b = operand(name, args.get(1));
    Int128.Words exact;
    Int128.Words back;
    if (name.group("predicate") != null) {
      CType type = at.typeOf(args.get(2));
      exact = exact(name.group("op"), a, b);
      back = wide(once(at.arithmetic().convert(low(exact), type)));
    } else {
      Value.Number pointer = once(at.expressions().number(args.get(2)));
      Value target = at.expressions().dereference(pointer, args.get(2));
      if (!(target instanceof Value.Place place) || !place.type().isInteger()) {
        throw new Unlowerable("__builtin_" + builtin + " into '" + target.type() + "'");
      }
      exact = exact(name.group("op"), a, b);
      Value.Number stored = at.arithmetic().convert(low(exact), place.type());
      back = wide(at.assignments().write(place, stored.expr(), Assignments.Use.NEEDED, line));
    }
    Expr low = Fold.compare(CompareOp.NE, Scalar.U64, back.low(), exact.low());
    Expr high = Fold.compare(CompareOp.NE, Scalar.U64, back.high(), exact.high());
    Expr either = Fold.binary(BinaryOp.OR, Scalar.I32, low, high);
    return new Value.Number(CType.BOOL, graph.into(Fold.convert(Scalar.U8, either), line));
  }

  /// The operands of e.g. `__builtin_sadd_overflow` are of the type in its name.
  private Value.Number operand(Matcher name, IASTExpression node) {
    Value.Number n = at.expressions().number(node);
    String sign = name.group("sign");
    if (sign != null) {
      boolean isLong = !name.group("long").isEmpty();
      CType signed = isLong ? CType.LONG : CType.INT;
      CType unsigned = isLong ? CType.ULONG : CType.UINT;
      n = at.arithmetic().convert(n, sign.equals("s") ? signed : unsigned);
    }
    return once(n);
  }

  private Int128.Words exact(String op, Value.Number a, Value.Number b) {
    Int128 wide = new Int128(graph, line);
    return switch (op) {
      case "add" -> wide.sum(wide(a), wide(b));
      case "sub" -> wide.difference(wide(a), wide(b));
      default -> wide.product(wide(a), wide(b));
    };
  }

  private static Value.Number low(Int128.Words exact) {
    return new Value.Number(CType.ULONG, exact.low());
  }

  private Value.Number once(Value.Number n) {
    return new Value.Number(n.type(), graph.once(n.expr(), line));
  }

  private Int128.Words wide(Value.Number n) {
    return new Int128(graph, line).extended(n);
  }
}
