package org.mmlens.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mmlens.explore.Difference;
import org.mmlens.review.EditedTree.Edit;
import org.mmlens.tree.SourceTree;

/// Code that acts on one value only is run with that value, though no layout of the space has it.
class TellingValuesTest {

  private static final String EXEC = "fs/exec.c";
  private static final SourceTree TREE = FixtureTree.open();

  private static Verdict judge(String condition) {
    SourceTree after =
        EditedTree.edited(
            TREE,
            new Edit(
                EXEC,
                "shift_arg_pages",
                "lru_add_drain\\(\\);",
                "if (" + condition + ")\n\t\treturn -EINVAL;\n\tlru_add_drain();"));
    return new Reviewer(ReviewOptions.standard(), Progress.none())
        .compare(TREE, after, Set.of(EXEC))
        .verdict();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shift == 0x25000",
        "shift >> PAGE_SHIFT == 1234",
        "shift > 700 * PAGE_SIZE && shift < 702 * PAGE_SIZE",
        "length == 37 * PAGE_SIZE",
        "length >> PAGE_SHIFT == 1999",
        "new_start == 0x7f1234567000UL",
        "old_end == 0x7f1234567000UL"
      })
  void aValueThatNoLayoutHasIsFound(String condition) {
    assertEquals("different", judge(condition).word());
  }

  @Test
  void aFlagThatExecDoesNotSetIsFoundAndIsOutsideTheContract() {
    Verdict verdict = judge("vma->vm_flags & 0x02000000UL");

    assertEquals("no-difference", verdict.word());
    List<Difference> differences = ((Verdict.NoDifference) verdict).notes();
    assertTrue(
        differences.stream().anyMatch(d -> !d.withinContract() && d.scenario().flags() != 0),
        () -> "" + differences);
  }

  @ParameterizedTest
  @ValueSource(strings = {"length == 37", "shift == 0x25001", "new_start == 0x7f1234567001UL"})
  void aValueThatNoCallerMakesIsNoDifferenceWithinTheContract(String condition) {
    assertEquals("no-difference", judge(condition).word());
  }
}
