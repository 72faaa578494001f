package org.mmlens.jvm;

import java.lang.classfile.CodeBuilder;
import org.mmlens.ir.Expr;
import org.mmlens.ir.Scalar;

/// Emits integer arithmetic on normalised 64-bit values.
final class Arithmetic {

  private final CodeBuilder code;
  private final ExprCompiler exprs;

  Arithmetic(CodeBuilder code, ExprCompiler exprs) {
    this.code = code;
    this.exprs = exprs;
  }

  void unary(Expr.Unary unary) {
    exprs.value(unary.operand());
    switch (unary.op()) {
      case NEGATE -> code.lneg();
      case COMPLEMENT -> code.loadConstant(-1L).lxor();
    }
    ExprCompiler.normalize(code, unary.type());
  }

  void binary(Expr.Binary e) {
    exprs.value(e.left());
    exprs.value(e.right());
    Scalar type = e.type();
    switch (e.op()) {
      case ADD -> narrow(code.ladd(), type);
      case SUB -> narrow(code.lsub(), type);
      case MUL -> narrow(code.lmul(), type);
      case AND -> code.land();
      case OR -> code.lor();
      case XOR -> code.lxor();
      case SHL -> narrow(count(type).lshl(), type);
      case SHR -> shiftRight(type);
      case DIV -> divide(e, type);
      case REM -> remainder(e, type);
    }
  }

  private static void narrow(CodeBuilder code, Scalar type) {
    ExprCompiler.normalize(code, type);
  }

  /// Makes the shift count an `int` below the width.
  private CodeBuilder count(Scalar type) {
    code.l2i();
    return type.bytes() == 8 ? code : code.bipush(type.bits() - 1).iand();
  }

  private void shiftRight(Scalar type) {
    count(type);
    if (type.signed()) {
      code.lshr();
    } else {
      code.lushr();
    }
  }

  private void divide(Expr.Binary e, Scalar type) {
    if (plain(e)) {
      code.ldiv();
    } else {
      call(type.signed() ? type.bytes() == 8 ? "divide" : "divide32" : "divideUnsigned");
      narrow(code, type);
    }
  }

  private void remainder(Expr.Binary e, Scalar type) {
    if (plain(e)) {
      code.lrem();
    } else {
      call(type.signed() ? type.bytes() == 8 ? "remainder" : "remainder32" : "remainderUnsigned");
    }
  }

  /// {@return whether the JVM's own division does: a constant divisor above 0, no unsigned 64 bits}
  private static boolean plain(Expr.Binary e) {
    return e.right() instanceof Expr.Const(long divisor, _)
        && divisor > 0
        && e.type() != Scalar.U64;
  }

  private void call(String name) {
    code.invokestatic(Descriptors.CPU, name, Descriptors.BINARY);
  }
}
