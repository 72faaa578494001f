package org.mmlens.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mmlens.review.EditedTree.Edit;
import org.mmlens.tree.SourceTree;

/// A check that goes is named, one that moves is not.
class LostChecksTest {

  private static final String EXEC = "fs/exec.c";
  private static final String MMAP = "mm/mmap.c";

  private static List<Finding> lost(Edit... edits) {
    SourceTree before = FixtureTree.open();
    SourceTree after = before;
    for (Edit e : edits) {
      after = EditedTree.edited(after, e);
    }
    return LostChecks.of(new Reviewer.Change(1, 1, before, after, Set.of(EXEC, MMAP)));
  }

  @Test
  void aCheckThatIsGoneIsNamedWhereItStood() {
    List<Finding> found =
        lost(new Edit(MMAP, "vma_expand", "VM_WARN_ON\\(vma->vm_start < start[^;]*;", ""));

    assertEquals("a VM_WARN_ON() is gone", found.getFirst().message());
    assertTrue(
        found.getFirst().evidence().getFirst().contains("vma->vm_end > end"),
        () -> "" + found.getFirst().evidence());
    assertEquals(1, found.size());
  }

  @Test
  void aCheckThatIsSpeltOtherwiseIsStillThere() {
    assertEquals(
        List.of(),
        lost(new Edit(MMAP, "vma_expand", "vma->vm_start < start", "start > vma->vm_start")));
  }

  @Test
  void aCheckThatMovesToAnotherFileIsStillThere() {
    assertEquals(
        List.of(),
        lost(
            new Edit(EXEC, "shift_arg_pages", "BUG_ON\\(new_start > new_end\\);", ""),
            new Edit(
                MMAP,
                "vma_expand",
                "vma_start_write\\(vma\\);",
                "BUG_ON(start > end); vma_start_write(vma);")));
  }

  @Test
  void commentsAreNoChecks() {
    assertEquals(
        List.of(),
        lost(
            new Edit(
                EXEC,
                "shift_arg_pages",
                "lru_add_drain",
                "/* WARN_ON() comes later */ lru_add_drain")));
  }

  @Test
  void aPlaceWhereOtherTasksMayRunIsNamedWhenItGoes() {
    SourceTree before = FixtureTree.open();
    SourceTree after =
        EditedTree.edited(
            before, new Edit("mm/mremap.c", "move_page_tables", "cond_resched\\(\\);", ""));

    Reviewer.TreeReview review =
        new Reviewer(ReviewOptions.standard(), Progress.none())
            .compare(before, after, Set.of("mm/mremap.c"));

    assertEquals("no-difference", review.verdict().word());
    assertEquals(
        List.of("resched-removed note a cond_resched() is gone"),
        review.findings().stream()
            .map(
                f ->
                    f.rule()
                        + " "
                        + f.severity().name().toLowerCase(Locale.ROOT)
                        + " "
                        + f.message())
            .toList());
  }

  @Test
  void oneThatMovesIsNot() {
    assertEquals(
        List.of(),
        LostChecks.of(
            new Reviewer.Change(
                1,
                1,
                FixtureTree.open(),
                EditedTree.edited(
                    FixtureTree.open(),
                    new Edit(
                        "mm/mremap.c",
                        "move_page_tables",
                        "(?s)cond_resched\\(\\);(.*)return",
                        "$1cond_resched();\n\treturn")),
                Set.of("mm/mremap.c"))));
  }
}
