package org.mmlens.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mmlens.review.EditedTree.Edit;
import org.mmlens.tree.SourceTree;

/// Changed lines that no run comes to are not called the same.
class UnrunTest {

  private static final String EXEC = "fs/exec.c";
  private static final String ENTRY = "shift_arg_pages";

  /// The fixture with a way out that no layout takes, over two lines.
  private static final SourceTree TREE =
      EditedTree.edited(
          FixtureTree.open(),
          new Edit(
              EXEC,
              ENTRY,
              "lru_add_drain\\(\\);",
              """
              if (!mm)
              		return vma_expand(&vmi, vma, new_start,
              				  old_end + 7, vma->vm_pgoff, NULL);
              	lru_add_drain();
              """));

  private static Reviewer.TreeReview judge(Edit... edits) {
    SourceTree after = TREE;
    for (Edit e : edits) {
      after = EditedTree.edited(after, e);
    }
    return new Reviewer(ReviewOptions.standard(), Progress.none())
        .compare(TREE, after, Set.of(EXEC));
  }

  private static List<String> notRun(Reviewer.TreeReview review) {
    return review.findings().stream()
        .filter(f -> f.rule().equals("lines-not-run"))
        .map(Finding::message)
        .toList();
  }

  @Test
  void aPatchOfLinesThatNoRunComesToIsNotRun() {
    Reviewer.TreeReview review = judge(new Edit(EXEC, ENTRY, "old_end \\+ 7", "old_end + 8"));

    assertInstanceOf(Verdict.NotRun.class, review.verdict(), () -> "" + review);
    assertEquals(1, notRun(review).size(), () -> "" + review.findings());
  }

  @Test
  void whereOtherLinesAreRunTheseAreNamed() {
    Reviewer.TreeReview review =
        judge(
            new Edit(EXEC, ENTRY, "old_end \\+ 7", "old_end + 8"),
            new Edit(EXEC, ENTRY, "old_start - shift;", "old_start + -shift;"));

    assertEquals("no-difference", review.verdict().word(), () -> "" + review);
    assertEquals(
        List.of("no run came to 1 changed line from here on; no verdict on behaviour speaks of it"),
        notRun(review));
  }

  @Test
  void ofLinesThatAreRunNothingIsSaid() {
    Reviewer.TreeReview review =
        judge(new Edit(EXEC, ENTRY, "old_start - shift;", "old_start + -shift;"));

    assertEquals("no-difference", review.verdict().word(), () -> "" + review);
    assertEquals(List.of(), notRun(review));
  }

  @Test
  void commentsAreNoChangeThatCouldBeRun() {
    Reviewer.TreeReview review =
        judge(
            new Edit(EXEC, ENTRY, "return vma_expand", "/* no way */\n\t\treturn vma_expand"),
            new Edit(EXEC, ENTRY, "old_start - shift;", "old_start + -shift;"));

    assertEquals(List.of(), notRun(review));
  }

  @Test
  void aDeclarationOrACommentBesideThemChangesNothingOfThat() {
    Reviewer.TreeReview review =
        judge(
            new Edit(EXEC, ENTRY, "struct mmu_gather tlb;", "struct mmu_gather tlb;\n\tint more;"),
            new Edit(EXEC, ENTRY, "lru_add_drain", "/* empty them */\n\tlru_add_drain"),
            new Edit(EXEC, ENTRY, "old_end \\+ 7", "old_end + (more = 8)"));

    assertInstanceOf(Verdict.NotRun.class, review.verdict(), () -> "" + review);
  }

  @Test
  void aMacroOfWhichOnlySuchLinesMakeUseIsNotRunEither() {
    SourceTree before =
        EditedTree.edited(
            EditedTree.edited(TREE, new Edit(EXEC, ENTRY, "old_end \\+ 7", "old_end + FAR")),
            new Edit(EXEC, "", "(?s)^", "#define FAR 7\n"));
    SourceTree after = EditedTree.edited(before, new Edit(EXEC, "", "FAR 7", "FAR 8"));

    Reviewer.TreeReview review =
        new Reviewer(ReviewOptions.standard(), Progress.none())
            .compare(before, after, Set.of(EXEC));

    assertInstanceOf(Verdict.NotRun.class, review.verdict(), () -> "" + review);
  }

  @Test
  void aMacroThatRunsCameToIsCompared() {
    SourceTree before =
        EditedTree.edited(
            EditedTree.edited(TREE, new Edit(EXEC, ENTRY, "old_start - shift;", "old_start - BY;")),
            new Edit(EXEC, "", "(?s)^", "#define BY shift\n"));
    SourceTree after =
        EditedTree.edited(before, new Edit(EXEC, "", "BY shift", "BY (shift ^ 16 ^ 16)"));

    assertEquals(
        "no-difference",
        new Reviewer(ReviewOptions.standard(), Progress.none())
            .compare(before, after, Set.of(EXEC))
            .verdict()
            .word());
  }
}
