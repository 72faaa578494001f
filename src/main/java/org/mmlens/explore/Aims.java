package org.mmlens.explore;

import static org.mmlens.explore.ScenarioSpace.REACHES;
import static org.mmlens.lens.Scenario.PAGE;

import java.util.ArrayList;
import java.util.List;
import org.mmlens.lens.Scenario.Neighbour;
import org.mmlens.lens.Scenario.Side;

/// Variations that bring a constant of the code into a scenario, wherever that has a number which
/// the code may compare with it: as bytes, as pages, as an address, as an offset in what a page
/// table reaches, as a mask, as flags.
final class Aims {

  private Aims() {}

  /// {@return the variations for several constants: likely ones of each before others}
  static List<Variation> at(List<Long> constants) {
    return interleaved(constants.stream().map(Aims::at).toList());
  }

  /// {@return the first of each list, then the second of each, and so on}
  static List<Variation> interleaved(List<List<Variation>> lists) {
    List<Variation> all = new ArrayList<>();
    int longest = lists.stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < longest; i++) {
      int n = i;
      lists.stream().filter(l -> n < l.size()).forEach(l -> all.add(l.get(n)));
    }
    return all;
  }

  /// {@return the variations, likely ones first}
  static List<Variation> at(long constant) {
    List<Variation> list = new ArrayList<>();
    for (int beside : new int[] {0, 1, -1}) {
      if (constant % PAGE == 0) {
        number(list, constant / PAGE + beside);
        offset(list, constant + beside * PAGE);
        address(list, constant + beside * PAGE);
      }
      number(list, constant + beside);
    }
    mask(list, constant);
    list.add(s -> Altered.shift(s, constant));
    list.add(s -> s.withFlags(s.flags() | constant));
    return list;
  }

  /// So many pages.
  private static void number(List<Variation> list, long n) {
    if (n < 0 || n > 1L << 34) {
      return;
    }
    list.add(s -> Steps.moved(s, n * PAGE));
    list.add(s -> Steps.arriving(s, s.end() - s.shift() + n * PAGE));
    list.add(s -> Steps.moved(s, (s.length() - n) * PAGE));
    list.add(s -> Steps.moved(s, (s.length() + n) * PAGE));
    if (n > Variation.LONGEST) {
      return;
    }
    int few = (int) n;
    list.add(s -> Steps.resized(s, few));
    list.add(s -> Steps.stretched(s, s.start() + few * PAGE));
    list.add(s -> Altered.pages(Altered.length(s, few), Steps.filled(few)));
    list.add(s -> Steps.beside(s, new Neighbour(Side.ABOVE, few, 1, true)));
    list.add(s -> Steps.beside(s, new Neighbour(Side.BELOW, few, 1, true)));
    list.add(
        s -> Steps.beside(s, new Neighbour(Side.BELOW, Steps.pages(s.shift()) + few, 1, true)));
    list.add(s -> Steps.beside(s, new Neighbour(Side.ABOVE, 0, few, true)));
    list.add(s -> Steps.beside(s, new Neighbour(Side.BELOW, Steps.pages(s.shift()), few, true)));
    for (int i = 0; i < 2; i++) {
      Steps.neighbour(list, i, b -> new Neighbour(b.side(), few, b.length(), b.populated()));
      Steps.neighbour(list, i, b -> new Neighbour(b.side(), b.gap(), few, b.populated()));
    }
    if (few <= Variation.MOST_PAGES) {
      list.add(
          s ->
              Altered.pages(
                  Altered.length(s, Math.max(few, s.length())), ScenarioSpace.every(few)));
    }
  }

  /// Where the stack ends or begins, before or after the move.
  private static void address(List<Variation> list, long at) {
    if (at < Variation.LOWEST || at > ScenarioSpace.STACK_TOP) {
      return;
    }
    list.add(s -> Steps.moved(s, s.start() - at));
    list.add(s -> Steps.moved(s, s.end() - at));
    list.add(s -> Altered.end(s, at));
    list.add(s -> Altered.end(s, at + s.length() * PAGE));
    list.add(s -> Altered.end(s, at + s.shift()));
    list.add(s -> Altered.end(s, at + s.length() * PAGE + s.shift()));
  }

  /// The same within what a table reaches.
  private static void offset(List<Variation> list, long offset) {
    for (long reach : REACHES) {
      if (offset >= 0 && offset < reach) {
        inside(list, reach, offset);
      }
    }
  }

  private static void inside(List<Variation> list, long reach, long offset) {
    list.add(s -> Altered.end(s, (s.end() & -reach) + offset));
    list.add(s -> Steps.arriving(s, (s.end() & -reach) + offset));
    list.add(s -> Steps.stretched(s, (s.end() & -reach) + offset));
    list.add(s -> Altered.end(s, (s.start() & -reach) + offset + s.length() * PAGE));
    list.add(s -> Steps.moved(s, s.start() - (s.start() - s.shift() & -reach) - offset));
    list.add(s -> Steps.moved(s, s.end() - (s.end() - s.shift() & -reach) - offset));
  }

  /// A mask: nothing of what it leaves over, or of what it takes away.
  private static void mask(List<Variation> list, long constant) {
    for (long reach : new long[] {constant + 1, -constant, constant}) {
      if (Long.bitCount(reach) == 1 && reach > PAGE && reach < ScenarioSpace.STACK_TOP) {
        inside(list, reach, 0);
      }
    }
  }
}
