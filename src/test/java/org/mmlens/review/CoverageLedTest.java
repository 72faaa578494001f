package org.mmlens.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mmlens.explore.Evidence;
import org.mmlens.explore.Exploration;
import org.mmlens.explore.Goal;
import org.mmlens.explore.Leads;
import org.mmlens.explore.Wanted;
import org.mmlens.review.EditedTree.Edit;
import org.mmlens.tree.SourceTree;

/// A difference behind a condition that no planned layout meets is found by varying scenarios, led
/// by the branches that runs take.
class CoverageLedTest {

  private static final String EXEC = "fs/exec.c";
  private static final String ENTRY = "shift_arg_pages";
  private static final SourceTree TREE = FixtureTree.open();
  private static final int FAULT_RUNS = 200;

  /// Two trees, ready to run.
  private record Pair(
      Workbench bench, Side.Ready before, Side.Ready after, ChangedCode changed, int threads) {

    static Pair of(SourceTree before, SourceTree after, String file, int threads) {
      ReviewOptions options = options(threads);
      ChangedCode changed = ChangedCode.between(before, after, Set.of(file));
      var bench =
          new Workbench(
              options,
              changed.functions().keySet(),
              new TreeCompiler(options.config(), Set.of(file)));
      return new Pair(
          bench,
          assertInstanceOf(Side.Ready.class, bench.side(before)),
          assertInstanceOf(Side.Ready.class, bench.side(after)),
          changed,
          threads);
    }

    static ReviewOptions options(int threads) {
      return ReviewOptions.standard().withThreads(threads).withFaultRuns(FAULT_RUNS);
    }

    Verdict verdict() {
      return bench
          .compare(before, after, new Subject(changed, _ -> List.of()), Progress.none())
          .verdict();
    }

    /// {@return what the planned runs show alone}
    Exploration.Result planned() {
      return run(
          Exploration.Plan.whole(Behaviour.layouts(before, after), FAULT_RUNS, Leads.none()),
          () -> false);
    }

    Exploration.Result run(Exploration.Plan plan, BooleanSupplier interrupted) {
      return new Exploration(before.rig(), after.rig(), plan, threads, (_, _, _) -> {}, interrupted)
          .run();
    }
  }

  /// {@return the tree with statements in the entry, before it takes page tables away}
  private static SourceTree with(String statements) {
    return EditedTree.edited(
        TREE, new Edit(EXEC, ENTRY, "lru_add_drain\\(\\);", statements + "\n\tlru_add_drain();"));
  }

  private static void assertFound(SourceTree before, SourceTree after) {
    Pair pair = Pair.of(before, after, EXEC, 2);
    Exploration.Result planned = pair.planned();

    assertTrue(planned.undecided().isEmpty() && planned.complete(), planned::toString);
    assertEquals(List.of(), planned.differences(), "what was planned shows nothing");
    assertEquals("different", pair.verdict().word());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if (length == 7 * PAGE_SIZE) if (shift == 11 * PAGE_SIZE) return -EIO;",
        "if (shift >> PAGE_SHIFT == 200 && length >> PAGE_SHIFT == 20) return -EIO;",
        "switch (length >> PAGE_SHIFT) { case 19: if (shift == 23 * PAGE_SIZE) return -EIO; }"
      })
  void aStatementBehindTwoConditionsThatOneSideHasIsFound(String statements) {
    assertFound(TREE, with(statements));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if (length == 7 * PAGE_SIZE) if (shift == 11 * PAGE_SIZE) return %s;",
        "if (old_end == 0x7f1234567000UL && length > 3 * PAGE_SIZE && shift < 3 * PAGE_SIZE)"
            + " return %s;",
        "if (length == 7 * PAGE_SIZE && shift == 11 * PAGE_SIZE && vma->vm_flags & VM_LOCKED)"
            + " return %s;"
      })
  void aStatementBehindConditionsThatBothSidesHaveIsFound(String statements) {
    assertFound(with(statements.formatted("-EIO")), with(statements.formatted("-EAGAIN")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if ((new_start & (PMD_SIZE - 1)) == 0 && (old_end & (PMD_SIZE - 1)) == 3 * PAGE_SIZE)"
            + " return %s;",
        "if ((new_start & (PUD_SIZE - 1)) == 0 && (old_start & (PMD_SIZE - 1)) == 5 * PAGE_SIZE)"
            + " return %s;"
      })
  void aStatementForOneCombinationOfTableEdgesIsFound(String statements) {
    assertFound(with(statements.formatted("-EIO")), with(statements.formatted("-EAGAIN")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if (vma_next(&vmi)) if (vma_next(&vmi)) if (vma_next(&vmi)) return %s;",
        "next = vma_next(&vmi); if (next && next->vm_start - old_end == 6 * PAGE_SIZE)"
            + " return %s; vma_prev(&vmi);"
      })
  void aStatementForOneSurroundingIsFound(String statements) {
    assertFound(with(statements.formatted("-EIO")), with(statements.formatted("-EAGAIN")));
  }

  @Test
  void aConditionOverBitsOfSeveralValuesIsNotFoundAndStaysListed() {
    String statements = "if (((length ^ 0x7000) | (shift ^ 0x1b000)) == 0) return %s;";
    Pair pair =
        Pair.of(with(statements.formatted("-EIO")), with(statements.formatted("-EAGAIN")), EXEC, 2);

    var verdict = assertInstanceOf(Verdict.NoDifference.class, pair.verdict());

    assertFalse(verdict.evidence().coverageAfter().missing().isEmpty());
  }

  @Test
  void whatIsKeptCountsAndDoesNotDependOnThreadsOrOnRunsBefore() {
    String statements =
        "if (length == 7 * PAGE_SIZE) if (shift == 11 * PAGE_SIZE) if (!mm) return %s;";
    SourceTree before = with(statements.formatted("-EIO"));
    SourceTree after = with(statements.formatted("-EAGAIN"));
    Pair one = Pair.of(before, after, EXEC, 1);
    var first = assertInstanceOf(Verdict.NoDifference.class, one.verdict());

    assertTrue(
        first.evidence().scenarios() >= Behaviour.layouts(one.before(), one.after()).size() + 2,
        first::toString);
    assertEquals(
        List.of("mm never false"),
        first.evidence().coverageAfter().missing().stream()
            .map(m -> m.condition() + " never " + m.never())
            .toList());
    assertEquals("" + first, "" + one.verdict(), "twice");
    for (int threads : new int[] {2, 3}) {
      assertEquals("" + first, "" + Pair.of(before, after, EXEC, threads).verdict());
    }
  }

  @Test
  void whereNothingIsMissingNothingMoreIsRun() {
    SourceTree after =
        EditedTree.edited(TREE, new Edit(EXEC, ENTRY, "old_start - shift;", "old_start + -shift;"));
    Pair pair = Pair.of(TREE, after, EXEC, 2);
    var asked = new AtomicInteger();
    Exploration.Plan plan = plan(pair);
    BooleanSupplier counting = () -> asked.incrementAndGet() < 0;

    pair.run(plan, counting);
    int alone = asked.getAndSet(0);
    Exploration.Result result = pair.run(plan.with(goal(pair, 300)), counting);

    assertEquals(alone, asked.get(), "asked before each run whether to go on");
    assertEquals(plan.scenarios().size(), result.scenarios());
  }

  @Test
  void whatNothingCanTakeIsGivenUpWithinTheAttempts() {
    SourceTree after =
        EditedTree.edited(
            TREE,
            new Edit("mm/mmap.c", "vma_expand", "bool remove_next = false", "int remove_next = 0"));
    Pair pair = Pair.of(TREE, after, "mm/mmap.c", 2);

    var verdict = assertInstanceOf(Verdict.NoDifference.class, pair.verdict());

    Evidence evidence = verdict.evidence();
    int more = evidence.scenarios() - Behaviour.layouts(pair.before(), pair.after()).size();
    assertTrue(more >= 0 && more < 20, () -> more + " kept");
    assertTrue(
        evidence.coverageAfter().missing().stream().anyMatch(m -> m.condition().equals("next")));
  }

  @Test
  void anInterruptEndsTheSearch() {
    Pair pair = Pair.of(TREE, with("if (!mm) return -EIO;"), EXEC, 2);
    var asked = new AtomicInteger();
    Exploration.Plan plan = plan(pair);
    pair.run(plan, () -> asked.incrementAndGet() < 0);
    int alone = asked.getAndSet(0);

    Exploration.Result result =
        pair.run(plan.with(goal(pair, 300)), () -> asked.incrementAndGet() > alone + 100);

    assertFalse(result.complete());
    assertTrue(asked.get() < alone + 200, () -> "asked " + asked + " times");
  }

  private static Exploration.Plan plan(Pair pair) {
    return Exploration.Plan.whole(
        Behaviour.layouts(pair.before(), pair.after()), FAULT_RUNS, Leads.none());
  }

  private static Goal goal(Pair pair, int attempts) {
    return new Goal(
        wanted(pair.before(), pair), wanted(pair.after(), pair), 1, attempts, Goal.Faults.SOME);
  }

  private static Wanted wanted(Side.Ready side, Pair pair) {
    return new Wanted(
        side.rig(), Coverages.functions(side, pair.changed()), List.copyOf(side.reached()));
  }
}
