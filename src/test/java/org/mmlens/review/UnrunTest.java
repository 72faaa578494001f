package org.mmlens.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
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

  @Test
  void linesThatNoRunComesToAreNamedBesideOthersOfTheSamePlace() {
    Reviewer.TreeReview review =
        judge(
            new Edit(
                EXEC,
                ENTRY,
                "lru_add_drain\\(\\);",
                "if (!vma) {\n\t\tlength = 9;\n\t\treturn 5;\n\t}\n\tlru_add_drain();"));

    assertEquals("no-difference", review.verdict().word(), () -> "" + review);
    assertEquals(
        List.of(
            "no run came to 2 changed lines from here on; no verdict on behaviour speaks of them"),
        notRun(review));
  }

  @Test
  void aLineOfWhichNoRunComesToWhatIsChangedIsNotRun() {
    SourceTree before = with("if (!mm && old_end + 7 > 5)\n\t\treturn 5;");

    Reviewer.TreeReview review =
        compare(before, with("if (!mm && old_end + 8 > 5)\n\t\treturn 5;"));

    assertInstanceOf(Verdict.NotRun.class, review.verdict());
    assertEquals(1, notRun(review).size());
  }

  @Test
  void anArmOfASwitchThatNoRunTakesIsNotRun() {
    String arms = "switch (mm->map_count) {\n\tcase -5:\n\t\treturn 7;\n\t}";

    Reviewer.TreeReview review = compare(with(arms), with(arms.replace("7", "8")));

    assertInstanceOf(Verdict.NotRun.class, review.verdict());
    assertEquals(1, notRun(review).size());
  }

  @Test
  void anArmOfASwitchThatRunsTakeIsCompared() {
    String arms = "switch (!vma) {\n\tcase 0:\n\t\tshift += 0;\n\t}";

    Reviewer.TreeReview review = compare(with(arms), with(arms.replace("+=", "-=")));

    assertEquals("no-difference", review.verdict().word());
    assertEquals(List.of(), notRun(review));
  }

  @Test
  void aJumpThatNoRunMakesIsNotRunWhereverItGoes() {
    String jumps =
        """
        if (!mm)
        		goto one;
        	if (shift == 0)
        		goto two;
        	if (0) {
        one:
        		return 1;
        two:
        		return 2;
        	}\
        """;

    Reviewer.TreeReview review = compare(with(jumps), with(jumps.replace("goto one", "goto two")));

    assertInstanceOf(Verdict.NotRun.class, review.verdict());
    assertEquals(1, notRun(review).size());
  }

  @Test
  void aTextThatOnlySuchLinesSayIsNotRun() {
    String says = "if (!mm)\n\t\tprintk(\"none\");";

    assertInstanceOf(
        Verdict.NotRun.class, compare(with(says), with(says.replace("none", "no mm"))).verdict());
  }

  @Test
  void anInitialValueOfALocalIsALineLikeAnyOther() {
    String local = "if (!mm) {\n\t\tunsigned long far = old_end + 7;\n\n\t\treturn far > 9;\n\t}";

    assertInstanceOf(
        Verdict.NotRun.class, compare(with(local), with(local.replace("7", "8"))).verdict());
  }

  @Test
  void linesBrokenOtherwiseBesideThemAreNoComparison() {
    Reviewer.TreeReview review =
        compare(with("if (!mm)\n\t\treturn 7;"), with("if (!mm) {\n\t\treturn 8;\n\t}"));

    assertInstanceOf(Verdict.NotRun.class, review.verdict());
    assertEquals(1, notRun(review).size());
  }

  @Test
  void linesBrokenOtherwiseAreNotNamed() {
    Reviewer.TreeReview review =
        compare(
            with("if (!mm)\n\t\treturn 7;\n\tshift += 0;"),
            with("if (!mm) {\n\t\treturn 7;\n\t}\n\tshift -= 0;"));

    assertEquals("no-difference", review.verdict().word());
    assertEquals(List.of(), notRun(review));
  }

  @Test
  void aVariableOfAnotherNameIsCompared() {
    String named = "unsigned long by = shift;\n\n\tif (by != shift)\n\t\treturn 7;";

    Reviewer.TreeReview review = compare(with(named), with(named.replace("by", "far")));

    assertEquals("no-difference", review.verdict().word());
    assertEquals(List.of(), notRun(review));
  }

  /// The fixture with something more to do after the tables have moved.
  private static SourceTree with(String code) {
    return EditedTree.edited(
        FixtureTree.open(),
        new Edit(
            EXEC,
            ENTRY,
            "lru_add_drain\\(\\);",
            Matcher.quoteReplacement(code + "\n\tlru_add_drain();")));
  }

  private static Reviewer.TreeReview compare(SourceTree before, SourceTree after) {
    return new Reviewer(ReviewOptions.standard(), Progress.none())
        .compare(before, after, Set.of(EXEC));
  }
}
