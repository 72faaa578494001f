package org.mmlens.review;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.mmlens.explore.ScenarioSpace;
import org.mmlens.lens.Observation;
import org.mmlens.lens.Scenario;
import org.mmlens.lens.StackRig;
import org.mmlens.tree.SourceTree;

/// Scenarios, and the two sides they are run on: the same tree twice, as no difference takes the
/// longest.
///
/// @param before one side
/// @param after the other
record Pairs(StackRig before, StackRig after) {

  /// {@return both sides of a tree}
  ///
  /// @param tree `fixture` or a version
  static Pairs of(String tree) {
    SourceTree opened = KernelTrees.open(tree);
    return new Pairs(KernelTrees.ready(opened).rig(), KernelTrees.ready(opened).rig());
  }

  /// {@return every layout that comes to its end, or to a BUG, and each again with each of its
  /// allocations failing}
  ///
  /// What ends in another way is not for native C: it has no checks that would end it.
  List<Scenario> scenarios() {
    List<Scenario> found = new ArrayList<>();
    for (Scenario layout : ScenarioSpace.all()) {
      Observation seen = before.run(layout);
      add(found, layout, seen);
      for (int k = 1; k <= seen.allocations() && layout.withinContract(); k++) {
        Scenario failing = layout.withFaults(new TreeSet<>(List.of(k)));
        add(found, failing, before.run(failing));
      }
    }
    return List.copyOf(found);
  }

  private static void add(List<Scenario> found, Scenario scenario, Observation seen) {
    boolean comparable =
        seen.undecided().isEmpty() && seen.stopped().filter(s -> !s.startsWith("BUG")).isEmpty();
    if (comparable) {
      found.add(scenario);
    }
  }

  /// Runs each scenario on both sides and compares.
  ///
  /// @param scenarios what is run
  /// @return how many differ
  int run(List<Scenario> scenarios) {
    int differing = 0;
    for (Scenario s : scenarios) {
      differing += before.run(s).differences(after.run(s)).isEmpty() ? 0 : 1;
    }
    return differing;
  }
}
