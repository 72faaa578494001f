package org.mmlens.jvm;

import java.util.SortedMap;
import java.util.TreeMap;
import org.mmlens.ir.Block;
import org.mmlens.ir.Expr;
import org.mmlens.ir.Function;
import org.mmlens.ir.Terminator;

/// The integer constants of code.
public final class Constants {

  private Constants() {}

  /// {@return how often a function has each integer constant, labels of `switch` included}
  ///
  /// @param function the function
  public static SortedMap<Long, Integer> of(Function function) {
    SortedMap<Long, Integer> found = new TreeMap<>();
    for (Block block : function.blocks()) {
      block.instructions().forEach(i -> Operands.of(i).forEach(e -> add(e, found)));
      Operands.of(block.end()).forEach(e -> add(e, found));
      if (block.end() instanceof Terminator.Switch(_, var arms, _, _, _)) {
        arms.forEach(arm -> found.merge(arm.first(), 1, Integer::sum));
      }
    }
    return found;
  }

  private static void add(Expr expr, SortedMap<Long, Integer> found) {
    if (expr instanceof Expr.Const(long value, _)) {
      found.merge(value, 1, Integer::sum);
    }
    Operands.of(expr).forEach(e -> add(e, found));
  }
}
