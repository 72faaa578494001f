package org.mmlens.explore;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.mmlens.lens.Scenario;
import org.mmlens.lens.Scenario.Fill;
import org.mmlens.lens.Scenario.Neighbour;
import org.mmlens.lens.Scenario.Trait;
import org.mmlens.machine.FaultPlan;

/// Makes a scenario smaller while something stays true of it.
///
/// Greedy: the first simplification that keeps the property is taken and the search begins again,
/// so the result is minimal in the sense that no single simplification keeps it. Every
/// simplification lowers a weight that cannot fall below zero, so the search ends; `attempts`
/// bounds it all the same.
final class Shrinker {

  private static final long STACK_TOP = 0x7fff_ffff_f000L;
  private static final int ATTEMPTS = 400;

  private Shrinker() {}

  /// {@return the smallest scenario found for which `keeps` holds}
  ///
  /// @param found a scenario for which it holds
  /// @param keeps the property; must not depend on earlier calls
  static Scenario shrink(Scenario found, Predicate<Scenario> keeps) {
    Scenario best = found;
    int attempts = 0;
    boolean smaller = true;
    while (smaller && attempts < ATTEMPTS) {
      smaller = false;
      for (Scenario candidate : simpler(best)) {
        attempts++;
        if (attempts > ATTEMPTS) {
          break;
        }
        if (keeps.test(candidate)) {
          best = candidate;
          smaller = true;
          break;
        }
      }
    }
    return best;
  }

  /// {@return simplifications of one thing each, the boldest first}
  static List<Scenario> simpler(Scenario s) {
    List<Scenario> list = new ArrayList<>();
    fewerFaults(s.faults()).forEach(plan -> list.add(s.withFaults(plan)));
    for (int i = 0; i < s.neighbours().size(); i++) {
      list.addAll(withoutNeighbour(s, i));
    }
    for (int length : smaller(s.length(), 1)) {
      list.add(Altered.length(s, length));
    }
    for (long pages : smaller(s.shift() / Scenario.PAGE)) {
      list.add(Altered.shift(s, pages * Scenario.PAGE));
    }
    for (int i = 0; i < s.pages().size(); i++) {
      list.addAll(simplerPage(s, i));
    }
    for (Trait t : s.traits()) {
      Set<Trait> rest = EnumSet.copyOf(s.traits());
      rest.remove(t);
      list.add(Altered.traits(s, rest));
    }
    for (long flags = s.flags(); flags != 0; flags &= flags - 1) {
      list.add(s.withFlags(s.flags() & ~Long.lowestOneBit(flags)));
    }
    list.addAll(rounderEnd(s));
    list.removeIf(c -> c.withinContract() != s.withinContract());
    return list;
  }

  private static List<FaultPlan> fewerFaults(FaultPlan f) {
    List<FaultPlan> list = new ArrayList<>();
    fewer(f.allocations())
        .forEach(k -> list.add(new FaultPlan(k, f.slab(), f.pages(), f.interrupts())));
    fewer(f.slab())
        .forEach(k -> list.add(new FaultPlan(f.allocations(), k, f.pages(), f.interrupts())));
    fewer(f.pages())
        .forEach(k -> list.add(new FaultPlan(f.allocations(), f.slab(), k, f.interrupts())));
    fewer(f.interrupts())
        .forEach(k -> list.add(new FaultPlan(f.allocations(), f.slab(), f.pages(), k)));
    return list;
  }

  /// One number left out, or one less.
  private static List<SortedSet<Integer>> fewer(SortedSet<Integer> numbers) {
    List<SortedSet<Integer>> list = new ArrayList<>();
    for (Integer k : numbers) {
      TreeSet<Integer> rest = new TreeSet<>(numbers);
      rest.remove(k);
      list.add(rest);
      if (k > 1 && !numbers.contains(k - 1)) {
        TreeSet<Integer> earlier = new TreeSet<>(rest);
        earlier.add(k - 1);
        list.add(earlier);
      }
    }
    return list;
  }

  private static List<Scenario> withoutNeighbour(Scenario s, int i) {
    List<Scenario> list = new ArrayList<>();
    Neighbour n = s.neighbours().get(i);
    List<Neighbour> rest = new ArrayList<>(s.neighbours());
    rest.remove(i);
    list.add(Altered.neighbours(s, rest));
    if (n.populated()) {
      list.add(replaced(s, i, new Neighbour(n.side(), n.gap(), n.length(), false)));
    }
    for (int length : smaller(n.length(), 1)) {
      list.add(replaced(s, i, new Neighbour(n.side(), n.gap(), length, n.populated())));
    }
    for (int gap : smaller(n.gap(), 0)) {
      list.add(replaced(s, i, new Neighbour(n.side(), gap, n.length(), n.populated())));
    }
    return list;
  }

  private static List<Scenario> simplerPage(Scenario s, int i) {
    List<Scenario> list = new ArrayList<>();
    List<Fill> rest = new ArrayList<>(s.pages());
    Fill removed = rest.remove(i);
    list.add(Altered.pages(s, rest));
    if (removed.kind() != Scenario.Kind.PRESENT) {
      List<Fill> plain = new ArrayList<>(s.pages());
      plain.set(i, new Fill(removed.page(), Scenario.Kind.PRESENT));
      list.add(Altered.pages(s, plain));
    }
    return list;
  }

  /// The top of user space is where a reader expects a stack; then boundaries without an offset.
  private static List<Scenario> rounderEnd(Scenario s) {
    List<Scenario> list = new ArrayList<>();
    if (s.end() == STACK_TOP) {
      return list;
    }
    boolean above = s.neighbours().stream().anyMatch(n -> n.side() == Scenario.Side.ABOVE);
    if (!above) {
      list.add(Altered.end(s, STACK_TOP));
    }
    for (long mask : new long[] {(1L << 39) - 1, (1L << 30) - 1, (1L << 21) - 1}) {
      long rounded = s.end() & ~mask;
      if (rounded != s.end() && rounded > s.length() * Scenario.PAGE) {
        list.add(Altered.end(s, rounded));
      }
    }
    return list;
  }

  /// Numbers to try instead of `n`: the least, half, one less.
  private static List<Integer> smaller(int n, int least) {
    List<Integer> list = new ArrayList<>();
    for (int candidate : new int[] {least, n / 2, n - 1}) {
      if (candidate >= least && candidate < n && !list.contains(candidate)) {
        list.add(candidate);
      }
    }
    return list;
  }

  private static List<Long> smaller(long n) {
    List<Long> list = new ArrayList<>();
    for (long candidate : new long[] {1, 2, n / 2, n - 1}) {
      if (candidate >= 1 && candidate < n && !list.contains(candidate)) {
        list.add(candidate);
      }
    }
    return list;
  }

  private static Scenario replaced(Scenario s, int i, Neighbour n) {
    List<Neighbour> list = new ArrayList<>(s.neighbours());
    list.set(i, n);
    return Altered.neighbours(s, list);
  }
}
