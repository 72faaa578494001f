package org.mmlens.review;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mmlens.review.EditedTree.Edit;
import org.mmlens.tree.FileMode;
import org.mmlens.tree.OverlayTree;
import org.mmlens.tree.SourceTree;

/// Code that the configuration leaves out is not called the same.
class UncompiledTest {

  private static final String EXEC = "fs/exec.c";
  private static final String DRAIN = "lru_add_drain\\(\\);";

  /// The fixture with a place that no configuration of it compiles, and one that it always does.
  private static final SourceTree TREE =
      EditedTree.edited(
          FixtureTree.open(),
          new Edit(
              EXEC,
              "shift_arg_pages",
              DRAIN,
              """
              lru_add_drain();
              #ifdef CONFIG_NOBODY_HAS_THIS
              #if 1
              	if (length > 7)
              		return -E2BIG;
              #endif
              #else
              	(void) length;
              #endif
              """));

  private static Reviewer.TreeReview judge(String from, String to) {
    SourceTree after = EditedTree.edited(TREE, new Edit(EXEC, "shift_arg_pages", from, to));
    return new Reviewer(ReviewOptions.standard(), Progress.none())
        .compare(TREE, after, Set.of(EXEC));
  }

  private static List<Finding> notCompiled(Reviewer.TreeReview review) {
    return review.findings().stream().filter(f -> f.rule().equals("not-compiled")).toList();
  }

  @Test
  void aPatchOfAnInactiveBranchAloneIsNotRun() {
    Reviewer.TreeReview review = judge("-E2BIG", "-EINVAL");

    var notRun = assertInstanceOf(Verdict.NotRun.class, review.verdict(), () -> "" + review);
    assertTrue(notRun.reason().contains("does not compile"), notRun.reason());
    assertEquals(1, notCompiled(review).size());
  }

  @Test
  void aPatchOfAnActiveAndAnInactiveBranchIsRunAndTheRestIsNamed() {
    Reviewer.TreeReview review =
        judge(
            "7\\)(?s:.*)\\(void\\) length",
            "9)\n\t\treturn -EINVAL;\n#endif\n#else\n\t(void) shift");

    assertEquals("no-difference", review.verdict().word(), () -> "" + review);
    assertEquals(1, notCompiled(review).size(), () -> "" + review.findings());
  }

  @Test
  void aPatchOfCompiledCodeAloneSaysNothingOfTheKind() {
    Reviewer.TreeReview review = judge("\\(void\\) length;", "(void) shift;");

    assertEquals("no-difference", review.verdict().word(), () -> "" + review);
    assertEquals(List.of(), notCompiled(review));
  }

  @Test
  void aPatchOfFilesThatAreNotCompiledAtAllIsNotRun() {
    SourceTree after =
        OverlayTree.of(
            TREE,
            Map.of(
                "mm/Kconfig",
                new OverlayTree.Change.Written(FileMode.REGULAR, new byte[] {'x', '\n'})),
            "another Kconfig");

    Reviewer.TreeReview review =
        new Reviewer(ReviewOptions.standard(), Progress.none())
            .compare(TREE, after, Set.of("mm/Kconfig"));

    assertInstanceOf(Verdict.NotRun.class, review.verdict(), () -> "" + review);
    assertTrue(
        review.findings().stream().anyMatch(f -> f.rule().equals("file-not-compiled")),
        () -> "" + review.findings());
  }

  private static SourceTree with(SourceTree tree, String path, String text) {
    return OverlayTree.of(
        tree,
        Map.of(path, new OverlayTree.Change.Written(FileMode.REGULAR, text.getBytes(UTF_8))),
        "tree with " + path);
  }

  @Test
  void aFileThatDidNotCompileBeforeThePatchEitherStaysUnreadAndIsNamed() {
    SourceTree before = with(TREE, "mm/other.c", "#include <asm/nowhere.h>\nnowhere_t x = 1;\n");
    SourceTree after = with(before, "mm/other.c", "#include <asm/nowhere.h>\nnowhere_t x = 2;\n");

    Reviewer.TreeReview review =
        new Reviewer(ReviewOptions.standard(), Progress.none())
            .compare(before, after, Set.of("mm/other.c"));

    assertInstanceOf(Verdict.NotRun.class, review.verdict(), () -> "" + review);
    assertTrue(
        review.findings().stream().anyMatch(f -> f.rule().equals("file-not-compiled")),
        () -> "" + review.findings());
  }

  @Test
  void aFileThatThePatchBreaksIsNotReviewed() {
    SourceTree before = with(TREE, "mm/other.c", "int other = 1;\n");
    SourceTree after = with(before, "mm/other.c", "nowhere_t other = 1;\n");

    Reviewer.TreeReview review =
        new Reviewer(ReviewOptions.standard(), Progress.none())
            .compare(before, after, Set.of("mm/other.c"));

    assertInstanceOf(Verdict.NotReviewed.class, review.verdict(), () -> "" + review);
  }

  @Test
  void aFileThatThePatchBreaksIsNotHiddenByOneThatNeverCompiled() {
    SourceTree other = with(TREE, "mm/other.c", "#include <asm/nowhere.h>\nnowhere_t x = 1;\n");
    SourceTree before = with(other, "mm/fit.c", "int fit = 1;\n");
    SourceTree changed = with(before, "mm/other.c", "#include <asm/nowhere.h>\nnowhere_t x = 2;\n");
    SourceTree after = with(changed, "mm/fit.c", "nowhere_t fit = 1;\n");

    Reviewer.TreeReview review =
        new Reviewer(ReviewOptions.standard(), Progress.none())
            .compare(before, after, Set.of("mm/other.c", "mm/fit.c"));

    assertInstanceOf(Verdict.NotReviewed.class, review.verdict(), () -> "" + review);
  }
}
