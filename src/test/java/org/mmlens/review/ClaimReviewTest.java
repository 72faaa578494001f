package org.mmlens.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mmlens.mail.Selection;
import org.mmlens.mail.Series;
import org.mmlens.mail.SeriesReader;
import org.mmlens.tree.FileMode;
import org.mmlens.tree.OverlayTree;
import org.mmlens.tree.SourceTree;

/// What messages claim, judged by runs and by the surface of the miniature kernel.
class ClaimReviewTest {

  /// The length of a stack is known before anything moves.
  private static final String HARMLESS =
      """
      diff --git a/fs/exec.c b/fs/exec.c
      --- a/fs/exec.c
      +++ b/fs/exec.c
      @@ -97,3 +97,3 @@ static int shift_arg_pages(struct vm_area_struct *vma, unsigned long shift)
       	unsigned long length = old_end - old_start;
      -	unsigned long new_start = old_start - shift;
      +	unsigned long new_start = -shift + old_start;
       	unsigned long new_end = old_end - shift;
      """;

  private static final String HARMFUL =
      HARMLESS.replace("= -shift + old_start", "= old_start - shift - PAGE_SIZE");

  @Test
  void noFunctionalChangeIsConfirmedByRunsThatAgree() {
    assertEquals(
        List.of("claim-confirmed 'No functional change intended' is so"),
        claims(review("No functional change intended.", HARMLESS)));
  }

  @Test
  void noFunctionalChangeIsRefutedByRunsThatDiffer() {
    Review review = review("No functional change intended.", HARMFUL);

    assertEquals(1, claims(review).size());
    assertEquals(
        "claim-refuted the message says 'No functional change intended', but runs before and after"
            + " it differ in return value, VMA list",
        claims(review).getFirst().replaceFirst("(VMA list).*", "$1"));
  }

  /// The message this tool grew from: `vma_expand()` and `vma_shrink()`, as `shift_arg_pages()`
  /// uses them, split and merge nothing.
  @Test
  void callsThatNeitherTheSourceNorAnyRunHasAreRefuted() {
    String message =
        "The vma_expand() and vma_shrink() functions are core VMA manipulation functions which"
            + " ultimately invoke VMA split/merge.";

    List<String> claims = claims(review(message, HARMLESS));

    assertEquals(1, claims.size());
    assertEquals(
        "claim-refuted the message says 'vma_expand() and vma_shrink() functions are core VMA",
        claims.getFirst().replaceFirst("(core VMA) .*", "$1"));
  }

  @Test
  void callsThatRunsCameToAreConfirmed() {
    Review review = review("shift_arg_pages() ultimately calls vma_complete().", HARMLESS);

    assertEquals(
        List.of("claim-confirmed 'shift_arg_pages() ultimately calls vma_complete()' is so"),
        claims(review));
    assertEquals(
        List.of("shift_arg_pages() reached it in N runs"), evidence(review, "claim-confirmed"));
  }

  /// Line 363 of `mm/mmap.c` is where `vma_shrink()` succeeds; its kernel-doc promises 0 or
  /// -ENOMEM.
  @Test
  void kernelDocOnReturnValuesIsComparedWithWhatRunsReturned() {
    assertEquals(
        List.of(
            "claim-confirmed 'Return: 0 or -ENOMEM, and then everything is as it was' is so of"
                + " vma_shrink()"),
        claims(review("Say it in another way.", shrinkReturns("-0"))));
    assertEquals(
        List.of(
            "claim-refuted the kernel-doc of vma_shrink() says 'Return: 0 or -ENOMEM, and then"
                + " everything is as it was', but it returned 1 in N runs"),
        claims(review("Say it in another way.", shrinkReturns("1"))).stream()
            .map(line -> line.replaceFirst("in [\\d,]+ runs.*", "in N runs"))
            .toList());
  }

  private static String shrinkReturns(String value) {
    return """
    diff --git a/mm/mmap.c b/mm/mmap.c
    --- a/mm/mmap.c
    +++ b/mm/mmap.c
    @@ -361,4 +361,4 @@ int vma_shrink(struct vma_iterator *vmi, struct vm_area_struct *vma,
     	vma_set_range(vma, start, end, pgoff);
     	vma_complete(&vp, vmi, vma->vm_mm);
    -	return 0;
    +	return VALUE;
     }
    """
        .replace("VALUE", value);
  }

  @Test
  void withoutRunsNothingIsSaidOfBehaviour() {
    Series series = series("No functional change intended.", HARMLESS);

    Review review =
        new Reviewer(ReviewOptions.standard(), Progress.none()).surface(series, FixtureTree.open());

    assertEquals(
        List.of("claim-not-checkable 'No functional change intended' cannot be checked"),
        claims(review).stream().map(c -> c.replaceFirst(":.*", "")).toList());
    assertEquals("not-run", review.patches().getFirst().verdict().word());
  }

  private static List<String> claims(Review review) {
    SortedMap<String, String> found = new TreeMap<>();
    for (Finding f : review.patches().getFirst().findings()) {
      if (f.rule().startsWith("claim-")) {
        found.put(f.message(), f.rule() + " " + f.message());
      }
    }
    return List.copyOf(found.values());
  }

  private static List<String> evidence(Review review, String rule) {
    return review.patches().getFirst().findings().stream()
        .filter(f -> f.rule().equals(rule))
        .flatMap(f -> f.evidence().stream())
        .map(line -> line.replaceFirst("in [\\d,]+ runs.*", "in N runs"))
        .toList();
  }

  private static Review review(String message, String diff) {
    return new Reviewer(ReviewOptions.standard().withFaultRuns(50), Progress.none())
        .review(series(message, diff), tree());
  }

  /// The fixture, which cannot split or merge, with functions named so that nothing calls.
  private static SourceTree tree() {
    SourceTree fixture = FixtureTree.open();
    String path = "mm/mmap.c";
    String text =
        fixture.text(path).orElseThrow()
            + "int split_vma(int x) { return x; }\nint vma_merge(int x) { return x; }\n";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    var written = new OverlayTree.Change.Written(FileMode.REGULAR, bytes);
    return OverlayTree.of(fixture, Map.of(path, written), "fixture with more");
  }

  private static Series series(String message, String diff) {
    String mail =
        """
        From: Jo Doe <jo@example.org>
        Subject: [PATCH] exec: say it in another way
        Date: Thu, 1 Jan 2026 00:00:00 +0000
        Message-ID: <20260101.1-jo@example.org>

        %s

        Signed-off-by: Jo Doe <jo@example.org>
        ---
        %s\
        """
            .formatted(message, diff);
    var in = new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8));
    return SeriesReader.read(in, "mail", new Selection.Newest()).series().orElseThrow();
  }
}
