package org.mmlens.review;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.mmlens.ir.Expr;
import org.mmlens.ir.Function;
import org.mmlens.ir.Terminator;
import org.mmlens.jvm.Probe;
import org.mmlens.lens.StackRig;

/// Which blocks of functions runs came to: those that the branches taken lead to.
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

  /// {@return whether a run has entered a function}
  boolean entered(Function f) {
    return entered.contains(f.symbol());
  }

  /// {@return the blocks of a function that runs came to}
  Set<Integer> visited(Function f) {
    Set<Integer> seen = new HashSet<>();
    Deque<Integer> open = new ArrayDeque<>();
    if (entered(f)) {
      open.add(0);
    }
    while (!open.isEmpty()) {
      int block = open.remove();
      if (seen.add(block)) {
        Terminator end = f.blocks().get(block).end();
        exits(end).stream()
            .filter(way -> taken(f, end, way))
            .forEach(way -> open.add(way.target()));
      }
    }
    return seen;
  }

  /// A way out of a block.
  ///
  /// @param outcome as in [Probe#outcome]; empty where there is no choice
  /// @param target the block it leads to
  record Exit(String outcome, int target) {}

  /// {@return the ways out of a block}
  static List<Exit> exits(Terminator end) {
    return switch (end) {
      case Terminator.Jump(int target, _) -> List.of(new Exit("", target));
      case Terminator.Branch(Expr.Const(long value, _), int then, int otherwise, _, _) ->
          List.of(new Exit("", value != 0 ? then : otherwise));
      case Terminator.Branch(_, int then, int otherwise, _, _) ->
          List.of(new Exit("true", then), new Exit("false", otherwise));
      case Terminator.Switch s ->
          Stream.concat(
                  s.arms().stream().map(arm -> new Exit(outcome(arm), arm.target())),
                  Stream.of(new Exit("default", s.otherwise())))
              .toList();
      case Terminator.Return _, Terminator.Unreachable _, Terminator.Hole _ -> List.of();
    };
  }

  private static String outcome(Terminator.Arm arm) {
    return "case " + arm.first() + (arm.first() == arm.last() ? "" : " ... " + arm.last());
  }

  /// {@return whether a run took a way; one that is not counted may have been taken}
  boolean taken(Function f, Terminator end, Exit way) {
    return switch (end) {
      case Terminator.Branch(_, _, _, String text, int line) ->
          taken(new Way(f.symbol(), line, text, way.outcome()));
      case Terminator.Switch(_, _, _, String text, int line) ->
          taken(new Way(f.symbol(), line, text, way.outcome()));
      case Terminator.Jump _, Terminator.Return _, Terminator.Unreachable _, Terminator.Hole _ ->
          true;
    };
  }

  private boolean taken(Way way) {
    return ways.getOrDefault(way, true);
  }
}
