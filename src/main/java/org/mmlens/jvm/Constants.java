package org.mmlens.jvm;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
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
      add(block, found);
    }
    return found;
  }

  /// {@return the integer constants that stand beside a condition: in it, in the labels of its
  /// `switch`, and in what is computed just before it}
  ///
  /// @param function the function
  /// @param line the C line of the branch
  /// @param condition as the C spells it
  public static SortedSet<Long> beside(Function function, int line, String condition) {
    SortedMap<Long, Integer> found = new TreeMap<>();
    for (Block block : function.blocks()) {
      if (endsWith(block, line, condition)) {
        add(block, found);
      }
    }
    return new TreeSet<>(found.keySet());
  }

  /// {@return the integer constants in the conditions of a function, labels of `switch` included}
  ///
  /// @param function the function
  public static SortedSet<Long> compared(Function function) {
    SortedMap<Long, Integer> found = new TreeMap<>();
    function.blocks().forEach(block -> addEnd(block, found));
    return new TreeSet<>(found.keySet());
  }

  private static boolean endsWith(Block block, int line, String condition) {
    return switch (block.end()) {
      case Terminator.Branch(_, _, _, var text, int at) -> at == line && text.equals(condition);
      case Terminator.Switch(_, _, _, var text, int at) -> at == line && text.equals(condition);
      case Terminator.Jump _, Terminator.Return _, Terminator.Unreachable _, Terminator.Hole _ ->
          false;
    };
  }

  private static void add(Block block, SortedMap<Long, Integer> found) {
    block.instructions().forEach(i -> Operands.of(i).forEach(e -> add(e, found)));
    addEnd(block, found);
  }

  private static void addEnd(Block block, SortedMap<Long, Integer> found) {
    Operands.of(block.end()).forEach(e -> add(e, found));
    if (block.end() instanceof Terminator.Switch(_, var arms, _, _, _)) {
      arms.forEach(arm -> found.merge(arm.first(), 1, Integer::sum));
    }
  }

  private static void add(Expr expr, SortedMap<Long, Integer> found) {
    if (expr instanceof Expr.Const(long value, _)) {
      found.merge(value, 1, Integer::sum);
    }
    Operands.of(expr).forEach(e -> add(e, found));
  }
}
