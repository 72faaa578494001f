package org.mmlens.explore;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mmlens.diag.Position;
import org.mmlens.lens.Observable;
import org.mmlens.lens.Outcome;
import org.mmlens.lens.Scenario;

/// One mistake, or one change of behaviour: what makes the two sides differ, with the smallest
/// scenario found that shows it.
///
/// @param observable the first observable, in the order of the enum, that differs
/// @param also the others that differ in this scenario
/// @param elsewhere those that differ only in other scenarios, for the same cause
/// @param summary one sentence, no full stop, that names what is seen on each side
/// @param withinContract whether the scenario keeps the entry function's contract
/// @param orderOnly whether only the order of independent effects differs
/// @param scenario the counterexample, shrunk
/// @param before what the side before the patch does with it
/// @param after what the side after the patch does with it
/// @param parting where the two runs part
/// @param scenariosDiffering how many of the scenarios run differ for the same cause
/// @param causes the changed places that make the difference, after the patch, or where they were;
///   empty if none can be told from others
public record Difference(
    Observable observable,
    List<Observable> also,
    List<Observable> elsewhere,
    String summary,
    boolean withinContract,
    boolean orderOnly,
    Scenario scenario,
    Outcome before,
    Outcome after,
    Optional<Parting> parting,
    int scenariosDiffering,
    List<Position> causes) {
  /// Copies the lists.
  public Difference {
    also = List.copyOf(also);
    elsewhere = List.copyOf(elsewhere);
    causes = List.copyOf(causes);
  }

  /// A difference of which only one scenario is known, and not what causes it.
  ///
  /// @param observable the first observable that differs
  /// @param also the others that differ
  /// @param summary one sentence, no full stop, that names what is seen on each side
  /// @param withinContract whether the scenario keeps the entry function's contract
  /// @param orderOnly whether only the order of independent effects differs
  /// @param scenario the counterexample
  /// @param before what the side before the patch does with it
  /// @param after what the side after the patch does with it
  /// @param parting where the two runs part
  /// @param scenariosDiffering how many of the scenarios run differ in this way
  public Difference(
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
    this(
        observable,
        also,
        List.of(),
        summary,
        withinContract,
        orderOnly,
        scenario,
        before,
        after,
        parting,
        scenariosDiffering,
        List.of());
  }

  /// {@return the observables that differ in any scenario, in the order of the enum}
  public List<Observable> observables() {
    return Stream.of(List.of(observable), also, elsewhere)
        .flatMap(List::stream)
        .distinct()
        .sorted()
        .toList();
  }

  /// The first effect in which two traced runs differ.
  ///
  /// @param before what the side before did; absent if its run had ended
  /// @param after what the side after did; absent if its run had ended
  public record Parting(Optional<Outcome.Event> before, Optional<Outcome.Event> after) {}
}
