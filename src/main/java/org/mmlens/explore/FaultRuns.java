package org.mmlens.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mmlens.lens.Requests;
import org.mmlens.lens.Scenario;
import org.mmlens.machine.FaultPlan;

/// Chooses what of which layouts is refused.
///
/// Where both sides of a pair allocate in the same order, the k-th allocation of one is that of the
/// other, and each fails in turn. Where they do not, the k-th of all would be a slab object here
/// and a page there: then the two allocators count for themselves, so that moving one allocation
/// past another is not mistaken for failing at another place.
final class FaultRuns {

  private final List<Layout> layouts = new ArrayList<>();

  /// A layout and how often it asks on the side that asks more often.
  private record Layout(Scenario scenario, Requests before, Requests after) {

    static Layout of(Lanes.Pair pair) {
      return new Layout(pair.scenario(), pair.before().requests(), pair.after().requests());
    }

    private boolean alike() {
      return before.sameAllocations(after);
    }

    int most(Kind kind) {
      return switch (kind) {
        case ALLOCATION -> alike() ? before.allocations() : 0;
        case SLAB -> alike() ? 0 : Math.max(before.slab(), after.slab());
        case PAGE -> alike() ? 0 : Math.max(before.pages(), after.pages());
        case WAIT -> Math.max(before.waits(), after.waits());
      };
    }
  }

  /// What is counted.
  private enum Kind {
    ALLOCATION,
    SLAB,
    PAGE,
    WAIT;

    FaultPlan refusing(int k) {
      return switch (this) {
        case ALLOCATION -> FaultPlan.allocations(k);
        case SLAB -> FaultPlan.slab(k);
        case PAGE -> FaultPlan.pages(k);
        case WAIT -> FaultPlan.interrupts(k);
      };
    }
  }

  /// Takes a layout into account that was run without faults, if callers can ask for it.
  void add(Lanes.Pair pair) {
    if (pair.scenario().withinContract()) {
      layouts.add(Layout.of(pair));
    }
  }

  /// {@return one request refused: every k gets its share of the runs, spread evenly over the
  /// layouts that ask so often; what one k does not use up, those after it may}
  ///
  /// @param runs how many at the most
  List<Scenario> once(int runs) {
    List<Scenario> planned = new ArrayList<>();
    int[] most = Stream.of(Kind.values()).mapToInt(this::most).toArray();
    int left = IntStream.of(most).sum();
    for (int k = 1; left > 0; k++) {
      for (Kind kind : Kind.values()) {
        if (k <= most[kind.ordinal()]) {
          int wanted = k;
          List<Layout> eligible = layouts.stream().filter(l -> l.most(kind) >= wanted).toList();
          int share = Math.min(eligible.size(), (runs - planned.size()) / left);
          for (Layout layout : spread(eligible, share)) {
            planned.add(layout.scenario().withFaults(kind.refusing(k)));
          }
          left--;
        }
      }
    }
    return planned;
  }

  private int most(Kind kind) {
    return layouts.stream().mapToInt(l -> l.most(kind)).max().orElse(0);
  }

  /// {@return the same with a second request refused, one that comes later or is counted otherwise;
  /// none for a wait that a signal ends, and none where the run does not go on}
  ///
  /// @param pair what refusing the first showed
  static List<Scenario> again(Lanes.Pair pair) {
    Layout run = Layout.of(pair);
    FaultPlan first = pair.scenario().faults();
    BiFunction<Integer, Kind, Stream<Scenario>> more =
        (from, kind) ->
            IntStream.rangeClosed(from, run.most(kind))
                .mapToObj(j -> pair.scenario().withFaults(first.and(kind.refusing(j))));
    Stream<Scenario> found = Stream.empty();
    if (!first.allocations().isEmpty()) {
      found = more.apply(first.allocations().first() + 1, Kind.ALLOCATION);
    } else if (!first.slab().isEmpty()) {
      found =
          Stream.concat(more.apply(first.slab().first() + 1, Kind.SLAB), more.apply(1, Kind.PAGE));
    } else if (!first.pages().isEmpty()) {
      found = more.apply(first.pages().first() + 1, Kind.PAGE);
    }
    return found.toList();
  }

  /// {@return at most so many of them, evenly spread}
  static <T> List<T> spread(List<T> all, int most) {
    int count = Math.min(all.size(), most);
    return IntStream.range(0, count)
        .mapToObj(n -> all.get((int) ((long) n * all.size() / count)))
        .toList();
  }
}
