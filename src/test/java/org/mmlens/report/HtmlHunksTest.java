package org.mmlens.report;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mmlens.diag.Position;
import org.mmlens.review.Finding;
import org.mmlens.review.Review;

class HtmlHunksTest {

  /// {@return the page on the sample patch, which takes line 752 out, with one finding}
  private static String page(int line) {
    Review review = SampleReviews.all().get("different");
    Review.PatchReview part = review.patches().getFirst();
    var finding =
        new Finding(
            Finding.Severity.ERROR,
            "behaviour-changed",
            Position.ofLine("fs/exec.c", line),
            "the sides differ",
            List.of());
    var only =
        new Review.PatchReview(
            1, 1, part.subject(), part.messageId(), part.verdict(), List.of(finding), part.hunks());
    String html =
        new HtmlReport()
            .render(
                new Review(
                    review.series(),
                    review.tree(),
                    List.of(only),
                    Optional.empty(),
                    List.of(),
                    review.seed(),
                    true));
    return html.substring(html.indexOf("class=\"hunk\""));
  }

  @Test
  void aFindingOnALineThatIsTakenOutStandsBelowThatLine() {
    String hunk = page(752);

    int removed = hunk.indexOf("vma_prev(&amp;vmi)");
    int finding = hunk.indexOf("the sides differ");
    int next = hunk.indexOf("only the new range stays");
    assertTrue(removed < finding && finding < next, hunk);
  }

  @Test
  void aFindingOnALineThatStaysStandsBelowIt() {
    String hunk = page(753);

    assertTrue(hunk.indexOf("vma_shrink(") < hunk.indexOf("the sides differ"), hunk);
  }
}
