package org.mmlens.jvm;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import org.mmlens.ir.Expr;
import org.mmlens.ir.Expr.Access;
import org.mmlens.ir.Expr.CompareOp;
import org.mmlens.ir.Scalar;

/// Emits code that evaluates expressions: a `long` on the operand stack, or a jump.
final class ExprCompiler {

  private static final MethodTypeDesc LOAD =
      MethodTypeDesc.of(Descriptors.LONG, Descriptors.MACHINE, Descriptors.LONG);
  private static final MethodTypeDesc LOAD_LENIENT = LOAD.insertParameterTypes(2, Descriptors.INT);

  private final CodeBuilder code;
  private final Registers registers;
  private final StackFrame frame;
  private final int base;
  private final Scope scope;

  /// `base` is the local that holds the lowest address of the stack frame.
  ExprCompiler(CodeBuilder code, Registers registers, StackFrame frame, int base, Scope scope) {
    this.code = code;
    this.registers = registers;
    this.frame = frame;
    this.base = base;
    this.scope = scope;
  }

  void value(Expr expr) {
    switch (expr) {
      case Expr.Const(long value, _) -> code.loadConstant(value);
      case Expr.Reg(var register) -> registers.load(register);
      case Expr.Load load -> load(load);
      case Expr.Binary binary -> new Arithmetic(code, this).binary(binary);
      case Expr.Unary unary -> new Arithmetic(code, this).unary(unary);
      case Expr.Convert(Scalar type, Expr operand) -> {
        value(operand);
        if (!Ranges.fits(operand.type(), type)) {
          normalize(code, type);
        }
      }
      case Expr.Compare _, Expr.AndAlso _, Expr.OrElse _ -> truth(expr);
      case Expr.Select(_, Expr condition, Expr then, Expr otherwise) ->
          select(condition, then, otherwise);
      case Expr.SlotAddress(var slot) -> {
        code.lload(base).loadConstant(frame.offset(slot)).ladd();
        if (!StackFrame.isAligned(slot)) {
          code.loadConstant(slot.align() - 1L).ladd().loadConstant(-(long) slot.align()).land();
        }
      }
      case Expr.GlobalAddress(String symbol, long addend) ->
          code.loadConstant(scope.globalAddress(symbol) + addend);
      case Expr.FunctionAddress(String symbol) -> code.loadConstant(scope.functionAddress(symbol));
    }
  }

  private void load(Expr.Load load) {
    Scalar type = load.type();
    code.aload(0);
    value(load.address());
    if (load.access() == Access.BIT_FIELD) {
      code.loadConstant(type.bytes());
      code.invokestatic(Descriptors.RAM, "loadLenient", LOAD_LENIENT);
      normalize(code, type);
    } else {
      String name = (type.signed() || type.bytes() == 8 ? "load" : "loadU") + type.bits();
      code.invokestatic(Descriptors.RAM, name, LOAD);
    }
  }

  private void truth(Expr expr) {
    Label no = code.newLabel();
    Label end = code.newLabel();
    jump(expr, false, no);
    code.lconst_1().goto_(end);
    code.labelBinding(no).lconst_0();
    code.labelBinding(end);
  }

  private void select(Expr condition, Expr then, Expr otherwise) {
    Label no = code.newLabel();
    Label end = code.newLabel();
    jump(condition, false, no);
    value(then);
    code.goto_(end).labelBinding(no);
    value(otherwise);
    code.labelBinding(end);
  }

  /// Jumps if the expression is true (or false), else falls through.
  void jump(Expr expr, boolean when, Label to) {
    switch (expr) {
      case Expr.Const(long value, _) -> {
        if (value != 0 == when) {
          code.goto_(to);
        }
      }
      case Expr.Compare(CompareOp op, _, Expr.Compare inner, Expr.Const(long zero, _))
          when zero == 0 && (op == CompareOp.EQ || op == CompareOp.NE) ->
          jump(inner, when == (op == CompareOp.NE), to);
      case Expr.Compare compare -> compare(compare, when, to);
      case Expr.Convert(Scalar type, Expr operand) when Ranges.fits(operand.type(), type) ->
          jump(operand, when, to);
      case Expr.AndAlso(Expr left, Expr right) -> both(left, right, when, to, true);
      case Expr.OrElse(Expr left, Expr right) -> both(left, right, when, to, false);
      default -> {
        value(expr);
        code.lconst_0().lcmp();
        if (when) {
          code.ifne(to);
        } else {
          code.ifeq(to);
        }
      }
    }
  }

  /// `on` is the value of the left side that makes the right side count.
  private void both(Expr left, Expr right, boolean when, Label to, boolean on) {
    if (when == on) {
      Label skip = code.newLabel();
      jump(left, !on, skip);
      jump(right, when, to);
      code.labelBinding(skip);
    } else {
      jump(left, when, to);
      jump(right, when, to);
    }
  }

  private void compare(Expr.Compare compare, boolean when, Label to) {
    value(compare.left());
    value(compare.right());
    boolean equality = compare.op() == CompareOp.EQ || compare.op() == CompareOp.NE;
    if (compare.operands() == Scalar.U64 && !equality) {
      code.invokestatic(
          ConstantDescs.CD_Long,
          "compareUnsigned",
          MethodTypeDesc.of(Descriptors.INT, Descriptors.LONG, Descriptors.LONG));
    } else {
      code.lcmp();
    }
    branch(when ? compare.op() : opposite(compare.op()), to);
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

  private void branch(CompareOp op, Label to) {
    switch (op) {
      case EQ -> code.ifeq(to);
      case NE -> code.ifne(to);
      case LT -> code.iflt(to);
      case LE -> code.ifle(to);
      case GT -> code.ifgt(to);
      case GE -> code.ifge(to);
    }
  }

  /// Cuts the value on the stack to a type.
  static void normalize(CodeBuilder code, Scalar type) {
    switch (type) {
      case I8 -> code.l2i().i2b().i2l();
      case I16 -> code.l2i().i2s().i2l();
      case I32 -> code.l2i().i2l();
      case U8 -> code.l2i().sipush(0xff).iand().i2l();
      case U16 -> code.l2i().i2c().i2l();
      case U32 -> code.loadConstant(0xffff_ffffL).land();
      case I64, U64 -> {}
    }
  }
}
