package org.mmlens.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mmlens.review.EditedTree.Edit;

/// What a run stores in memory that outlives it, beside what the other observables read.
class StoredMemoryTest {

  private static final String EXEC = "fs/exec.c";
  private static final String TYPES = "include/linux/mm_types.h";
  private static final String ENTRY = "shift_arg_pages";
  private static final String HERE = "lru_add_drain\\(\\);";

  private final EditedTree fixture =
      new EditedTree(FixtureTree.open(), Set.of(EXEC, TYPES, "mm/mmap.c"));

  private Verdict with(String statement) {
    return fixture.judge(new Edit(EXEC, ENTRY, HERE, statement + " lru_add_drain();"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "stack->vm_private_data | vma->vm_private_data = vma;",
        "stack->vm_ops          | vma->vm_ops = (void *)mm;",
        "_refcount              | get_page(virt_to_page(mm->pgd));",
        "above->vm_private_data | next = vma->vm_end ? find_vma(mm, vma->vm_end) : NULL;"
            + " if (next) next->vm_private_data = vma;",
      })
  void whatIsStoredBesideAddressSpaceAndTablesIsSeen(String place, String statement) {
    Verdict verdict = with(statement);

    var different = assertInstanceOf(Verdict.Different.class, verdict);
    assertTrue(
        different.differences().stream()
            .anyMatch(d -> d.after().stored().stream().anyMatch(w -> w.place().contains(place))),
        () -> "" + verdict);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "the value it had       | vma->vm_private_data = vma->vm_private_data;",
        "for a moment           | vma->vm_private_data = vma; vma->vm_private_data = NULL;",
        "a variable of its own  | static int calls; calls++;",
        "a local                | struct vm_area_struct *other = vma; (void)&other;",
      })
  void whatIsNotLeftBehindIsNoDifference(String what, String statement) {
    Verdict verdict = with(statement);

    assertEquals("no-difference", verdict.word(), () -> what + ": " + verdict);
  }

  @ParameterizedTest
  @CsvSource({"mm_struct", "vm_area_struct"})
  void aMemberMoreMovesTheOthersAndChangesNothing(String struct) {
    Verdict verdict =
        fixture.judge(
            new Edit(
                TYPES,
                "",
                "struct " + struct + " \\{",
                "struct " + struct + " { long review_first;"));

    assertEquals("no-difference", verdict.word(), () -> struct + ": " + verdict);
  }

  @Test
  void anotherObjectThatIsChangedIsSeen() {
    Verdict verdict =
        fixture.judge(
            new Edit(
                "mm/mmap.c",
                "vma_expand",
                "vma_prepare\\(&vp\\);",
                "if (vma->anon_vma) vma->anon_vma->num_active_vmas++; vma_prepare(&vp);"));

    assertTrue(("" + verdict).contains("anon_vma->num_active_vmas"), () -> "" + verdict);
    assertEquals("different", verdict.word());
  }

  @Test
  void aCheckThatFiresOnceStoresThatItDid() {
    Verdict verdict = with("static bool __already_done; __already_done = true;");

    assertEquals("no-difference", verdict.word(), () -> "told by the check itself: " + verdict);
  }
}
