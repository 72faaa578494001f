package org.mmlens.c.lower;

import org.eclipse.cdt.core.dom.ast.IASTNode;
import org.mmlens.c.type.CType;
import org.mmlens.c.type.Conversions;
import org.mmlens.c.type.Layouts;
import org.mmlens.ir.Expr;
import org.mmlens.ir.Expr.BinaryOp;
import org.mmlens.ir.Expr.CompareOp;
import org.mmlens.ir.Expr.UnaryOp;
import org.mmlens.ir.Scalar;

/// Conversions and operators on numbers and pointers (C11 §6.3, §6.5).
final class Arithmetic {
  private final Lowering at;

  Arithmetic(Lowering at) {
    this.at = at;
  }

  /// {@return the value converted to a scalar type (C11 §6.3.1–6.3.2)}
  Value.Number convert(Value.Number from, CType to) {
    requireNumber(from.type());
    requireNumber(to);
    CType plain = to.plain();
    if (plain.equals(CType.BOOL)) {
      Expr truth = from.type().plain().equals(CType.BOOL) ? from.expr() : Fold.truth(from.expr());
      return new Value.Number(plain, Fold.convert(Scalar.U8, truth));
    }
    if (plain instanceof CType.Narrow(var bits, _)) {
      return new Value.Number(plain, Fold.wrap(bits, plain.scalar(), from.expr()));
    }
    return new Value.Number(plain, Fold.convert(plain.scalar(), from.expr()));
  }

  private static void requireNumber(CType type) {
    if (type.plain() instanceof CType.Opaque(var name, _)) {
      throw new Unlowerable("arithmetic of type '" + name + "'");
    }
    if (!type.isInteger() && !type.isPointer()) {
      throw new Unlowerable("scalar expected, found '" + type + "'");
    }
  }

  Value.Number promote(Value.Number n) {
    requireNumber(n.type());
    return convert(n, Conversions.promote(n.type()));
  }

  Value.Number unary(UnaryOp op, Value.Number operand) {
    Value.Number n = promote(operand);
    return wrapped(n.type(), Fold.unary(op, n.type().scalar(), n.expr()));
  }

  Value.Number not(Value.Number n) {
    requireNumber(n.type());
    return new Value.Number(CType.INT, Fold.not(n.expr()));
  }

  /// {@return the result cut to the bits of its type}
  private Value.Number wrapped(CType type, Expr e) {
    return type.plain() instanceof CType.Narrow(var bits, _)
        ? new Value.Number(type, Fold.wrap(bits, type.scalar(), e))
        : new Value.Number(type, e);
  }

  Value.Number binary(BinaryOp op, Value.Number l, Value.Number r, IASTNode node) {
    requireNumber(l.type());
    requireNumber(r.type());
    if (op == BinaryOp.SHL || op == BinaryOp.SHR) {
      return shift(op, l, r);
    }
    boolean additive = op == BinaryOp.ADD || op == BinaryOp.SUB;
    if (additive && l.type().isPointer() && r.type().isPointer() && op == BinaryOp.SUB) {
      return difference(l, r);
    }
    if (additive && l.type().isPointer() && r.type().isInteger()) {
      return offset(op, l, r);
    }
    if (op == BinaryOp.ADD && r.type().isPointer() && l.type().isInteger()) {
      return offset(op, r, l);
    }
    if (l.type().isPointer() || r.type().isPointer()) {
      throw at.refuse(
          "operands",
          node,
          "operands '%s' and '%s' do not fit the operator".formatted(l.type(), r.type()));
    }
    CType common = Conversions.usual(l.type(), r.type());
    Expr result =
        Fold.binary(op, common.scalar(), convert(l, common).expr(), convert(r, common).expr());
    return wrapped(common, result);
  }

  private Value.Number shift(BinaryOp op, Value.Number l, Value.Number r) {
    Value.Number left = promote(l);
    Value.Number count = promote(r);
    return wrapped(left.type(), Fold.binary(op, left.type().scalar(), left.expr(), count.expr()));
  }

  /// {@return the pointer moved by a number of elements}
  Value.Number offset(BinaryOp op, Value.Number pointer, Value.Number count) {
    CType target = ((CType.Pointer) pointer.type().plain()).target();
    long each = size(target);
    Expr wide = Fold.convert(Scalar.U64, Fold.convert(wider(count.type()), count.expr()));
    Expr scaled = Fold.binary(BinaryOp.MUL, Scalar.U64, wide, Fold.constant(each, Scalar.U64));
    return new Value.Number(
        pointer.type().plain(), Fold.binary(op, Scalar.U64, pointer.expr(), scaled));
  }

  private static Scalar wider(CType type) {
    return type.scalar().signed() ? Scalar.I64 : Scalar.U64;
  }

  private Value.Number difference(Value.Number l, Value.Number r) {
    long each = size(((CType.Pointer) l.type().plain()).target());
    Expr bytes =
        Fold.convert(Scalar.I64, Fold.binary(BinaryOp.SUB, Scalar.U64, l.expr(), r.expr()));
    Expr count =
        each == 1
            ? bytes
            : Fold.binary(
                BinaryOp.DIV, Scalar.I64, bytes, Fold.constant(Math.max(1, each), Scalar.I64));
    return new Value.Number(CType.LONG, count);
  }

  long size(CType type) {
    return Layouts.size(type)
        .orElseThrow(() -> new Unlowerable("size of incomplete type '" + type + "'"));
  }

  Value.Number compare(CompareOp op, Value.Number l, Value.Number r) {
    requireNumber(l.type());
    requireNumber(r.type());
    if (l.type().isPointer() || r.type().isPointer()) {
      return new Value.Number(CType.INT, Fold.compare(op, Scalar.U64, address(l), address(r)));
    }
    CType common = Conversions.usual(l.type(), r.type());
    return new Value.Number(
        CType.INT,
        Fold.compare(op, common.scalar(), convert(l, common).expr(), convert(r, common).expr()));
  }

  private static Expr address(Value.Number n) {
    return Fold.convert(Scalar.U64, Fold.convert(wider(n.type()), n.expr()));
  }

  /// {@return whether it is a null pointer constant (C11 §6.3.2.3p3)}
  static boolean isNull(Value v) {
    return v instanceof Value.Number(var type, var expr)
        && Fold.isZero(expr)
        && (type.isInteger()
            || (type.plain() instanceof CType.Pointer(var target) && target.equals(CType.VOID)));
  }
}
