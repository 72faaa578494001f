package org.mmlens.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mmlens.mail.Selection;
import org.mmlens.mail.Series;
import org.mmlens.mail.SeriesReader;
import org.mmlens.report.Formats;

/// `mmlens surface`: what is visible, patch by patch and of the series, with nothing run.
class SurfaceReviewTest {

  private static final String PROTOTYPE_GOES =
      """
      diff --git a/include/linux/mm.h b/include/linux/mm.h
      --- a/include/linux/mm.h
      +++ b/include/linux/mm.h
      @@ -541,4 +541,2 @@ int vma_expand(struct vma_iterator *vmi, struct vm_area_struct *vma,
       	       struct vm_area_struct *next);
      -int vma_shrink(struct vma_iterator *vmi, struct vm_area_struct *vma,
      -	       unsigned long start, unsigned long end, pgoff_t pgoff);
       int insert_vm_struct(struct mm_struct *mm, struct vm_area_struct *vma);
      """;

  private static String reversed(String diff) {
    return diff.replace("@@ -541,4 +541,2 @@", "@@ -541,2 +541,4 @@").replaceAll("\n-", "\n+");
  }

  @Test
  void aBuildThatOnlyBreaksInTheMiddleIsSaidOfThePatchThatBreaksIt() {
    Review review = review(PROTOTYPE_GOES, reversed(PROTOTYPE_GOES));

    assertEquals(List.of("lost-declaration"), rules(review.patches().get(0)));
    assertEquals(List.of(), rules(review.patches().get(1)));
    assertEquals(List.of(), rules(review.whole().orElseThrow()));
  }

  @Test
  void everyFormatCanShowIt() {
    Review review = review(PROTOTYPE_GOES);

    for (String format : List.of("text", "json", "html", "lkml", "markdown", "sarif", "b4")) {
      String text = Formats.named(format).orElseThrow().render(review).replace("\\", "");
      assertTrue(text.contains("vma_shrink"), format);
    }
  }

  private static List<String> rules(Review.PatchReview part) {
    return part.findings().stream()
        .filter(f -> f.severity() == Finding.Severity.ERROR)
        .map(Finding::rule)
        .toList();
  }

  private static Review review(String... diffs) {
    return new Reviewer(ReviewOptions.standard(), Progress.none())
        .surface(series(List.of(diffs)), FixtureTree.open());
  }

  private static Series series(List<String> diffs) {
    var mbox = new StringBuilder();
    IntStream.rangeClosed(1, diffs.size())
        .forEach(
            i ->
                mbox.append(
                    """
                    From 0000000000000000000000000000000000000000 Mon Sep 17 00:00:00 2001
                    From: Jo Doe <jo@example.org>
                    Subject: [PATCH %d/%d] mm: step %d
                    Date: Thu, 1 Jan 2026 00:00:0%d +0000
                    Message-ID: <20260101.%d-jo@example.org>

                    A step.
                    ---
                    %s
                    --\s
                    2.45.2

                    """
                        .formatted(i, diffs.size(), i, i, i, diffs.get(i - 1).stripTrailing())));
    var in = new ByteArrayInputStream(mbox.toString().getBytes(StandardCharsets.UTF_8));
    return SeriesReader.read(in, "mail", new Selection.Newest()).series().orElseThrow();
  }
}
