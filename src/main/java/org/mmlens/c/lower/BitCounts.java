package org.mmlens.c.lower;

import org.eclipse.cdt.core.dom.ast.IASTExpression;
import org.mmlens.c.type.CType;
import org.mmlens.c.type.IntKind;
import org.mmlens.ir.Expr;
import org.mmlens.ir.Expr.BinaryOp;
import org.mmlens.ir.Expr.UnaryOp;
import org.mmlens.ir.Scalar;

/// Counting and swapping bits in plain arithmetic; constants fold.
final class BitCounts {
  private final Lowering at;

  BitCounts(Lowering at) {
    this.at = at;
  }

  private Expr op(BinaryOp op, Expr l, long r) {
    return Fold.binary(op, l.type(), l, Fold.constant(r, l.type()));
  }

  private Expr op(BinaryOp op, Expr l, Expr r) {
    return Fold.binary(op, l.type(), l, r);
  }

  private Expr shared(Expr e, int line) {
    return at.graph().once(e, line);
  }

  private Expr count(Expr operand, int line) {
    Expr x = shared(Fold.convert(Scalar.U64, operand), line);
    Expr pairs =
        shared(
            op(BinaryOp.SUB, x, op(BinaryOp.AND, op(BinaryOp.SHR, x, 1), 0x5555_5555_5555_5555L)),
            line);
    Expr nibbles =
        shared(
            op(
                BinaryOp.ADD,
                op(BinaryOp.AND, pairs, 0x3333_3333_3333_3333L),
                op(BinaryOp.AND, op(BinaryOp.SHR, pairs, 2), 0x3333_3333_3333_3333L)),
            line);
    Expr bytes =
        op(
            BinaryOp.AND,
            op(BinaryOp.ADD, nibbles, op(BinaryOp.SHR, nibbles, 4)),
            0x0f0f_0f0f_0f0f_0f0fL);
    Expr sum = op(BinaryOp.SHR, op(BinaryOp.MUL, bytes, 0x0101_0101_0101_0101L), 56);
    return Fold.convert(Scalar.I32, sum);
  }

  Value population(Value.Number n, int line) {
    return new Value.Number(CType.INT, count(n.expr(), line));
  }

  Value parity(Value.Number n, int line) {
    return new Value.Number(CType.INT, op(BinaryOp.AND, count(n.expr(), line), 1));
  }

  /// Undefined for 0; then it is the width, as `tzcnt` has it.
  Value trailingZeros(Value.Number n, int line) {
    return new Value.Number(CType.INT, trailing(shared(n.expr(), line), line));
  }

  private Expr trailing(Expr x, int line) {
    Expr below =
        op(BinaryOp.AND, Fold.unary(UnaryOp.COMPLEMENT, x.type(), x), op(BinaryOp.SUB, x, 1));
    return count(below, line);
  }

  /// Undefined for 0; then it is the width, as `lzcnt` has it.
  Value leadingZeros(Value.Number n, int line) {
    Expr x = n.expr();
    for (int step = 1; step < x.type().bits(); step *= 2) {
      Expr before = shared(x, line);
      x = op(BinaryOp.OR, before, op(BinaryOp.SHR, before, step));
    }
    return new Value.Number(
        CType.INT, count(Fold.unary(UnaryOp.COMPLEMENT, x.type(), shared(x, line)), line));
  }

  /// How many bits below the sign are the same as it.
  Value redundantSigns(Value.Number n, int line) {
    Expr x = shared(n.expr(), line);
    Expr signs = op(BinaryOp.SHR, x, x.type().bits() - 1L);
    Expr folded = op(BinaryOp.XOR, x, signs);
    CType type = x.type() == Scalar.I32 ? CType.UINT : CType.ULONG;
    Value.Number zeros =
        (Value.Number)
            leadingZeros(new Value.Number(type, Fold.convert(type.scalar(), folded)), line);
    return new Value.Number(CType.INT, op(BinaryOp.SUB, zeros.expr(), 1));
  }

  Value firstSet(Value.Number n, int line) {
    Expr x = shared(n.expr(), line);
    Expr position = op(BinaryOp.ADD, trailing(x, line), 1);
    Expr zero = Fold.constant(0, Scalar.I32);
    if (x instanceof Expr.Const(var v, _)) {
      return new Value.Number(CType.INT, v == 0 ? zero : position);
    }
    return new Value.Number(CType.INT, new Expr.Select(Scalar.I32, Fold.truth(x), position, zero));
  }

  Value swap(int bits, IASTExpression operand, int line) {
    IntKind kind = bits == 16 ? IntKind.USHORT : bits == 32 ? IntKind.UINT : IntKind.ULONG;
    CType type = new CType.Int(kind);
    Value.Number n = at.arithmetic().convert(at.expressions().number(operand), type);
    Expr x = shared(Fold.convert(Scalar.U64, n.expr()), line);
    Expr sum = Fold.constant(0, Scalar.U64);
    for (int byteIndex = 0; byteIndex < bits / 8; byteIndex++) {
      Expr one = op(BinaryOp.AND, op(BinaryOp.SHR, x, 8L * byteIndex), 0xff);
      Expr moved = op(BinaryOp.SHL, one, bits - 8L * (byteIndex + 1));
      sum = byteIndex == 0 ? moved : op(BinaryOp.OR, sum, moved);
    }
    return new Value.Number(type, Fold.convert(type.scalar(), sum));
  }
}
