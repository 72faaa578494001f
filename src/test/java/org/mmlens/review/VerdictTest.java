package org.mmlens.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mmlens.review.EditedTree.Edit;

/// What is said where little can be said.
class VerdictTest {

  private static final String EXEC = "fs/exec.c";
  private static final String ENTRY = "shift_arg_pages";

  private final EditedTree fixture = new EditedTree(FixtureTree.open(), Set.of(EXEC, "mm/mmap.c"));

  @Test
  void aFunctionWithoutSourceAndModelIsNamedAndNothingIsConcluded() {
    Verdict verdict =
        fixture.judge(
            new Edit(
                EXEC,
                ENTRY,
                "lru_add_drain\\(\\);",
                "extern void nobody_has_this(void); nobody_has_this(); lru_add_drain();"));

    var inconclusive = assertInstanceOf(Verdict.Inconclusive.class, verdict);
    assertTrue(
        inconclusive.reasons().stream().anyMatch(r -> r.contains("not modelled: nobody_has_this")),
        () -> "" + inconclusive);
  }

  @Test
  void anEndlessLoopEndsWithTheBudgetAndNothingIsConcluded() {
    var small =
        new EditedTree(
            FixtureTree.open(), Set.of(EXEC), ReviewOptions.standard().withSteps(20_000));

    Verdict verdict =
        small.judge(new Edit(EXEC, ENTRY, "lru_add_drain\\(\\);", "while (mm) lru_add_drain();"));

    var inconclusive = assertInstanceOf(Verdict.Inconclusive.class, verdict);
    assertTrue(
        inconclusive.reasons().stream().anyMatch(r -> r.contains("budget")),
        () -> "" + inconclusive);
  }

  @Test
  void codeThatCannotBeTranslatedIsNamedWhereItIsReached() {
    Verdict verdict =
        fixture.judge(
            new Edit(
                EXEC, ENTRY, "lru_add_drain\\(\\);", "asm volatile(\"hlt\"); lru_add_drain();"));

    assertInstanceOf(Verdict.Inconclusive.class, verdict, () -> "" + verdict);
  }

  @Test
  void aPatchThatChangesNothingTheLensRunsIsNotCalledTheSame() {
    Verdict verdict = fixture.judge(new Edit(EXEC, "setup_arg_pages", "-EINTR", "-EAGAIN"));

    assertTrue(!verdict.word().equals("no-difference"), () -> "nothing was compared: " + verdict);
  }

  @Test
  void anUninitialisedLocalThatIsUsedIsSeen() {
    Verdict verdict = fixture.judge(new Edit(EXEC, ENTRY, "next = vma_next\\(&vmi\\);", ";"));

    assertEquals("different", verdict.word(), () -> "" + verdict);
  }

  @Test
  void twoSidesThatCrashAlikeInMostLayoutsAreNotCalledTheSame() {
    var crashing =
        new EditedTree(
            EditedTree.edited(
                FixtureTree.open(),
                new Edit(EXEC, ENTRY, "lru_add_drain\\(\\);", "BUG(); lru_add_drain();")),
            Set.of(EXEC));

    Verdict verdict = crashing.judge(new Edit(EXEC, ENTRY, "vma_prev\\(&vmi\\);", "(void) 0;"));

    var inconclusive = assertInstanceOf(Verdict.Inconclusive.class, verdict, () -> "" + verdict);
    assertTrue(
        inconclusive.reasons().getFirst().startsWith("both sides stop in the same way in "),
        () -> "" + inconclusive.reasons());
  }

  @Test
  void aFewLayoutsInWhichBothSidesCrashAlikeAreCounted() {
    var crashing =
        new EditedTree(
            EditedTree.edited(
                FixtureTree.open(),
                new Edit(
                    EXEC,
                    ENTRY,
                    "lru_add_drain\\(\\);",
                    "BUG_ON(length == 3 * PAGE_SIZE); lru_add_drain();")),
            Set.of(EXEC));

    Verdict verdict =
        crashing.judge(new Edit(EXEC, ENTRY, "lru_add_drain\\(\\);", "(void) 0; lru_add_drain();"));

    var same = assertInstanceOf(Verdict.NoDifference.class, verdict, () -> "" + verdict);
    assertTrue(same.evidence().stoppedAlike() > 0, () -> "" + same.evidence());
    assertTrue(
        same.evidence().stoppedBy().contains("length == 3 * PAGE_SIZE"),
        () -> same.evidence().stoppedBy());
  }

  @Test
  void independentEffectsInAnotherOrderAreANoteAndNotADifference() {
    Verdict verdict =
        fixture.judge(
            new Edit(EXEC, ENTRY, "lru_add_drain\\(\\);", ";"),
            new Edit(EXEC, ENTRY, "tlb_finish_mmu\\(&tlb\\);", "$0 lru_add_drain();"));

    var same = assertInstanceOf(Verdict.NoDifference.class, verdict, () -> "" + verdict);
    assertEquals(1, same.notes().size(), () -> "" + same.notes());
    assertTrue(same.notes().getFirst().orderOnly());
  }
}
