package org.mmlens.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.patch.FileHeader;
import org.eclipse.jgit.patch.Patch;
import org.junit.jupiter.api.Test;
import org.mmlens.mail.PatchMail;
import org.mmlens.mail.Selection;
import org.mmlens.mail.Series;
import org.mmlens.mail.SeriesReader;

class PatchParserTest {

  private static final String HUNK = "@@ -1 +1 @@\n-a\n+b\n";

  @Test
  void signatureAndFooterBehindAHunkAreNotPartOfIt() {
    PatchSet patch =
        Samples.patch("--- a/f\n+++ b/f\n" + HUNK + "-- \n2.45.1\n\n____\nlist footer\n");

    assertEquals(2, patch.files().getFirst().hunks().getFirst().lines().size());
  }

  @Test
  void aBlankLineInsideAHunkIsAnEmptyContextLine() {
    PatchSet patch = Samples.patch("--- a/f\n+++ b/f\n@@ -1,2 +1,2 @@\n-a\n+b\n\n");

    assertEquals("\n", patch.files().getFirst().hunks().getFirst().lines().getLast().text());
  }

  @Test
  void namesInQuotesAreUnquoted() {
    PatchSet patch =
        Samples.patch(
            "diff --git \"a/gr\\303\\266\\303\\237e\" \"b/gr\\303\\266\\303\\237e\"\n"
                + "--- \"a/gr\\303\\266\\303\\237e\"\n"
                + "+++ \"b/gr\\303\\266\\303\\237e\"\n"
                + HUNK);

    assertEquals("größe", patch.files().getFirst().path());
  }

  @Test
  void everyFaultHasItsCodeAndPlace() {
    assertFault("diff-missing", "no diff at all\n");
    assertFault("diff-truncated", "--- a/f\n+++ b/f\n@@ -1,3 +1,3 @@\n-a\n+b\n");
    assertFault("diff-truncated", "--- a/f\n+++ b/f\n@@ -1,2 +1,2 @@\n-a\n+b\nwrapped\n");
    assertFault("diff-fragment", HUNK);
    assertFault("diff-empty-hunk", "--- a/f\n+++ b/f\n@@ -1 +1 @@\n a\n");
    assertFault("diff-nothing", "diff --git a/f b/f\nindex 123..456 100644\n");
    assertFault("diff-header", "diff --git a/f b/g\nnew file mode 100644\nindex 000..123\n");
    assertFault("diff-header", "diff --git a/f b/f\n--- a/f\n+++ b/g\n" + HUNK);
    assertFault("diff-header", "diff --git a/f b/f\nnew mode 10x\n");
    assertFault("diff-header", "diff --git a/f b/f\nnew file mode 100644\nrename from f\n");
    assertFault("diff-mode", "diff --git a/f b/f\nnew file mode 160000\n");
    assertFault("diff-binary", "diff --git a/f b/f\nindex 1..2 100644\nGIT binary patch\n");
    assertFault("diff-path", "--- a/../f\n+++ b/../f\n" + HUNK);
    assertFault("diff-path", "--- a/.git/config\n+++ b/.git/config\n" + HUNK);
    assertFault("diff-header", "--- /etc/passwd\n+++ /etc/passwd\n" + HUNK);
  }

  private static void assertFault(String code, String diff) {
    assertEquals(Set.of(code), Samples.faults(diff).keySet(), diff);
  }

  @Test
  void aFaultIsPlacedOnItsLine() {
    assertEquals(
        "p.patch:6: this line is not part of a hunk, but the hunk that begins on line 3 is not"
            + " complete: 1 lines of the pre-image and 1 of the post-image are missing",
        Samples.faults("--- a/f\n+++ b/f\n@@ -1,2 +1,2 @@\n-a\n+b\nwrapped\n")
            .get("diff-truncated"));
  }

  @Test
  void jgitReadsTheSameFilesAndHunksFromEveryDiffOfTheCorpusThatApplies() {
    int compared = 0;
    for (Corpus.Case sample : Corpus.cases()) {
      List<PatchMail> patches =
          SeriesReader.read(sample.inputs(), new Selection.Newest())
              .series()
              .map(Series::patches)
              .orElse(List.of());
      for (PatchMail mail : patches) {
        if (PatchParser.parse(mail.diff()) instanceof PatchReading.Read(var patch, _)) {
          assertEquals(jgit(mail), ours(patch), sample.name());
          compared++;
        }
      }
    }
    assertTrue(compared > 100, compared + " diffs");
  }

  private static List<String> ours(PatchSet patch) {
    return patch.files().stream()
        .map(
            f ->
                f.kind()
                    + " "
                    + f.before().path()
                    + " "
                    + f.after().path()
                    + " "
                    + f.hunks().size())
        .toList();
  }

  private static List<String> jgit(PatchMail mail) {
    var patch = new Patch();
    byte[] bytes = mail.diff().bytes();
    patch.parse(bytes, 0, bytes.length);
    return patch.getFiles().stream().map(PatchParserTest::line).toList();
  }

  private static String line(FileHeader file) {
    String before = file.getOldPath().equals("/dev/null") ? file.getNewPath() : file.getOldPath();
    String after = file.getNewPath().equals("/dev/null") ? file.getOldPath() : file.getNewPath();
    String text = file.getChangeType() + " " + before + " " + after + " " + file.getHunks().size();
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
