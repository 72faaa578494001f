package org.mmlens.explore;

import static org.mmlens.explore.ScenarioSpace.REACHES;
import static org.mmlens.lens.Scenario.PAGE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mmlens.lens.Scenario;
import org.mmlens.lens.Scenario.Fill;
import org.mmlens.lens.Scenario.Kind;
import org.mmlens.lens.Scenario.Neighbour;
import org.mmlens.lens.Scenario.Side;
import org.mmlens.lens.Scenario.Trait;
import org.mmlens.machine.FaultPlan;

/// Variations that need to know nothing of the code: every field of a scenario goes a step further.
final class Steps {

  /// How many allocations of a run, counted from the first, are made to fail.
  private static final int ALLOCATIONS = 8;

  /// All of them, each field in turn.
  static final List<Variation> ALL = all();

  private Steps() {}

  private static List<Variation> all() {
    return List.copyOf(
        Aims.interleaved(
            Stream.<Consumer<List<Variation>>>of(
                    Steps::shifts,
                    Steps::lengths,
                    Steps::ends,
                    Steps::neighbours,
                    Steps::traits,
                    Steps::pages,
                    Steps::faults)
                .map(Steps::of)
                .toList()));
  }

  private static List<Variation> of(Consumer<List<Variation>> field) {
    List<Variation> list = new ArrayList<>();
    field.accept(list);
    return list;
  }

  private static void traits(List<Variation> list) {
    for (Trait t : Trait.values()) {
      list.add(s -> toggled(s, t));
    }
  }

  private static void shifts(List<Variation> list) {
    shift(list, s -> s.shift() + PAGE);
    shift(list, s -> s.shift() - PAGE);
    shift(list, s -> s.shift() * 2);
    shift(list, s -> s.shift() / 2 & -PAGE);
    for (long more : new long[] {0, PAGE, -PAGE}) {
      shift(list, s -> s.length() * PAGE + more);
    }
    for (long reach : REACHES) {
      shift(list, s -> s.shift() + reach);
      shift(list, s -> s.shift() - reach);
      shift(list, s -> s.start() - (s.start() - s.shift() & -reach));
      shift(list, s -> s.end() - (s.end() - s.shift() & -reach));
    }
  }

  private static void shift(List<Variation> list, ToLongFunction<Scenario> to) {
    list.add(s -> moved(s, to.applyAsLong(s)));
  }

  private static void lengths(List<Variation> list) {
    length(list, n -> n + 1);
    length(list, n -> n - 1);
    length(list, n -> n * 2);
    length(list, n -> n / 2);
    length(list, n -> n + 512);
  }

  private static void length(List<Variation> list, LongUnaryOperator to) {
    list.add(s -> resized(s, to.applyAsLong(s.length())));
  }

  private static void ends(List<Variation> list) {
    end(list, s -> s.end() + PAGE);
    end(list, s -> s.end() - PAGE);
    for (long more : new long[] {PAGE, -PAGE}) {
      list.add(s -> arriving(s, s.end() + more));
      list.add(s -> stretched(s, s.end() + more));
    }
    for (long reach : REACHES) {
      for (long more : new long[] {0, PAGE, -PAGE}) {
        end(list, s -> (s.end() & -reach) + more);
        list.add(s -> arriving(s, (s.end() & -reach) + more));
        end(list, s -> (s.start() & -reach) + s.length() * PAGE + more);
      }
    }
  }

  private static void end(List<Variation> list, ToLongFunction<Scenario> to) {
    list.add(s -> Altered.end(s, to.applyAsLong(s)));
  }

  private static void pages(List<Variation> list) {
    list.add(s -> Altered.pages(s, List.of()));
    list.add(s -> Altered.pages(s, filled(s.length())));
    list.add(s -> Altered.pages(s, List.of(new Fill(s.length() - 1, Kind.PRESENT))));
    for (Kind kind : Kind.values()) {
      list.add(s -> Altered.pages(s, with(s.pages(), new Fill(0, kind))));
      list.add(s -> Altered.pages(s, with(s.pages(), new Fill(s.length() - 1, kind))));
    }
    list.add(s -> Altered.pages(s, s.pages().stream().skip(1).toList()));
  }

  /// {@return all pages of a short stack, some of a long one}
  static List<Fill> filled(int length) {
    return length <= 32 ? ScenarioSpace.every(length) : ScenarioSpace.sparse(length);
  }

  /// {@return the scenario with a stack of another length, mapped in the same manner: a stack that
  /// had its last page has it still}
  static Scenario resized(Scenario s, long pages) {
    if (pages < 1 || pages > Variation.LONGEST) {
      return s;
    }
    int length = (int) pages;
    boolean toTheEnd = s.pages().stream().anyMatch(f -> f.page() == s.length() - 1);
    Scenario longer = Altered.length(s, length);
    return toTheEnd ? Altered.pages(longer, filled(length)) : longer;
  }

  /// {@return the scenario with another shift, unless only the old one keeps the contract}
  static Scenario moved(Scenario s, long shift) {
    Scenario to = Altered.shift(s, shift);
    return to.withinContract() || !s.withinContract() ? to : s;
  }

  /// {@return the scenario with a stack that ends elsewhere and moves to where it would have}
  static Scenario arriving(Scenario s, long end) {
    return moved(Altered.end(s, end), s.shift() + end - s.end());
  }

  /// {@return the scenario with a stack that ends elsewhere and begins where it did}
  static Scenario stretched(Scenario s, long end) {
    return resized(Altered.end(s, end), (end - s.start()) / PAGE);
  }

  private static List<Fill> with(List<Fill> pages, Fill one) {
    List<Fill> list = new ArrayList<>(pages);
    list.removeIf(f -> f.page() == one.page());
    list.add(one);
    return list;
  }

  private static Scenario toggled(Scenario s, Trait t) {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    traits.addAll(s.traits());
    if (!traits.remove(t)) {
      traits.add(t);
    }
    return Altered.traits(s, traits);
  }

  private static void neighbours(List<Variation> list) {
    for (int gap : new int[] {0, 1, 3, 511}) {
      list.add(s -> beside(s, new Neighbour(Side.ABOVE, gap, 1, true)));
    }
    list.add(s -> beside(s, new Neighbour(Side.BELOW, 0, 1, true)));
    for (int more : new int[] {-1, 0, 1, 511}) {
      list.add(s -> beside(s, new Neighbour(Side.BELOW, pages(s.shift()) + more, 1, true)));
    }
    for (int which = 0; which < 2; which++) {
      int i = which;
      list.add(s -> i < s.neighbours().size() ? replaced(s, i, List.of()) : s);
      neighbour(list, i, n -> new Neighbour(n.side(), n.gap() + 1, n.length(), n.populated()));
      neighbour(list, i, n -> new Neighbour(n.side(), n.gap() - 1, n.length(), n.populated()));
      neighbour(list, i, n -> new Neighbour(n.side(), n.gap(), n.length() * 2, n.populated()));
      neighbour(list, i, n -> new Neighbour(n.side(), n.gap(), n.length(), !n.populated()));
    }
  }

  /// Adds a variation of one of the neighbours, if there are so many.
  static void neighbour(List<Variation> list, int i, UnaryOperator<Neighbour> to) {
    list.add(
        s ->
            i < s.neighbours().size()
                ? replaced(s, i, List.of(to.apply(s.neighbours().get(i))))
                : s);
  }

  private static Scenario replaced(Scenario s, int i, List<Neighbour> by) {
    List<Neighbour> list = new ArrayList<>(s.neighbours());
    list.remove(i);
    list.addAll(by);
    return ordered(s, list);
  }

  /// {@return the scenario with a neighbour more}
  static Scenario beside(Scenario s, Neighbour n) {
    List<Neighbour> list = new ArrayList<>(s.neighbours());
    list.add(n);
    return ordered(s, list);
  }

  private static Scenario ordered(Scenario s, List<Neighbour> list) {
    list.sort(Comparator.comparingLong(n -> Variation.start(s, n)));
    return Altered.neighbours(s, list);
  }

  /// {@return so many bytes in pages; a number that no layout has, if they are too many}
  static int pages(long bytes) {
    long pages = bytes / PAGE;
    return pages >= 0 && pages <= Variation.LONGEST ? (int) pages : Integer.MIN_VALUE / 2;
  }

  private static void faults(List<Variation> list) {
    list.add(s -> s.withFaults(FaultPlan.NONE));
    IntStream.rangeClosed(1, ALLOCATIONS)
        .forEach(
            k -> {
              list.add(s -> s.withFaults(FaultPlan.allocations(k)));
              list.add(s -> s.withFaults(s.faults().and(FaultPlan.allocations(k))));
            });
    list.add(s -> s.withFaults(FaultPlan.interrupts(1)));
    list.add(s -> s.withFaults(FaultPlan.interrupts(2)));
  }
}
