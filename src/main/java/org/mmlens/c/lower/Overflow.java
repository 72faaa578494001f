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
/// Sums are formed in 128 bits as two words; the upper one tells overflow.
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

  /// Two words of a number.
  private record Wide(Expr low, Expr high) {}

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
    Wide exact;
    Wide back;
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

  private Wide exact(String op, Value.Number a, Value.Number b) {
    return switch (op) {
      case "add" -> sum(wide(a), wide(b));
      case "sub" -> difference(wide(a), wide(b));
      default -> product(a, b);
    };
  }

  private static Value.Number low(Wide exact) {
    return new Value.Number(CType.ULONG, exact.low());
  }

  private Value.Number once(Value.Number n) {
    return new Value.Number(n.type(), graph.once(n.expr(), line));
  }

  private Wide wide(Value.Number n) {
    Expr low = Fold.convert(Scalar.U64, n.expr());
    return new Wide(low, n.type().scalar().signed() ? sign(low) : Fold.constant(0, Scalar.U64));
  }

  private static Expr sign(Expr low) {
    return Fold.convert(
        Scalar.U64,
        Fold.binary(
            BinaryOp.SHR,
            Scalar.I64,
            Fold.convert(Scalar.I64, low),
            Fold.constant(63, Scalar.I32)));
  }

  private Wide sum(Wide a, Wide b) {
    Expr low = graph.once(Fold.binary(BinaryOp.ADD, Scalar.U64, a.low(), b.low()), line);
    Expr carry = Fold.convert(Scalar.U64, Fold.compare(CompareOp.LT, Scalar.U64, low, a.low()));
    Expr high = Fold.binary(BinaryOp.ADD, Scalar.U64, a.high(), b.high());
    return new Wide(low, graph.once(Fold.binary(BinaryOp.ADD, Scalar.U64, high, carry), line));
  }

  private Wide difference(Wide a, Wide b) {
    Expr low = graph.once(Fold.binary(BinaryOp.SUB, Scalar.U64, a.low(), b.low()), line);
    Expr borrow =
        Fold.convert(Scalar.U64, Fold.compare(CompareOp.LT, Scalar.U64, a.low(), b.low()));
    Expr high = Fold.binary(BinaryOp.SUB, Scalar.U64, a.high(), b.high());
    return new Wide(low, graph.once(Fold.binary(BinaryOp.SUB, Scalar.U64, high, borrow), line));
  }

  /// The product from four products of halves, then corrected for the signs.
  private Wide product(Value.Number a, Value.Number b) {
    Wide x = wide(a);
    Wide y = wide(b);
    Expr x0 = half(x.low());
    Expr x1 = upper(x.low());
    Expr y0 = half(y.low());
    Expr y1 = upper(y.low());
    Expr low = graph.once(times(x.low(), y.low()), line);
    Expr t = graph.once(plus(times(x1, y0), upper(times(x0, y0))), line);
    Expr u = graph.once(plus(times(x0, y1), half(t)), line);
    Expr high = plus(plus(times(x1, y1), upper(t)), upper(u));
    Expr corrected = plus(high, plus(times(x.high(), y.low()), times(x.low(), y.high())));
    return new Wide(low, graph.once(corrected, line));
  }

  private static Expr half(Expr e) {
    return Fold.binary(BinaryOp.AND, Scalar.U64, e, Fold.constant(0xffff_ffffL, Scalar.U64));
  }

  private static Expr upper(Expr e) {
    return Fold.binary(BinaryOp.SHR, Scalar.U64, e, Fold.constant(32, Scalar.U64));
  }

  private static Expr times(Expr l, Expr r) {
    return Fold.binary(BinaryOp.MUL, Scalar.U64, l, r);
  }

  private static Expr plus(Expr l, Expr r) {
    return Fold.binary(BinaryOp.ADD, Scalar.U64, l, r);
  }
}
