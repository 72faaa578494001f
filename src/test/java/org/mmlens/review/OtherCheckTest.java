package org.mmlens.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mmlens.explore.Difference;
import org.mmlens.lens.Observable;
import org.mmlens.lens.Scenario;
import org.mmlens.review.EditedTree.Edit;
import org.mmlens.tree.SourceTree;

/// A check that fires where another one did is told; one that says the same in other words is not.
class OtherCheckTest {

  private static final String EXEC = "fs/exec.c";
  private static final SourceTree TREE = FixtureTree.open();

  private static final String TWO =
      """
      if (vma->anon_vma)
      \t\tWARN_ON((length | 1) > 0);
      \telse
      \t\tWARN_ON((shift | 1) > 0);
      """;

  /// The fixture with something said at the start of the function that is run.
  private static SourceTree saying(String text) {
    return EditedTree.edited(
        TREE, new Edit(EXEC, "shift_arg_pages", "(?=BUG_ON\\(new_start)", text + "\n\t"));
  }

  /// The same with a function before it.
  private static SourceTree saying(String helper, String text) {
    return EditedTree.edited(
        saying(text), new Edit(EXEC, "shift_arg_pages", "(?s)^(?=static int)", helper + "\n"));
  }

  private static Reviewer.TreeReview review(SourceTree before, SourceTree after) {
    return new Reviewer(ReviewOptions.standard(), Progress.none())
        .compare(before, after, Set.of(EXEC));
  }

  private static void assertSilent(SourceTree before, SourceTree after) {
    Reviewer.TreeReview review = review(before, after);

    assertEquals("no-difference", review.verdict().word());
    assertEquals(
        List.of(),
        review.findings().stream()
            .filter(f -> !f.rule().startsWith("symbol-") && !f.rule().equals("check-removed"))
            .toList());
  }

  private static Difference only(Reviewer.TreeReview review) {
    List<Difference> found =
        assertInstanceOf(Verdict.Different.class, review.verdict()).differences().stream()
            .filter(Difference::withinContract)
            .toList();
    assertEquals(1, found.size(), () -> "" + found);
    return found.getFirst();
  }

  @Test
  void aWarningInPlaceOfAnotherThatStaysIsADifference() {
    Difference found =
        only(review(saying(TWO), saying(TWO.replace("(vma->anon_vma)", "(!vma->anon_vma)"))));

    assertEquals(List.of(Observable.EFFECTS), found.observables());
    assertEquals(
        "before: WARN: WARN_ON((shift | 1) > 0), after: WARN: WARN_ON((length | 1) > 0)",
        found.summary());
  }

  @Test
  void aBugInPlaceOfAnotherThatStaysIsADifference() {
    String bugs = TWO.replace("WARN_ON", "BUG_ON");

    Difference found =
        only(review(saying(bugs), saying(bugs.replace("(vma->anon_vma)", "(!vma->anon_vma)"))));

    assertEquals(List.of(Observable.RESULT), found.observables());
    assertEquals(
        "before: BUG: kernel BUG: BUG_ON((shift | 1) > 0), after: BUG: kernel BUG: BUG_ON((length |"
            + " 1) > 0)",
        found.summary());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if (!vma->anon_vma) { WARN_ON((shift | 1) > 0); } else { WARN_ON((length | 1) > 0); }",
        "if (vma->anon_vma) WARN_ON(!((length | 1) <= 0)); else WARN_ON(0 < (shift | 1));",
        "WARN_ON(vma->anon_vma && (length | 1) > 0); WARN_ON(!vma->anon_vma && (shift | 1) > 0);",
        "bool n = (length | 1) > 0; if (vma->anon_vma) WARN_ON(n); else WARN_ON((shift | 1) > 0);"
      })
  void aConditionInOtherWordsIsTheSameCheck(String words) {
    assertSilent(saying(TWO), saying(words));
  }

  @Test
  void aCheckIsTheSameInAHelper() {
    String helper = "static void grown(unsigned long size)\n{\n\tWARN_ON((size | 1) > 0);\n}\n";

    SourceTree inHelper = saying(helper, TWO.replace("WARN_ON((length | 1) > 0)", "grown(length)"));

    assertSilent(saying(TWO), inHelper);
    assertSilent(inHelper, saying(TWO));
  }

  @Test
  void aCheckThatStandsTwiceIsTheSameOnceItIsInAHelper() {
    String twice = TWO.replace("(shift | 1) > 0", "(length | 1) > 0");
    String helper = "static void check(unsigned long length)\n{\n\tWARN_ON((length | 1) > 0);\n}\n";

    SourceTree inHelper =
        saying(helper, twice.replace("WARN_ON((length | 1) > 0)", "check(length)"));

    assertSilent(saying(twice), inHelper);
    assertSilent(inHelper, saying(twice));
  }

  @Test
  void whereOneCheckFiresForTwoThereIsANoteThatSaysWhichAndWhere() {
    Reviewer.TreeReview review = review(saying(TWO), saying("WARN_ON((shift | 1) > 0);"));

    assertEquals("no-difference", review.verdict().word());
    assertEquals(
        List.of("other-check", "check-removed"),
        review.findings().stream().map(Finding::rule).toList());
    List<String> evidence = review.findings().getFirst().evidence();
    assertEquals(
        "before: WARN_ON((length | 1) > 0) in shift_arg_pages() fs/exec.c:105", evidence.get(0));
    assertEquals(
        "after: WARN_ON((shift | 1) > 0) in shift_arg_pages() fs/exec.c:104", evidence.get(1));
  }

  @Test
  void oneOfTwoEqualChecksThatFiresForTheOtherIsNoted() {
    String equal = TWO.replace("(shift | 1) > 0", "(length | 1) > 0");

    Reviewer.TreeReview review =
        review(saying(equal), saying(equal.replace("(vma->anon_vma)", "(vma->anon_vma || vma)")));

    assertEquals(List.of("other-check"), review.findings().stream().map(Finding::rule).toList());
  }

  @Test
  void aWarningOfAnUntouchedFunctionInPlaceOfOneOfAnotherIsADifference() {
    String two =
        "static void first(unsigned long addr)\n{\n\tWARN_ON(addr > 1);\n}\n"
            + "static void second(unsigned long addr)\n{\n\tWARN_ON(addr > 2);\n}\n";

    Difference found =
        only(
            review(
                saying(two, "if (shift > PAGE_SIZE) first(shift); else second(shift);"),
                saying(two, "if (shift > PAGE_SIZE) second(shift); else second(shift);")));

    assertEquals(List.of(Observable.EFFECTS), found.observables());
    assertEquals(2 * Scenario.PAGE, found.scenario().shift());
  }

  private static final String DRAIN = "lru_add_drain\\(\\);";
  private static final String WARN = "WARN_ON((shift | 1) > 0);";

  /// The fixture with other text where the per-CPU lists are drained.
  private static SourceTree draining(String text) {
    return EditedTree.edited(TREE, new Edit(EXEC, "shift_arg_pages", DRAIN, text));
  }

  @Test
  void aWarningThatMovesPastAnEffectIsNoted() {
    Reviewer.TreeReview review =
        review(draining(WARN + "\n\tlru_add_drain();"), draining("lru_add_drain();\n\t" + WARN));

    assertEquals("no-difference", review.verdict().word());
    assertEquals(
        List.of(
            "effect-order fs/exec.c:123 shift_arg_pages(): same result, but WARN: WARN_ON((shift |"
                + " 1) > 0) comes earlier or later among the effects"),
        review.findings().stream().map(f -> f.rule() + " " + f.at() + " " + f.message()).toList());
  }

  @Test
  void soIsOneThatMovesOutOfALock() {
    String file = "mm/mremap.c";
    String unlock = "pte_unmap_unlock\\(old_pte - 1, old_ptl\\);";
    String warn = "WARN_ON((len | 1) > 0);";
    String call = "pte_unmap_unlock(old_pte - 1, old_ptl);";

    Reviewer.TreeReview review =
        new Reviewer(ReviewOptions.standard(), Progress.none())
            .compare(
                EditedTree.edited(TREE, new Edit(file, "move_ptes", unlock, warn + call)),
                EditedTree.edited(TREE, new Edit(file, "move_ptes", unlock, call + warn)),
                Set.of(file));

    assertEquals("no-difference", review.verdict().word());
    assertEquals(List.of("effect-order"), review.findings().stream().map(Finding::rule).toList());
  }

  @Test
  void aWarningThatMovesPastNoEffectIsSilent() {
    assertSilent(
        draining(WARN + "\n\tlength += 0 * shift;\n\tlru_add_drain();"),
        draining("length += 0 * shift;\n\t" + WARN + "\n\tlru_add_drain();"));
  }
}
