package org.mmlens.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.mmlens.explore.ScenarioSpace;
import org.mmlens.lens.Observation;
import org.mmlens.lens.Rig;
import org.mmlens.lens.Scenario;
import org.mmlens.review.RelocationLaw.LastError;

/// The unmodified function of each kernel keeps [RelocationLaw] in every scenario, and no scenario
/// is left undecided.
///
/// `-Dmmlens.long=true` judges all scenarios, and lets every allocation of each fail once.
class RelocationLawTest {

  private static final boolean LONG = Boolean.getBoolean("mmlens.long");
  private static final int JUDGED = LONG ? Integer.MAX_VALUE : 600;
  private static final int FAULTS = LONG ? Integer.MAX_VALUE : 150;

  @TestFactory
  Stream<DynamicTest> theWholeSpaceObeysTheLaw() {
    return Stream.of("fixture", "6.12", "6.1")
        .map(name -> DynamicTest.dynamicTest(name, () -> obeys(name)));
  }

  private static void obeys(String name) {
    Rig rig = KernelTrees.ready(KernelTrees.open(name)).rig();
    List<String> broken = new ArrayList<>();
    List<Scenario> layouts = ScenarioSpace.all();
    List<Scenario> failing = new ArrayList<>();
    for (Scenario s : layouts) {
      Observation seen = rig.run(s);
      seen.undecided().ifPresent(why -> broken.add(s + ": undecided: " + why));
      for (int k = 1; k <= seen.allocations() && s.withinContract(); k++) {
        failing.add(s.withFaults(new TreeSet<>(List.of(k))));
      }
    }
    List<Scenario> all = new ArrayList<>(evenly(layouts, JUDGED));
    all.addAll(evenly(failing, FAULTS));
    LastError last = name.equals("6.1") ? LastError.FORGOTTEN : LastError.RETURNED;
    int judged = 0;
    for (Scenario s : all) {
      if (s.withinContract() && !beyond(name, s)) {
        judged++;
        RelocationLaw.violations(s, rig.explain(s), last).forEach(v -> broken.add(s + ": " + v));
      }
    }
    System.out.printf(
        "%s: %,d layouts, %,d of %,d failing allocations; %,d runs judged by the law%n",
        name, layouts.size(), Math.min(FAULTS, failing.size()), failing.size(), judged);
    assertEquals(List.of(), broken.stream().limit(20).toList());
  }

  private static List<Scenario> evenly(List<Scenario> all, int most) {
    int count = Math.min(most, all.size());
    List<Scenario> some = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      some.add(all.get((int) ((long) i * all.size() / count)));
    }
    return some;
  }

  /// Whether a scenario asks more than the function of a kernel promises. `__vma_adjust()` of 6.1
  /// takes a VMA above for one into which the upper end is merged: it moves its start, and a new
  /// program has none there.
  private static boolean beyond(String name, Scenario s) {
    return name.equals("6.1")
        && s.neighbours().stream().anyMatch(n -> n.side() == Scenario.Side.ABOVE);
  }

  @TestFactory
  Stream<DynamicTest> theLawIsBrokenByAMistake() {
    return Stream.of(
            new EditedTree.Edit("fs/exec.c", "shift_arg_pages", "vma_prev\\(&vmi\\);", ";"),
            new EditedTree.Edit("fs/exec.c", "shift_arg_pages", "next \\? next->vm_start :", ""),
            new EditedTree.Edit("fs/exec.c", "shift_arg_pages", "-EFAULT", "-EINVAL"),
            new EditedTree.Edit("mm/mremap.c", "move_ptes", "force_flush = true", "continue"),
            new EditedTree.Edit("mm/memory.c", "free_pmd_range", "mm_dec_nr_pmds[^;]*;", ";"))
        .map(
            edit ->
                DynamicTest.dynamicTest(
                    edit.from(),
                    () -> {
                      Rig rig =
                          KernelTrees.ready(EditedTree.edited(FixtureTree.open(), edit)).rig();

                      assertFalse(
                          ScenarioSpace.all().stream()
                              .filter(Scenario::withinContract)
                              .allMatch(
                                  s ->
                                      RelocationLaw.violations(
                                              s, rig.explain(s), LastError.RETURNED)
                                          .isEmpty()));
                    }));
  }
}
