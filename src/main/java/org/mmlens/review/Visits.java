package org.mmlens.review;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.mmlens.ir.Block;
import org.mmlens.ir.Function;
import org.mmlens.ir.Terminator;
import org.mmlens.jvm.Probe;
import org.mmlens.lens.StackRig;

/// Which lines of functions runs came to: those of the blocks that the branches taken lead to.
///
/// Where two branches of a function look the same, such as those of one macro, a way that one of
/// them took counts for both.
final class Visits {

  private final Set<String> entered = new HashSet<>();
  private final Map<Way, Boolean> ways = new HashMap<>();

  /// A way out of a branch.
  private record Way(String function, int line, String condition, String outcome) {}

  /// Takes over what runs have covered.
  Visits(StackRig rig) {
    byte[] taken = rig.coverage();
    for (Probe p : rig.program().entries()) {
      if (taken(taken, p)) {
        entered.add(p.function());
      }
    }
    for (Probe p : rig.probes()) {
      ways.merge(
          new Way(p.function(), p.at().line(), p.condition(), p.outcome()),
          taken(taken, p),
          Boolean::logicalOr);
    }
  }

  private static boolean taken(byte[] coverage, Probe p) {
    return p.index() < coverage.length && coverage[p.index()] != 0;
  }

  /// {@return the lines of a function that have code, and whether runs came to it}
  Map<Integer, Boolean> lines(Function f) {
    Set<Integer> visited = visited(f);
    Map<Integer, Boolean> lines = new HashMap<>();
    for (Block b : f.blocks()) {
      boolean came = visited.contains(b.index());
      b.instructions().forEach(i -> lines.merge(i.line(), came, Boolean::logicalOr));
      lines.merge(b.end().line(), came, Boolean::logicalOr);
    }
    return lines;
  }

  /// {@return the blocks of a function that runs came to}
  Set<Integer> visited(Function f) {
    Set<Integer> seen = new HashSet<>();
    Deque<Integer> open = new ArrayDeque<>();
    if (entered.contains(f.symbol())) {
      open.add(0);
    }
    while (!open.isEmpty()) {
      int block = open.remove();
      if (seen.add(block)) {
        next(f.symbol(), f.blocks().get(block).end(), open);
      }
    }
    return seen;
  }

  private void next(String function, Terminator end, Deque<Integer> open) {
    switch (end) {
      case Terminator.Jump(int target, _) -> open.add(target);
      case Terminator.Branch(_, int then, int otherwise, String text, int line) -> {
        if (taken(new Way(function, line, text, "true"))) {
          open.add(then);
        }
        if (taken(new Way(function, line, text, "false"))) {
          open.add(otherwise);
        }
      }
      // Where a switch was come to, all its arms count as taken.
      case Terminator.Switch s -> {
        s.arms().forEach(arm -> open.add(arm.target()));
        open.add(s.otherwise());
      }
      case Terminator.Return _, Terminator.Unreachable _, Terminator.Hole _ -> {
        // leads nowhere
      }
    }
  }

  /// A way that is not counted may have been taken.
  private boolean taken(Way way) {
    return ways.getOrDefault(way, true);
  }
}
