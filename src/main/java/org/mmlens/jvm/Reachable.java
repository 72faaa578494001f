package org.mmlens.jvm;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.mmlens.ir.Function;
import org.mmlens.ir.Global;
import org.mmlens.ir.Program;

/// Everything of a program that a run from some functions can come to: by calls, by addresses taken
/// in code, and by addresses in the initial bytes of objects.
///
/// @param functions those with a body, by symbol
/// @param globals objects with static storage duration, by symbol
public record Reachable(SortedMap<String, Function> functions, SortedMap<String, Global> globals) {

  /// Makes the maps unmodifiable.
  public Reachable {
    functions = Collections.unmodifiableSortedMap(new TreeMap<>(functions));
    globals = Collections.unmodifiableSortedMap(new TreeMap<>(globals));
  }

  /// {@return what some functions lead to, themselves included}
  ///
  /// @param program where they are
  /// @param entries their symbols
  /// @param stop C names of functions at which the search ends, since something else than their
  ///   body runs
  public static Reachable of(Program program, List<String> entries, Predicate<String> stop) {
    var functions = new TreeMap<String, Function>();
    var globals = new TreeMap<String, Global>();
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(entries);
    while (!open.isEmpty()) {
      String symbol = open.removeFirst();
      if (!seen.add(symbol)) {
        continue;
      }
      Optional<Function> function = program.function(symbol);
      if (function.isPresent()) {
        if (!stop.test(function.get().name())) {
          functions.put(symbol, function.get());
          Reach.visit(
              function.get(),
              new Reach.Visitor(call -> open.add(call.symbol()), open::add, open::add, _ -> {}));
        }
        continue;
      }
      Optional<Global> global = program.global(symbol);
      if (global.isPresent()) {
        globals.put(symbol, global.get());
        global.get().relocations().forEach(r -> open.add(r.symbol()));
      } else {
        // As linking does: a name without external linkage means the static function of it.
        program.symbolOf(symbol, "").ifPresent(open::add);
      }
    }
    return new Reachable(functions, globals);
  }
}
