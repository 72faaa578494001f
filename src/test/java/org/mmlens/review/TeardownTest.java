package org.mmlens.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mmlens.explore.Difference;
import org.mmlens.explore.ScenarioSpace;
import org.mmlens.lens.Observable;
import org.mmlens.lens.Observation;
import org.mmlens.lens.Outcome;
import org.mmlens.lens.Scenario;
import org.mmlens.review.EditedTree.Edit;
import org.mmlens.tree.SourceTree;

/// After a run the address space is taken down, and what is left then is seen.
class TeardownTest {

  private static final String EXEC = "fs/exec.c";
  private static final String MMAP = "mm/mmap.c";
  private static final SourceTree TREE = FixtureTree.open();

  private static Reviewer.TreeReview review(SourceTree before, Edit edit) {
    return new Reviewer(ReviewOptions.standard(), Progress.none())
        .compare(before, EditedTree.edited(before, edit), Set.of(EXEC, MMAP));
  }

  @Test
  void aReferenceThatIsNeverGivenBackShowsInTheExitPath() {
    Reviewer.TreeReview review =
        review(
            TREE,
            new Edit(
                MMAP,
                "vma_expand",
                "vma_prepare\\(&vp\\);",
                "vma_prepare(&vp);\n\tif (vp.anon_vma)\n\t\tget_anon_vma(vp.anon_vma);"));

    List<Difference> found =
        assertInstanceOf(Verdict.Different.class, review.verdict()).differences();
    assertEquals(1, found.size(), () -> "" + found);
    assertTrue(found.getFirst().observables().contains(Observable.MEMORY), () -> "" + found);
    assertEquals(
        List.of("left after exit_mmap(): 1 anon_vma"),
        found.getFirst().after().memory().stream().map(Outcome.Event::text).toList());
    assertEquals(List.of(), found.getFirst().before().memory());
  }

  /// The process has used its pages, so the TLB knows them.
  @Test
  void aPageThatTheExitPathFreesBeforeTheFlushIsSeen() {
    SourceTree after =
        EditedTree.edited(
            TREE,
            new Edit(
                "mm/mmu_gather.c",
                "tlb_flush_mmu",
                "\\ttlb_flush_mmu_tlbonly\\(tlb\\);",
                "\tif (tlb->fullmm)\n\t\ttlb_batch_pages_flush(tlb);$0"));

    Verdict verdict =
        new Reviewer(ReviewOptions.standard(), Progress.none())
            .compare(TREE, after, Set.of("mm/mmu_gather.c"))
            .verdict();

    Difference found = assertInstanceOf(Verdict.Different.class, verdict).differences().getFirst();
    assertEquals(List.of(Observable.MEMORY), found.observables());
    assertEquals(
        "before: nothing more, after: exit_mmap(): TLB: page freed while the TLB still translates"
            + " to it; exit_mmap(): TLB: page table freed while the walker still caches it",
        found.summary());
  }

  @Test
  void ofAnAddressSpaceThatIsTakenDownNothingIsLeft() {
    var bench =
        new Workbench(
            ReviewOptions.standard(),
            Set.of(),
            new TreeCompiler(ReviewOptions.standard().config(), Set.of()));
    Side.Ready side = assertInstanceOf(Side.Ready.class, bench.side(TREE));

    List<Scenario> layouts = ScenarioSpace.all().stream().filter(Scenario::withinContract).toList();

    for (Scenario s : layouts) {
      assertEquals(Optional.of(List.of()), side.rig().run(s).left(), s::toString);
    }
  }

  @Test
  void aTreeWhoseExitPathDoesNotRunIsJudgedAllTheSameAndThatIsSaid() {
    SourceTree before =
        EditedTree.edited(
            TREE,
            new Edit(
                MMAP,
                "exit_mmap",
                "lru_add_drain\\(\\);",
                "extern void nobody_has_this(void); nobody_has_this(); lru_add_drain();"));

    Reviewer.TreeReview review =
        review(
            before,
            new Edit(
                EXEC, "shift_arg_pages", "lru_add_drain\\(\\);", "(void) 0; lru_add_drain();"));

    assertEquals("no-difference", review.verdict().word());
    Finding note =
        review.findings().stream()
            .filter(f -> f.rule().equals("exit-not-run"))
            .findFirst()
            .orElseThrow();
    assertTrue(note.evidence().getFirst().contains("nobody_has_this"), () -> "" + note);
  }

  /// Nothing reads the bytes between two members.
  @Test
  void anExitPathThatEndsOnlyWhereThereAreNeighboursIsSaidWithTheNumberOfRuns() {
    Reviewer.TreeReview review =
        review(
            endingWhereThereAreNeighbours(),
            new Edit(
                EXEC,
                "shift_arg_pages",
                "lru_add_drain\\(\\);",
                "((int *)&vma->vm_mm->mm_lock_seq)[1] = 7; lru_add_drain();"));

    assertEquals("no-difference", review.verdict().word());
    assertEquals(List.of("exit-not-run"), review.findings().stream().map(Finding::rule).toList());
    Finding note = review.findings().getFirst();
    assertTrue(note.message().matches("after [1-9][0-9,]* of [1-9][0-9,]* runs .*"), note::message);
    assertTrue(note.evidence().getFirst().contains("nobody_has_this"), () -> "" + note);
  }

  @Test
  void whereBothSidesAreInTheSameStateTheyEndAlikeWhereverThatIs() {
    Reviewer.TreeReview review =
        review(
            endingWhereThereAreNeighbours(),
            new Edit(
                EXEC, "shift_arg_pages", "lru_add_drain\\(\\);", "(void) 0; lru_add_drain();"));

    assertEquals("no-difference", review.verdict().word());
    assertEquals(List.of(), review.findings());
  }

  private static SourceTree endingWhereThereAreNeighbours() {
    return EditedTree.edited(
        TREE,
        new Edit(
            MMAP,
            "exit_mmap",
            "lru_add_drain\\(\\);",
            "if (mm->map_count > 1) { extern void nobody_has_this(void); nobody_has_this(); }"
                + " lru_add_drain();"));
  }

  @Test
  void ofATreeThatTakesEverythingDownNothingIsSaid() {
    Reviewer.TreeReview review =
        review(
            TREE,
            new Edit(
                EXEC, "shift_arg_pages", "lru_add_drain\\(\\);", "(void) 0; lru_add_drain();"));

    assertEquals(List.of(), review.findings());
  }

  @ParameterizedTest
  @ValueSource(strings = {"6.12", "6.1"})
  void aRealKernelLeavesNothingEither(String kernel) {
    Side.Ready side = KernelTrees.ready(KernelTrees.open(kernel));

    assertEquals("", side.rig().notTornDown());
    int tornDown = 0;
    for (Scenario s : ScenarioSpace.all().stream().filter(Scenario::withinContract).toList()) {
      Observation seen = side.rig().run(s);
      tornDown += seen.left().isPresent() ? 1 : 0;
      assertEquals(
          List.of(),
          seen.left().stream().flatMap(List::stream).map(String::valueOf).toList(),
          s::toString);
    }
    assertTrue(tornDown > 500, "torn down: " + tornDown);
  }
}
