package org.mmlens.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mmlens.lens.Observable;
import org.mmlens.lens.Observation;
import org.mmlens.lens.Scenario;

/// Scenarios in which the two sides differ in the same way.
final class Sighting {

  /// How many of the scenarios are remembered.
  private static final int EXAMPLES = 8;

  /// Behaviour before what no caller makes and mere order; then where no allocation has to fail,
  /// the most telling observable, and what is quickly looked at.
  static final Comparator<Sighting> MOST_TELLING =
      Comparator.comparing((Sighting s) -> s.way().kind())
          .thenComparing(s -> !s.first().faults().isEmpty())
          .thenComparing(s -> s.way().observable())
          .thenComparingLong(s -> ScenarioSpace.weight(s.first()));

  private final Way way;
  private final List<Scenario> examples = new ArrayList<>();
  private int count;

  Sighting(Way way) {
    this.way = way;
  }

  /// What a difference means for a caller.
  enum Kind {
    /// A caller can notice it.
    BEHAVIOUR,
    /// Only one that breaks the contract can.
    OUTSIDE,
    /// Only the order of independent effects differs.
    ORDER,
    /// The same, outside the contract.
    ORDER_OUTSIDE;

    boolean orderOnly() {
      return this == ORDER || this == ORDER_OUTSIDE;
    }
  }

  /// How two runs differ.
  ///
  /// @param observables in which they do
  /// @param kind what that means
  /// @param fork what happens on each side where their effects part
  record Way(Set<Observable> observables, Kind kind, String fork) {

    /// {@return the first observable that differs}
    Observable observable() {
      return observables.iterator().next();
    }

    /// {@return how two runs of a scenario differ; empty if they do not, or if nothing can be said}
    static Optional<Way> of(Scenario s, Observation before, Observation after) {
      if (before.undecided().isPresent() || after.undecided().isPresent()) {
        return Optional.empty();
      }
      Set<Observable> differ = before.differences(after);
      if (differ.isEmpty()) {
        return Optional.empty();
      }
      boolean order =
          differ.equals(EnumSet.of(Observable.EFFECTS)) && before.sameEffectsInSomeOrder(after);
      Kind kind =
          s.withinContract()
              ? order ? Kind.ORDER : Kind.BEHAVIOUR
              : order ? Kind.ORDER_OUTSIDE : Kind.OUTSIDE;
      return Optional.of(new Way(differ, kind, before.fork(after)));
    }
  }

  void add(Scenario scenario) {
    count++;
    if (examples.size() < EXAMPLES) {
      examples.add(scenario);
    }
  }

  Way way() {
    return way;
  }

  /// {@return the first scenario that was seen}
  Scenario first() {
    return examples.getFirst();
  }

  List<Scenario> examples() {
    return examples;
  }

  int count() {
    return count;
  }
}
