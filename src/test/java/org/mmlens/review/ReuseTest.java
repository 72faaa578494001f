package org.mmlens.review;

import static org.junit.jupiter.api.Assertions.assertIterableEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mmlens.explore.ScenarioSpace;
import org.mmlens.lens.Observation;
import org.mmlens.lens.Scenario;
import org.mmlens.lens.StackRig;
import org.mmlens.mutate.Mutant;
import org.mmlens.mutate.Mutants;
import org.mmlens.port.KernelConfig;
import org.mmlens.tree.FileMode;
import org.mmlens.tree.OverlayTree;
import org.mmlens.tree.SourceTree;

/// What is done only once, because it was done before or on the other side, shows nothing else than
/// if it were done every time.
class ReuseTest {

  private static final int EVERY_SCENARIO = 23;
  private static final int EVERY_MUTANT = 9;
  private static final int FAULTS = 2;
  private static final List<Scenario> SCENARIOS = scenarios();

  private static final SourceTree FIXTURE = FixtureTree.open();

  /// A function and the file it stands in.
  ///
  /// @param file its path
  /// @param function its name
  record Changed(String file, String function) {}

  static Stream<Changed> functions() {
    return Stream.of(
        new Changed("fs/exec.c", "shift_arg_pages"),
        new Changed("mm/mmap.c", "vma_expand"),
        new Changed("mm/memory.c", "free_pgd_range"),
        new Changed("mm/mmap.c", "exit_mmap"),
        new Changed("mm/mmap.c", "insert_vm_struct"));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void everyMutantShowsTheSameWithAndWithoutReuse(Changed changed) {
    var bench =
        new Workbench(
            ReviewOptions.standard().withSteps(50_000),
            Set.of(changed.function()),
            new TreeCompiler(KernelConfig.standard(), Set.of(changed.file())));
    Side before = bench.side(FIXTURE);
    byte[] file = FIXTURE.read(changed.file()).orElseThrow();
    List<Mutant> mutants = Mutants.of(changed.file(), file, changed.function());
    int ran = 0;
    for (int i = 0; i < mutants.size(); i += EVERY_MUTANT) {
      Mutant mutant = mutants.get(i);
      SourceTree tree =
          OverlayTree.of(
              FIXTURE,
              Map.of(
                  changed.file(),
                  new OverlayTree.Change.Written(FileMode.REGULAR, mutant.in(file))),
              "mutant");
      if (bench.side(tree) instanceof Side.Ready after && before instanceof Side.Ready b) {
        ran++;
        assertIterableEquals(
            shown(b.rig(), after.rig(), StackRig.Reuse.OFF),
            shown(b.rig(), after.rig(), StackRig.Reuse.ON),
            mutant::toString);
      }
      bench.drop(tree);
    }
    assertTrue(ran > 2, ran + " mutants ran");
  }

  /// {@return what differs in each scenario, and what the runs have counted}
  private static List<String> shown(StackRig before, StackRig after, StackRig.Reuse reuse) {
    StringBuilder text = new StringBuilder();
    for (StackRig rig : List.of(before, after)) {
      rig.forget();
      rig.reuse(reuse);
    }
    for (Scenario s : SCENARIOS) {
      for (int k = 0; k <= FAULTS; k++) {
        Scenario failing = k == 0 ? s : s.withFaults(new TreeSet<>(Set.of(k)));
        Observation b = before.run(failing);
        Observation a = after.run(failing);
        text.append(failing).append(": ").append(b.differences(a));
        text.append(b.sameEffectsInSomeOrder(a)).append(b.fork(a)).append(a.allocations());
        text.append(b.stopped()).append(a.stopped()).append(a.undecided());
        text.append(b.left()).append(a.left()).append('\n');
      }
    }
    for (StackRig rig : List.of(before, after)) {
      text.append(rig.entered()).append(rig.returned()).append(rig.modelCalls());
      text.append(Arrays.hashCode(rig.coverage()));
    }
    return text.toString().lines().toList();
  }

  private static List<Scenario> scenarios() {
    List<Scenario> all = ScenarioSpace.all();
    return IntStream.range(0, all.size())
        .filter(i -> i % EVERY_SCENARIO == 0)
        .mapToObj(all::get)
        .toList();
  }
}
