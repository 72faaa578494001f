package org.mmlens.jvm;

import java.util.List;
import org.mmlens.ir.Block;
import org.mmlens.ir.Expr;
import org.mmlens.ir.Function;
import org.mmlens.ir.Instruction;
import org.mmlens.ir.Terminator;

/// Upper bounds for the bytes of code that things become. The JVM takes 65535 bytes a method (JVMS
/// §4.7.3).
final class Weight {

  private static final int NODE = 16;
  private static final int USE = 28;
  private static final int STEP = 24;
  private static final int WAY_OUT = 24;
  private static final int DEEPEST = 500;

  private Weight() {}

  static long of(Function function) {
    return 64 + function.blocks().stream().mapToLong(Weight::of).sum();
  }

  static long of(Block block) {
    return of(block.end()) + block.instructions().stream().mapToLong(Weight::of).sum();
  }

  static long of(Instruction instruction) {
    return STEP + of(Operands.of(instruction));
  }

  private static long of(Terminator end) {
    return switch (end) {
      case Terminator.Switch s -> ofSwitch(s);
      case Terminator.Branch _, Terminator.Jump _, Terminator.Return _ ->
          STEP + 2 * WAY_OUT + of(Operands.of(end));
      case Terminator.Unreachable _, Terminator.Hole _ -> STEP;
    };
  }

  /// A table of at most 256 entries, or the value compared with both ends of each arm.
  private static long ofSwitch(Terminator.Switch s) {
    long arms = s.arms().size();
    return STEP + 256 * 8 + (arms + 1) * (WAY_OUT + 3L * NODE + 2 * of(Operands.of(s)));
  }

  private static long of(List<Expr> exprs) {
    long sum = 0;
    for (Expr e : exprs) {
      sum += (e instanceof Expr.Reg ? USE : NODE) + of(Operands.of(e));
    }
    return sum;
  }

  /// {@return whether an expression is nested deeper than the compiler, which recurses, can take}
  static boolean tooDeep(Function function) {
    for (Block block : function.blocks()) {
      for (Instruction i : block.instructions()) {
        if (tooDeep(Operands.of(i), 0)) {
          return true;
        }
      }
      if (tooDeep(Operands.of(block.end()), 0)) {
        return true;
      }
    }
    return false;
  }

  private static boolean tooDeep(List<Expr> exprs, int depth) {
    for (Expr e : exprs) {
      if (depth == DEEPEST || tooDeep(Operands.of(e), depth + 1)) {
        return true;
      }
    }
    return false;
  }
}
