package org.mmlens.explore;

import java.util.List;
import java.util.Optional;
import org.mmlens.lens.Observable;
import org.mmlens.lens.Outcome;
import org.mmlens.lens.Scenario;

/// One way in which the two sides differ, with the smallest scenario found that shows it.
///
/// @param observable the first observable, in the order of the enum, that differs
/// @param also the others that differ in this scenario
/// @param summary one sentence, no full stop, that names what is seen on each side
/// @param withinContract whether the scenario keeps the entry function's contract
/// @param orderOnly whether only the order of independent effects differs
/// @param scenario the counterexample, shrunk
/// @param before what the side before the patch does with it
/// @param after what the side after the patch does with it
/// @param parting where the two runs part
/// @param scenariosDiffering how many of the scenarios run differ in this way
public record Difference(
    Observable observable,
    List<Observable> also,
    String summary,
    boolean withinContract,
    boolean orderOnly,
    Scenario scenario,
    Outcome before,
    Outcome after,
    Optional<Parting> parting,
    int scenariosDiffering) {
  /// Copies the list.
  public Difference {
    also = List.copyOf(also);
  }

  /// The first effect in which two traced runs differ.
  ///
  /// @param before what the side before did; absent if its run had ended
  /// @param after what the side after did; absent if its run had ended
  public record Parting(Optional<Outcome.Event> before, Optional<Outcome.Event> after) {}
}
