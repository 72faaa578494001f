package org.mmlens.jvm;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.util.ArrayList;
import java.util.List;
import org.mmlens.ir.Expr;
import org.mmlens.ir.Scalar;
import org.mmlens.ir.Terminator;
import org.mmlens.ir.Terminator.Arm;

/// Emits `switch`: a table where the values are few and of 32 bits, else comparisons in order.
final class SwitchCompiler {

  private static final int LIMIT = 256;

  private final CodeBuilder code;
  private final ExprCompiler exprs;

  SwitchCompiler(CodeBuilder code, ExprCompiler exprs) {
    this.code = code;
    this.exprs = exprs;
  }

  /// `ways` emits what follows each arm and, last, the default.
  void emit(Terminator.Switch s, List<Runnable> ways) {
    Label[] labels = new Label[ways.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = code.newLabel();
    }
    if (s.value().type().bytes() <= 4 && values(s) <= LIMIT) {
      table(s, labels);
    } else {
      comparisons(s, labels);
    }
    for (int i = 0; i < labels.length; i++) {
      code.labelBinding(labels[i]);
      ways.get(i).run();
    }
  }

  private static long values(Terminator.Switch s) {
    long count = 0;
    for (Arm arm : s.arms()) {
      long span = arm.last() - arm.first();
      if (span < 0 || span > LIMIT) {
        return Long.MAX_VALUE;
      }
      count += span + 1;
    }
    return count;
  }

  private void table(Terminator.Switch s, Label[] labels) {
    List<SwitchCase> cases = new ArrayList<>();
    for (int i = 0; i < s.arms().size(); i++) {
      for (long v = s.arms().get(i).first(); v <= s.arms().get(i).last(); v++) {
        cases.add(SwitchCase.of((int) v, labels[i]));
      }
    }
    exprs.value(s.value());
    code.l2i().lookupswitch(labels[labels.length - 1], cases);
  }

  private void comparisons(Terminator.Switch s, Label[] labels) {
    Scalar type = s.value().type();
    for (int i = 0; i < s.arms().size(); i++) {
      Arm arm = s.arms().get(i);
      Expr low = compare(Expr.CompareOp.GE, type, s.value(), arm.first());
      Expr high = compare(Expr.CompareOp.LE, type, s.value(), arm.last());
      boolean one = arm.first() == arm.last();
      Expr equal = compare(Expr.CompareOp.EQ, type, s.value(), arm.first());
      exprs.jump(one ? equal : new Expr.AndAlso(low, high), true, labels[i]);
    }
    code.goto_(labels[labels.length - 1]);
  }

  private static Expr compare(Expr.CompareOp op, Scalar type, Expr value, long bound) {
    return new Expr.Compare(op, type, value, new Expr.Const(bound, type));
  }
}
