package org.mmlens.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mmlens.explore.Evidence;
import org.mmlens.mail.Selection;
import org.mmlens.mail.Series;
import org.mmlens.mail.SeriesReader;

/// What is run without being asked for more leaves no branch out of the function that moves the
/// stack.
class CoverageTest {

  @Test
  void everyBranchOfTheEntryAndOfItsNewHelpersRunsByDefault() {
    Series series =
        SeriesReader.read(
                List.of(Path.of("patches", "01-unexport-vma-expand.mbox")), new Selection.Newest())
            .series()
            .orElseThrow();

    Review review =
        new Reviewer(ReviewOptions.standard(), Progress.none()).review(series, FixtureTree.open());

    Verdict verdict = review.patches().getFirst().verdict();
    Evidence evidence = assertInstanceOf(Verdict.NoDifference.class, verdict).evidence();
    assertTrue(evidence.entryBefore().startsWith("shift_arg_pages()"), evidence.entryBefore());
    assertWhole(evidence.coverageBefore());
    assertWhole(evidence.coverageAfter());
    assertTrue(
        evidence.coverageAfter().total() > evidence.coverageBefore().total(),
        "the helpers that the patch adds have branches of their own");
  }

  private static void assertWhole(Evidence.Coverage coverage) {
    assertTrue(coverage.total() > 0, coverage.toString());
    assertEquals(List.of(), coverage.missing());
    assertEquals(coverage.total(), coverage.taken());
  }
}
