package org.mmlens.explore;

import static org.mmlens.explore.ScenarioSpace.STACK_TOP;
import static org.mmlens.lens.Scenario.PAGE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mmlens.lens.Scenario;
import org.mmlens.lens.Scenario.Neighbour;
import org.mmlens.lens.Scenario.Side;

/// Changes a scenario in one respect.
@FunctionalInterface
interface Variation {

  /// The longest stack and the longest neighbour, in pages: longer ones cost more than they tell.
  int LONGEST = 1 << 14;

  /// The most pages that are mapped, and the most neighbours.
  int MOST_PAGES = 128;

  int MOST_NEIGHBOURS = 6;

  /// `mmap_min_addr`, below which nothing is mapped and nothing moves.
  long LOWEST = 16 * PAGE;

  /// {@return the changed scenario, which may be one that cannot be, see [#possible]; the same
  /// scenario where the change means nothing}
  Scenario of(Scenario s);

  /// {@return whether such a layout can be built: all VMAs lie in user space, none overlaps
  /// another, and none is too large; and whether a caller that keeps the contract would move it so
  /// far}
  static boolean possible(Scenario s) {
    if (s.length() < 1
        || s.length() > LONGEST
        || s.end() % PAGE != 0
        || s.end() > STACK_TOP
        || s.start() < LOWEST
        || s.pages().size() > MOST_PAGES
        || s.neighbours().size() > MOST_NEIGHBOURS) {
      return false;
    }
    return apart(s) && (!s.withinContract() || s.start() - s.shift() >= LOWEST);
  }

  private static boolean apart(Scenario s) {
    List<long[]> ranges = new ArrayList<>();
    ranges.add(new long[] {s.start(), s.end()});
    for (Neighbour n : s.neighbours()) {
      if (n.gap() < 0 || n.length() < 1 || n.length() > LONGEST) {
        return false;
      }
      long start = start(s, n);
      ranges.add(new long[] {start, start + n.length() * PAGE});
    }
    ranges.sort(Comparator.comparingLong(r -> r[0]));
    for (int i = 1; i < ranges.size(); i++) {
      if (ranges.get(i - 1)[1] > ranges.get(i)[0]) {
        return false;
      }
    }
    return ranges.getFirst()[0] >= LOWEST && ranges.getLast()[1] <= STACK_TOP;
  }

  /// {@return where a neighbour begins}
  static long start(Scenario s, Neighbour n) {
    return n.side() == Side.ABOVE
        ? s.end() + n.gap() * PAGE
        : s.start() - ((long) n.gap() + n.length()) * PAGE;
  }
}
