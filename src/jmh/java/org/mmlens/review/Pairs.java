package org.mmlens.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.mmlens.explore.ScenarioSpace;
import org.mmlens.ir.Function;
import org.mmlens.lens.Observation;
import org.mmlens.lens.Rig.Extent;
import org.mmlens.lens.Scenario;
import org.mmlens.lens.StackRig;
import org.mmlens.port.KernelConfig;
import org.mmlens.tree.SourceTree;

/// Scenarios, and the two sides they are run on, which do the same, as that takes the longest.
///
/// @param before one side
/// @param after the other
record Pairs(StackRig before, StackRig after) {

  /// {@return both sides of a patch that says the same in other words}
  ///
  /// @param name `fixture` or a version
  static Pairs of(String name) {
    SourceTree tree = KernelTrees.open(name);
    Function entry = KernelTrees.ready(tree).entry();
    String file = entry.at().path();
    var rewritten =
        new EditedTree.Edit(
            file, entry.name(), "(?s)\\A(.*?)\\{", "$1{ if (shift == 1 && shift == 2) return -1;");
    var bench =
        new Workbench(
            ReviewOptions.standard(),
            Set.of(entry.name()),
            new TreeCompiler(KernelConfig.standard(), Set.of(file)));
    return new Pairs(rig(bench, tree), rig(bench, EditedTree.edited(tree, rewritten)));
  }

  private static StackRig rig(Workbench bench, SourceTree tree) {
    return switch (bench.side(tree)) {
      case Side.Ready ready -> ready.rig();
      case Side.Unfit(String reason) -> throw new IllegalStateException(reason);
      case Side.Broken(var errors) -> throw new IllegalStateException(errors.getFirst().render());
    };
  }

  /// Says whether runs make use of what was done before.
  void reuse(StackRig.Reuse what) {
    before.reuse(what);
    after.reuse(what);
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

  /// Runs each scenario on both sides and compares, as an exploration does.
  ///
  /// @param scenarios what is run
  /// @return how many differ
  int run(List<Scenario> scenarios) {
    int differing = 0;
    boolean alike = before.endsLike(after);
    int turn = 0;
    for (Scenario s : scenarios) {
      Observation b = before.run(s, !alike && turn++ % 2 == 0 ? Extent.EXIT : Extent.RETURN);
      Observation a = after.run(s, !alike && turn % 2 == 0 ? Extent.EXIT : Extent.RETURN);
      differing += b.differences(a).isEmpty() ? 0 : 1;
    }
    return differing;
  }
}
