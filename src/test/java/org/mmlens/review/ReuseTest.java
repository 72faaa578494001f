package org.mmlens.review;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertIterableEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mmlens.explore.ScenarioSpace;
import org.mmlens.lens.Observation;
import org.mmlens.lens.Rig.Extent;
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

  /// How many pairs of runs ended in the same state.
  private int same;

  /// How many pairs of sides were known to end alike where they are in the same state.
  private int alikeSides;

  /// A function and the file it stands in.
  ///
  /// @param file its path
  /// @param function its name
  /// @param end whether what takes an address space down comes to it
  record Changed(String file, String function, boolean end) {}

  static Stream<Changed> functions() {
    return Stream.of(
        new Changed("fs/exec.c", "shift_arg_pages", false),
        new Changed("mm/mmap.c", "vma_expand", false),
        new Changed("mm/memory.c", "free_pgd_range", true),
        new Changed("mm/mmap.c", "exit_mmap", true),
        new Changed("mm/mmap.c", "insert_vm_struct", false));
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
    assertTrue(
        changed.end() ? same == 0 : same > SCENARIOS.size() / 4,
        same + " pairs were taken for the same");
    assertTrue(changed.end() ? alikeSides == 0 : 2 * alikeSides > ran, alikeSides + " of " + ran);
  }

  static Stream<Map<String, String>> edits() {
    String types = FIXTURE.text("include/linux/mm_types.h").orElseThrow();
    String exec = FIXTURE.text("fs/exec.c").orElseThrow();
    return Stream.of(
        Map.of(
            "include/linux/mm_types.h",
            types.replace(
                "\tunsigned long vm_pgoff;", "\tunsigned long own;\n\tunsigned long vm_pgoff;")),
        Map.of(
            "fs/exec.c",
            exec.replaceFirst(
                "(?s)(shift_arg_pages\\([^)]*\\)\\s*\\{)",
                "$1 static int own = 1; static const char *said = \"own\"; if (!own || !said)"
                    + " BUG();")),
        Map.of(
            "fs/exec.c",
            exec.replaceFirst(
                "(?s)(shift_arg_pages\\([^)]*\\)\\s*\\{)", "$1 static int own; own++;")));
  }

  @ParameterizedTest
  @MethodSource("edits")
  void anEditOfDataShowsTheSameWithAndWithoutReuse(Map<String, String> files) {
    SourceTree tree = KernelTrees.with(FIXTURE, files);
    var bench =
        new Workbench(
            ReviewOptions.standard(),
            Set.of("shift_arg_pages"),
            new TreeCompiler(KernelConfig.standard(), files.keySet()));
    StackRig before = rig(bench.side(FIXTURE));
    StackRig after = rig(bench.side(tree));

    assertIterableEquals(
        shown(before, after, StackRig.Reuse.OFF), shown(before, after, StackRig.Reuse.ON));
  }

  /// A store under the old name is then one of another member, though every byte is the same.
  @ParameterizedTest
  @ValueSource(strings = {"cached_vma_last", "memcg_data"})
  void whereAMemberOfAnObjectIsAnotherNeitherSideStandsForTheOther(String member) {
    Map<String, String> files = new TreeMap<>();
    for (String path :
        List.of("include/linux/rmap.h", "mm/interval_tree.c", "include/linux/mm_types.h")) {
      FIXTURE
          .text(path)
          .filter(text -> text.contains(member))
          .ifPresent(text -> files.put(path, text.replaceAll("\\b" + member + "\\b", "renamed")));
    }
    var bench =
        new Workbench(
            ReviewOptions.standard(),
            Set.of(),
            new TreeCompiler(KernelConfig.standard(), files.keySet()));
    StackRig before = rig(bench.side(FIXTURE));

    assertTrue(before.endsLike(before));
    assertFalse(before.endsLike(rig(bench.side(KernelTrees.with(FIXTURE, files)))));
  }

  private static StackRig rig(Side side) {
    return assertInstanceOf(Side.Ready.class, side).rig();
  }

  /// {@return what differs in each scenario, and what the runs have counted}
  private List<String> shown(StackRig before, StackRig after, StackRig.Reuse reuse) {
    StringBuilder text = new StringBuilder();
    for (StackRig rig : List.of(before, after)) {
      rig.forget();
      rig.reuse(reuse);
    }
    int turn = 0;
    boolean alike = before.endsLike(after);
    alikeSides += alike ? 1 : 0;
    for (Scenario s : SCENARIOS) {
      for (int k = 0; k <= FAULTS; k++) {
        Scenario failing = k == 0 ? s : s.withFaults(new TreeSet<>(Set.of(k)));
        turn++;
        Observation b = before.run(failing, !alike && turn % 2 == 0 ? Extent.EXIT : Extent.RETURN);
        Observation a = after.run(failing, alike || turn % 2 == 0 ? Extent.RETURN : Extent.EXIT);
        same += b.sameAs(a) ? 1 : 0;
        text.append(failing).append(": ").append(b.differences(a));
        text.append(b.sameEffectsInSomeOrder(a)).append(b.fork(a)).append(a.allocations());
        text.append(b.stopped()).append(a.stopped()).append(a.undecided());
        text.append(b.left()).append(a.left()).append(a.notTornDown()).append('\n');
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
