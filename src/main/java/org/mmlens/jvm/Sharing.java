package org.mmlens.jvm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mmlens.ir.Function;
import org.mmlens.ir.Relined;

/// Finds the functions of a program whose code another program has already: the same graph, the
/// same addresses in it, and calls of nothing but models and functions of which that is true again.
final class Sharing {

  private final LinkedProgram here;
  private final LinkedProgram there;
  private final Map<String, List<String>> callers = new HashMap<>();
  private final Set<String> shared = new HashSet<>();
  private final ArrayDeque<String> lost = new ArrayDeque<>();

  private Sharing(LinkedProgram here, LinkedProgram there) {
    this.here = here;
    this.there = there;
  }

  /// {@return the symbols of those functions}
  static Set<String> of(List<Function> functions, LinkedProgram here, LinkedProgram there) {
    Sharing sharing = new Sharing(here, there);
    functions.stream().filter(sharing::same).forEach(f -> sharing.shared.add(f.symbol()));
    functions.forEach(sharing::linkCallers);
    functions.stream()
        .filter(f -> !sharing.shared.contains(f.symbol()))
        .forEach(f -> sharing.lost.add(f.symbol()));
    sharing.spread();
    return sharing.shared;
  }

  /// {@return the symbols of the functions of one program that run as the same code in another:
  /// those that are the same classes, and those that both have compiled for themselves}
  static Set<String> alike(LinkedProgram here, LinkedProgram there) {
    Sharing sharing = new Sharing(here, there);
    for (Function f : here.compiled()) {
      if (here.sameClass(f.symbol(), there) || sharing.same(f)) {
        sharing.shared.add(f.symbol());
      } else {
        sharing.lost.add(f.symbol());
      }
      sharing.linkCallers(f);
    }
    sharing.spread();
    return sharing.shared;
  }

  private boolean same(Function f) {
    return there
            .compiled(f.symbol())
            .filter(g -> f.equals(g) || Relined.relative(f).equals(Relined.relative(g)))
            .isPresent()
        && here.recursive(f.symbol()) == there.recursive(f.symbol())
        && sameAddresses(f)
        && sameCallees(f);
  }

  private boolean sameAddresses(Function f) {
    List<String> globals = new ArrayList<>();
    List<String> pointed = new ArrayList<>();
    Reach.visit(f, new Reach.Visitor(_ -> {}, pointed::add, globals::add, _ -> {}));
    return globals.stream().allMatch(g -> here.place(g).equals(there.place(g)))
        && pointed.stream().allMatch(p -> here.pointer(p).equals(there.pointer(p)));
  }

  /// Bodies are left to [#spread].
  private boolean sameCallees(Function f) {
    List<String> called = new ArrayList<>();
    Reach.visit(f, new Reach.Visitor(c -> called.add(c.symbol()), _ -> {}, _ -> {}, _ -> {}));
    return called.stream().allMatch(c -> sameKind(here.target(c), there.known(c)));
  }

  private static boolean sameKind(Target a, Optional<Target> b) {
    return b.isPresent()
        && switch (a) {
          case Target.Body(Function f) ->
              b.get() instanceof Target.Body(Function g) && f.symbol().equals(g.symbol());
          case Target.Modelled _, Target.Unknown _ -> a.equals(b.get());
        };
  }

  private void linkCallers(Function f) {
    for (String callee : here.callees(f)) {
      callers.computeIfAbsent(callee, _ -> new ArrayList<>()).add(f.symbol());
    }
  }

  /// Takes away the callers of those that are not shared, and theirs.
  private void spread() {
    for (String f = lost.poll(); f != null; f = lost.poll()) {
      for (String caller : callers.getOrDefault(f, List.of())) {
        if (shared.remove(caller)) {
          lost.add(caller);
        }
      }
    }
  }
}
