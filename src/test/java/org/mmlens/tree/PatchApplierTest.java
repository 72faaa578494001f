package org.mmlens.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mmlens.diag.Diagnostic;

class PatchApplierTest {

  private static final String TEN = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n";

  private static final String CHANGE_FIVE =
      """
      --- a/f
      +++ b/f
      @@ -2,7 +2,8 @@
       2
       3
       4
      -5
      +five
      +and more
       6
       7
       8
      """;

  @Test
  void aHunkThatFitsGoesWhereItsHeaderSays() {
    var applied = Samples.applied(Samples.tree("f", TEN), CHANGE_FIVE);

    assertEquals(
        "1\n2\n3\n4\nfive\nand more\n6\n7\n8\n9\n10\n", applied.tree().text("f").orElseThrow());
    assertEquals(
        List.of(new Placement("f", 1, 1, 2, 0, Placement.Means.EXACT)), applied.placements());
  }

  @Test
  void linesInsertedAboveShiftAHunkAndTheOffsetIsSaid() {
    var applied = Samples.applied(Samples.tree("f", "a\nb\nc\n" + TEN), CHANGE_FIVE);

    assertEquals(3, applied.placements().getFirst().offset());
  }

  @Test
  void amongEqualPlacesTheNearestWinsAndFurtherDownBeatsFurtherUp() {
    String block = "x\nold\ny\n";
    String tree = block + "1\n2\n3\n" + block + "1\n2\n3\n" + block;
    String diff = "--- a/f\n+++ b/f\n@@ -%d,3 +%d,3 @@\n x\n-old\n+new\n y\n";

    assertEquals(7, line(tree, diff.formatted(8, 8)));
    assertEquals(13, line(tree, diff.formatted(10, 10)));
    assertEquals(7, line(tree, diff.formatted(7, 7)));
  }

  private static int line(String tree, String diff) {
    return Samples.applied(Samples.tree("f", tree), diff).placements().getFirst().line();
  }

  @Test
  void aHunkWithoutContextBehindItMustEndTheFile() {
    String diff = "--- a/f\n+++ b/f\n@@ -8,3 +8,4 @@\n 8\n 9\n 10\n+11\n";

    assertEquals(
        TEN + "11\n", Samples.applied(Samples.tree("f", TEN), diff).tree().text("f").orElseThrow());
    assertEquals(
        List.of("apply-hunk"), codes(Samples.refused(Samples.tree("f", TEN + "tail\n"), diff)));
  }

  @Test
  void aHunkForLineOneMustBeginTheFile() {
    String diff = "--- a/f\n+++ b/f\n@@ -1,2 +1,3 @@\n+0\n 1\n 2\n";

    assertEquals(
        "0\n" + TEN, Samples.applied(Samples.tree("f", TEN), diff).tree().text("f").orElseThrow());
    assertEquals(
        List.of("apply-hunk"), codes(Samples.refused(Samples.tree("f", "above\n" + TEN), diff)));
  }

  @Test
  void whiteSpaceThatDiffersIsNoMatchAndIsNamed() {
    var refused = Samples.refused(Samples.tree("f", TEN.replace("6", "6 ")), CHANGE_FIVE);

    assertEquals(
        "p.patch:10: error: hunk 1 of 1 does not fit 'f': at line 6 the patch expects '6', the tree"
            + " has '6' (other white space) [apply-hunk]\n"
            + "  6\n"
            + "  hint: the series is made for another tree; see its base-commit, or --base\n",
        refused.errors().getFirst().render());
  }

  @Test
  void aMismatchShowsWhatThePatchExpectsBesideWhatTheTreeHas() {
    var refused = Samples.refused(Samples.tree("f", TEN.replace("5", "V")), CHANGE_FIVE);

    Mismatch.Row row = refused.mismatches().getFirst().first().orElseThrow();

    assertEquals("5", row.expected());
    assertEquals(Optional.of("V"), row.found());
    assertEquals(5, row.treeLine());
    assertEquals("p.patch:7", row.inMail().toString());
  }

  @Test
  void aPatchThatIsThereAlreadyIsSaidToBe() {
    SourceTree after = Samples.applied(Samples.tree("f", TEN), CHANGE_FIVE).tree();

    assertEquals(
        Optional.of("the tree already has what this hunk leads to: is the patch applied already?"),
        Samples.refused(after, CHANGE_FIVE).errors().getFirst().hint());
  }

  @Test
  void oneFileThatDoesNotFitKeepsAllOthersFromChanging() {
    var tree = Samples.tree("f", TEN, "g", "other\n");

    var refused = Samples.refused(tree, CHANGE_FIVE + CHANGE_FIVE.replace("/f", "/g"));

    assertEquals(List.of("apply-hunk"), codes(refused));
    assertEquals(Optional.of(TEN), tree.text("f"));
  }

  @Test
  void aDeletionMustNameEveryLine() {
    String diff =
        "diff --git a/f b/f\n"
            + "deleted file mode 100644\n"
            + "--- a/f\n"
            + "+++ /dev/null\n"
            + "@@ -1,2 +0,0 @@\n"
            + "-1\n"
            + "-2\n";

    assertTrue(Samples.applied(Samples.tree("f", "1\n2\n"), diff).tree().mode("f").isEmpty());
    assertEquals(List.of("apply-hunk"), codes(Samples.refused(Samples.tree("f", TEN), diff)));
  }

  @Test
  void aDeletionWithoutHunksNeedsAnEmptyFile() {
    String diff = "diff --git a/f b/f\ndeleted file mode 100644\nindex 111..000\n";

    assertEquals(List.of("apply-delete"), codes(Samples.refused(Samples.tree("f", TEN), diff)));
  }

  @Test
  void aRenameTakesTheLinesAlong() {
    String diff =
        "diff --git a/f b/dir/g\nsimilarity index 90%\nrename from f\nrename to dir/g\n"
            + CHANGE_FIVE.replace("b/f", "b/dir/g");

    var applied = Samples.applied(Samples.tree("f", TEN), diff);

    assertEquals(List.of("dir/g"), applied.tree().list("").toList());
    assertEquals(Optional.of("f"), applied.lines().beforePathOf("dir/g"));
    assertEquals(List.of(new LineRange(5, 6)), applied.lines().changedLinesBefore("f"));
    assertEquals(List.of(new LineRange(5, 7)), applied.lines().changedLinesAfter("dir/g"));
  }

  @Test
  void aFileKeepsItsModeUnlessThePatchChangesIt() {
    var tree =
        OverlayTree.of(
            Samples.tree(),
            java.util.Map.of(
                "f",
                new OverlayTree.Change.Written(
                    FileMode.EXECUTABLE, TEN.getBytes(java.nio.charset.StandardCharsets.UTF_8))),
            "t");

    var kept = Samples.applied(tree, CHANGE_FIVE);
    var changed = Samples.applied(tree, "diff --git a/f b/f\nold mode 100755\nnew mode 100644\n");

    assertEquals(Optional.of(FileMode.EXECUTABLE), kept.tree().mode("f"));
    assertEquals(Optional.of(FileMode.REGULAR), changed.tree().mode("f"));
  }

  @Test
  void aResultThatIsNotTheAnnouncedBlobIsMentioned() {
    var tree = Samples.tree("f", TEN);
    String index =
        "index " + tree.blobId("f").orElseThrow().substring(0, 12) + "..123456789abc 100644\n";

    var applied = Samples.applied(tree, "diff --git a/f b/f\n" + index + CHANGE_FIVE);

    assertEquals(List.of("apply-blob"), applied.warnings().stream().map(Diagnostic::code).toList());
  }

  @Test
  void aLinkOutOfTheTreeIsRefused() {
    String diff =
        "diff --git a/l b/l\n"
            + "new file mode 120000\n"
            + "--- /dev/null\n"
            + "+++ b/l\n"
            + "@@ -0,0 +1 @@\n"
            + "+%s\n"
            + "\\ No newline at end of file\n";

    assertEquals(
        List.of("apply-link"), codes(Samples.refused(Samples.tree(), diff.formatted("/etc"))));
    assertEquals(
        List.of("apply-link"), codes(Samples.refused(Samples.tree(), diff.formatted("../x"))));
    assertEquals(
        Optional.of("text\n"),
        Samples.applied(Samples.tree("f", "text\n"), diff.formatted("f")).tree().text("l"));
  }

  @Test
  void linesThatNoHunkTouchesKeepTheirPartner() {
    LineMap lines = Samples.applied(Samples.tree("f", TEN), CHANGE_FIVE).lines();

    assertEquals(Optional.of(4), lines.lineAfter("f", 4));
    assertEquals(Optional.empty(), lines.lineAfter("f", 5));
    assertEquals(Optional.of(7), lines.lineAfter("f", 6));
    assertEquals(Optional.of(3), lines.lineAfter("elsewhere", 3));
  }

  private static List<String> codes(Application.Refused refused) {
    return refused.errors().stream().map(Diagnostic::code).toList();
  }

  @Test
  void aNewFileDoesNotTakeThePlaceOfAFolderThatTheSamePatchMakes() {
    String diff =
        """
        diff --git a/link b/link
        deleted file mode 100644
        --- a/link
        +++ /dev/null
        @@ -1 +0,0 @@
        -old
        diff --git a/link/x b/link/x
        new file mode 100644
        --- /dev/null
        +++ b/link/x
        @@ -0,0 +1 @@
        +below
        diff --git a/link b/link
        new file mode 100644
        --- /dev/null
        +++ b/link
        @@ -0,0 +1 @@
        +now a file
        """;

    Application.Refused refused = Samples.refused(Samples.tree("link", "old\n"), diff);

    assertEquals("apply-exists", refused.errors().getFirst().code());
  }
}
