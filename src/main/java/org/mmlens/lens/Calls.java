package org.mmlens.lens;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.mmlens.ir.Block;
import org.mmlens.ir.Expr;
import org.mmlens.ir.Function;
import org.mmlens.ir.Instruction;
import org.mmlens.ir.Instruction.Callee;
import org.mmlens.ir.Program;

/// Who calls whom, read off the graph of functions.
public final class Calls {

  private Calls() {}

  /// A call by name.
  ///
  /// @param symbol what is called
  /// @param args the arguments
  /// @param line the C line, in the file of the caller
  record Call(String symbol, List<Expr> args, int line) {}

  static List<Call> in(Function function) {
    List<Call> found = new ArrayList<>();
    for (Block block : function.blocks()) {
      for (Instruction i : block.instructions()) {
        if (i instanceof Instruction.Call(_, Callee.Direct(var symbol, _), var args, int line)) {
          found.add(new Call(symbol, args, line));
        }
      }
    }
    return found;
  }

  /// {@return the symbols of what a function calls by name, in the order of the calls}
  ///
  /// @param function the caller
  public static List<String> callees(Function function) {
    return in(function).stream().map(Call::symbol).distinct().toList();
  }

  /// {@return the functions with a body that a function leads to by direct calls, itself included,
  /// in the order they are found}
  ///
  /// @param program where they are
  /// @param entry symbol of the first
  /// @param stop names at which the search ends, since something else than their body runs
  public static Set<Function> closure(Program program, String entry, Predicate<String> stop) {
    Set<String> seen = new LinkedHashSet<>();
    Set<Function> found = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(entry));
    while (!open.isEmpty()) {
      String symbol = open.removeFirst();
      if (!seen.add(symbol)) {
        continue;
      }
      Optional<Function> function = program.function(symbol);
      if (function.isEmpty() || stop.test(function.get().name())) {
        continue;
      }
      found.add(function.get());
      in(function.get()).forEach(c -> open.add(c.symbol()));
    }
    return found;
  }
}
