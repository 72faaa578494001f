package org.mmlens.c.lower;

import org.mmlens.ir.Expr;
import org.mmlens.ir.Expr.BinaryOp;
import org.mmlens.ir.Expr.CompareOp;
import org.mmlens.ir.Expr.Const;
import org.mmlens.ir.Expr.UnaryOp;
import org.mmlens.ir.Scalar;

/// Builds expressions, computing what is constant.
///
/// It folds only what C calls an integer or address constant (C11 §6.6): a product with 0 of
/// something that is not constant stays, for `__is_constexpr()` tells them apart.
final class Fold {

  private Fold() {}

  static Expr constant(long value, Scalar type) {
    return new Const(value, type);
  }

  static boolean isZero(Expr e) {
    return e instanceof Const(var v, _) && v == 0;
  }

  static Expr convert(Scalar to, Expr e) {
    if (e.type() == to) {
      return e;
    }
    if (e instanceof Const(var v, _)) {
      return new Const(v, to);
    }
    if (e instanceof Expr.Convert(var mid, var inner)
        && mid.bytes() >= to.bytes()
        && inner.type().bytes() >= to.bytes()) {
      return convert(to, inner);
    }
    return new Expr.Convert(to, e);
  }

  static Expr unary(UnaryOp op, Scalar type, Expr e) {
    if (e instanceof Const(var v, _)) {
      return new Const(op == UnaryOp.NEGATE ? -v : ~v, type);
    }
    return new Expr.Unary(op, type, e);
  }

  static Expr add(Expr address, long bytes) {
    return binary(BinaryOp.ADD, Scalar.U64, address, new Const(bytes, Scalar.U64));
  }

  static Expr binary(BinaryOp op, Scalar type, Expr l, Expr r) {
    if (l instanceof Const(var a, _) && r instanceof Const(var b, var bt) && defined(op, b)) {
      return new Const(compute(op, type, a, b, bt), type);
    }
    if (r instanceof Const(var b, _) && (op == BinaryOp.ADD || op == BinaryOp.SUB)) {
      return plus(type, l, op == BinaryOp.ADD ? b : -b);
    }
    if (op == BinaryOp.ADD && l instanceof Const(var a, _)) {
      return plus(type, r, a);
    }
    if (op == BinaryOp.SUB
        && bare(l) instanceof Expr.GlobalAddress(var s, var a)
        && bare(r) instanceof Expr.GlobalAddress(var t, var b)
        && s.equals(t)) {
      return new Const(a - b, type);
    }
    if (op == BinaryOp.MUL && r instanceof Const(var b, _) && b == 1) {
      return l;
    }
    return new Expr.Binary(op, type, l, r);
  }

  /// An address without conversions that keep all 64 bits.
  static Expr bare(Expr e) {
    return e instanceof Expr.Convert(var type, var inner)
            && type.bytes() == 8
            && inner.type().bytes() == 8
        ? bare(inner)
        : e;
  }

  private static Expr plus(Scalar type, Expr e, long addend) {
    if (addend == 0 && e.type() == type) {
      return e;
    }
    if (bare(e) instanceof Expr.GlobalAddress(var s, var a) && type.bytes() == 8) {
      return convert(type, new Expr.GlobalAddress(s, a + addend));
    }
    if (e instanceof Expr.Binary(var op, var t, var l, Const(var c, _))
        && op == BinaryOp.ADD
        && t == type) {
      return plus(type, l, type.normalize(c + addend));
    }
    return new Expr.Binary(BinaryOp.ADD, type, e, new Const(addend, type));
  }

  private static boolean defined(BinaryOp op, long divisor) {
    return (op != BinaryOp.DIV && op != BinaryOp.REM) || divisor != 0;
  }

  private static long compute(BinaryOp op, Scalar type, long a, long b, Scalar countType) {
    long mask = type.bits() == 64 ? 63 : 31;
    return switch (op) {
      case ADD -> a + b;
      case SUB -> a - b;
      case MUL -> a * b;
      case DIV -> type.signed() ? a / b : Long.divideUnsigned(a, b);
      case REM -> type.signed() ? a % b : Long.remainderUnsigned(a, b);
      case AND -> a & b;
      case OR -> a | b;
      case XOR -> a ^ b;
      case SHL -> a << (countType.normalize(b) & mask);
      case SHR ->
          type.signed()
              ? a >> (countType.normalize(b) & mask)
              : a >>> (countType.normalize(b) & mask);
    };
  }

  static Expr compare(CompareOp op, Scalar operands, Expr l, Expr r) {
    if (l instanceof Const(var a, _) && r instanceof Const(var b, _)) {
      return new Const(holds(op, operands, a, b) ? 1 : 0, Scalar.I32);
    }
    boolean equality = op == CompareOp.EQ || op == CompareOp.NE;
    if (equality && isZero(r) && bare(l) instanceof Expr.GlobalAddress) {
      return new Const(op == CompareOp.NE ? 1 : 0, Scalar.I32);
    }
    if (equality && isZero(r) && isTruth(l)) {
      return op == CompareOp.NE ? convert(Scalar.I32, l) : not(l);
    }
    return new Expr.Compare(op, operands, l, r);
  }

  static Expr select(Scalar type, Expr condition, Expr then, Expr otherwise) {
    return condition instanceof Const(var v, _)
        ? v != 0 ? then : otherwise
        : new Expr.Select(type, condition, then, otherwise);
  }

  private static boolean holds(CompareOp op, Scalar type, long a, long b) {
    int order = type.signed() ? Long.compare(a, b) : Long.compareUnsigned(a, b);
    return switch (op) {
      case EQ -> order == 0;
      case NE -> order != 0;
      case LT -> order < 0;
      case LE -> order <= 0;
      case GT -> order > 0;
      case GE -> order >= 0;
    };
  }

  /// {@return whether it is 0 or 1 by construction}
  static boolean isTruth(Expr e) {
    return switch (e) {
      case Expr.Compare _, Expr.AndAlso _, Expr.OrElse _ -> true;
      case Expr.Convert(_, var inner) -> isTruth(inner);
      default -> false;
    };
  }

  /// {@return 1 if it is not 0, else 0, as `int`}
  static Expr truth(Expr e) {
    if (isTruth(e)) {
      return convert(Scalar.I32, e);
    }
    return compare(CompareOp.NE, e.type(), e, new Const(0, e.type()));
  }

  /// {@return 1 if it is 0, else 0, as `int`}
  static Expr not(Expr e) {
    return switch (e) {
      case Expr.Convert(_, var inner) when isTruth(inner) -> not(inner);
      case Expr.Compare(var op, var type, var l, var r) ->
          new Expr.Compare(opposite(op), type, l, r);
      case Expr.AndAlso _, Expr.OrElse _ ->
          new Expr.Compare(CompareOp.EQ, Scalar.I32, e, new Const(0, Scalar.I32));
      default -> compare(CompareOp.EQ, e.type(), e, new Const(0, e.type()));
    };
  }

  private static CompareOp opposite(CompareOp op) {
    return switch (op) {
      case EQ -> CompareOp.NE;
      case NE -> CompareOp.EQ;
      case LT -> CompareOp.GE;
      case LE -> CompareOp.GT;
      case GT -> CompareOp.LE;
      case GE -> CompareOp.LT;
    };
  }

  /// Cuts to a width and extends again, in 64 bits.
  static Expr wrap(int bits, Scalar type, Expr e) {
    if (type.signed()) {
      Expr count = new Const(64 - bits, Scalar.I32);
      Expr wide = convert(Scalar.I64, e);
      Expr left = binary(BinaryOp.SHL, Scalar.I64, wide, count);
      return convert(type, binary(BinaryOp.SHR, Scalar.I64, left, count));
    }
    return binary(BinaryOp.AND, type, convert(type, e), new Const((1L << bits) - 1, type));
  }

  /// {@return whether evaluating it reads memory}
  static boolean loads(Expr e) {
    return switch (e) {
      case Expr.Load _ -> true;
      case Const _, Expr.Reg _, Expr.SlotAddress _, Expr.GlobalAddress _, Expr.FunctionAddress _ ->
          false;
      case Expr.Binary(_, _, var l, var r) -> loads(l) || loads(r);
      case Expr.Unary(_, _, var o) -> loads(o);
      case Expr.Convert(_, var o) -> loads(o);
      case Expr.Compare(_, _, var l, var r) -> loads(l) || loads(r);
      case Expr.AndAlso(var l, var r) -> loads(l) || loads(r);
      case Expr.OrElse(var l, var r) -> loads(l) || loads(r);
      case Expr.Select(_, var c, var t, var o) -> loads(c) || loads(t) || loads(o);
    };
  }
}
