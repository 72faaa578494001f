package org.mmlens.jvm;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mmlens.ir.Function;
import org.mmlens.ir.Global;
import org.mmlens.ir.Relined;

/// Walks over all that a call may come to in two programs, and finds out whether it is the same
/// code: what is called by name, and, since a call by address may be of anything in memory,
/// whatever anything points to.
///
/// What was compiled is told by [Likeness]. Of what only a pointer leads to, and nobody has called
/// so far, there is the source.
final class Onward {

  private final LinkedProgram here;
  private final LinkedProgram there;
  private final Set<String> alike;
  private final Set<String> seen = new HashSet<>();
  private final ArrayDeque<String> open = new ArrayDeque<>();

  private Onward(LinkedProgram here, LinkedProgram there, Set<String> alike) {
    this.here = here;
    this.there = there;
    this.alike = alike;
  }

  /// {@return whether calls of some functions go on alike in both programs from the same state of
  /// memory, and come to no function that a series changes}
  ///
  /// @param functions their symbols
  static boolean alike(LinkedProgram here, LinkedProgram there, List<String> functions) {
    Optional<Set<String>> alike = Likeness.of(here, there);
    return alike.isPresent() && new Onward(here, there, alike.get()).from(functions);
  }

  private boolean from(List<String> functions) {
    functions.forEach(f -> add(here.symbolOf(f)));
    here.pointed().forEach(this::add);
    there.pointed().forEach(this::add);
    while (!open.isEmpty()) {
      if (!same(open.remove())) {
        return false;
      }
    }
    return true;
  }

  private void add(String symbol) {
    if (seen.add(symbol)) {
      open.add(symbol);
    }
  }

  private boolean same(String symbol) {
    if (here.answered(symbol)) {
      return there.answered(symbol);
    }
    Optional<Function> f = here.compiled(symbol);
    Optional<Function> g = there.compiled(symbol);
    if (f.isPresent() && g.isPresent()) {
      here.callees(f.get()).forEach(this::add);
      return alike.contains(symbol) && !here.watched(symbol);
    }
    return f.isEmpty() && g.isEmpty() && sameSource(symbol);
  }

  /// A symbol is one of a function, of an object, or of what nobody defines.
  private boolean sameSource(String symbol) {
    Optional<Function> f = here.source().function(symbol);
    Optional<Function> g = there.source().function(symbol);
    if (f.isPresent() && g.isPresent()) {
      Reach.visit(f.get(), new Reach.Visitor(c -> add(c.symbol()), this::add, this::add, _ -> {}));
      return !here.watched(symbol)
          && (f.get() == g.get() || Relined.relative(f.get()).equals(Relined.relative(g.get())));
    }
    Optional<Global> a = here.source().global(symbol);
    Optional<Global> b = there.source().global(symbol);
    a.ifPresent(global -> global.relocations().forEach(r -> add(r.symbol())));
    return f.isEmpty()
        && g.isEmpty()
        && a.isPresent() == b.isPresent()
        && (a.isEmpty() || a.get().beginsLike(b.orElseThrow()));
  }
}
