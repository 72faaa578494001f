package org.mmlens.explore;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mmlens.lens.Observable;
import org.mmlens.lens.Observation;
import org.mmlens.lens.Outcome;
import org.mmlens.lens.Rig;
import org.mmlens.lens.Scenario;

/// One scenario, run on both sides with tracing on.
///
/// @param scenario what was run
/// @param before what the side before the patch does with it
/// @param after what the side after the patch does with it
/// @param difference how they differ, if they do
/// @param undecided why nothing can be concluded, one reason a side; empty if something can
public record Rerun(
    Scenario scenario,
    Outcome before,
    Outcome after,
    Optional<Difference> difference,
    List<String> undecided) {
  /// Copies the list.
  public Rerun {
    undecided = List.copyOf(undecided);
  }

  /// {@return what running the scenario shows}
  ///
  /// @param before the side before the patch
  /// @param after the side after the patch
  /// @param scenario as it is; nothing is shrunk
  public static Rerun of(Rig before, Rig after, Scenario scenario) {
    Observation b = before.run(scenario);
    Observation a = after.run(scenario);
    Outcome left = before.explain(scenario);
    Outcome right = after.explain(scenario);
    Set<String> undecided = new TreeSet<>();
    Stream.of(b, a).flatMap(o -> o.undecided().stream()).forEach(undecided::add);
    List<Observable> differ = new ArrayList<>(b.differences(a));
    Optional<Difference> difference =
        undecided.isEmpty() && !differ.isEmpty()
            ? Optional.of(difference(scenario, differ, left, right, orderOnly(differ, b, a)))
            : Optional.empty();
    return new Rerun(scenario, left, right, difference, List.copyOf(undecided));
  }

  private static boolean orderOnly(List<Observable> differ, Observation b, Observation a) {
    return EnumSet.copyOf(differ).equals(EnumSet.of(Observable.EFFECTS))
        && b.sameEffectsInSomeOrder(a);
  }

  private static Difference difference(
      Scenario scenario, List<Observable> differ, Outcome b, Outcome a, boolean orderOnly) {
    Observable first = differ.getFirst();
    return new Difference(
        first,
        differ.subList(1, differ.size()),
        Summary.of(first, orderOnly, b, a),
        scenario.withinContract(),
        orderOnly,
        scenario,
        b,
        a,
        Parted.at(b, a),
        1);
  }
}
