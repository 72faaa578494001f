package org.mmlens.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mmlens.diag.Diagnostic;
import org.mmlens.mail.Selection;
import org.mmlens.mail.Series;
import org.mmlens.mail.SeriesReader;
import org.mmlens.mail.SeriesReading;

class GitTreeTest {

  private static final String TEN = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10";

  @TempDir private Path folder;
  private Git git;

  @BeforeEach
  void history() throws IOException {
    assumeTrue(Git.installed(), "git is not installed");
    git = Git.init(folder);
    commit("first", "f", TEN);
    commit("second\n\nWith a text.", "f", TEN.replace("8", "eight"));
    commit("third", "g", "new\n");
  }

  private void commit(String message, String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
    git.must("add", "-A");
    git.must("commit", "-q", "-m", message);
  }

  private static SourceTree opened(Trees.Opening opening) {
    return assertInstanceOf(Trees.Opening.Opened.class, opening).tree();
  }

  @Test
  void anyRevisionIsReadFromTheObjectStore() {
    SourceTree tree = opened(Trees.git(folder, "HEAD~2"));

    assertEquals(List.of("f"), tree.list("").toList());
    assertEquals(Optional.of(TEN), tree.text("f"));
    assertEquals(git.must("rev-parse", "HEAD~2:f"), tree.blobId("f").orElseThrow());
    assertEquals(git.must("rev-parse", "HEAD~2^{tree}"), TreeIds.of(tree));
  }

  @Test
  void aBareRepositoryDoesAsWell(@TempDir Path bare) {
    git.must("clone", "-q", "--bare", ".", bare.resolve("b.git").toString());

    assertEquals(
        List.of("f", "g"), opened(Trees.git(bare.resolve("b.git"), "main")).list("").toList());
  }

  @Test
  void aRevisionThatIsNotThereIsNamed() {
    var refused = assertInstanceOf(Trees.Opening.Refused.class, Trees.git(folder, "v9.9"));

    assertEquals("there is no commit 'v9.9'", refused.why().message());
  }

  @Test
  void aHunkThatFitsNowhereIsMergedThroughTheBlobItWasMadeFor() throws IOException {
    git.must("checkout", "-q", "-b", "topic", "HEAD~2");
    commit("topic", "f", TEN.replace("5", "five"));
    Series series = series("topic~1..topic");
    SourceTree moved = opened(Trees.git(folder, "main"));

    SeriesApplication application = SeriesApplier.apply(moved, series.patches());

    assertEquals(
        Optional.of(TEN.replace("5", "five").replace("8", "eight")), application.after().text("f"));
    var applied = application.steps().getFirst().applied();
    assertEquals(Placement.Means.THREE_WAY, applied.placements().getFirst().means());
    assertEquals(
        List.of("apply-three-way"), applied.warnings().stream().map(Diagnostic::code).toList());
    assertEquals(List.of(new LineRange(5, 6)), applied.lines().changedLinesAfter("f"));
  }

  @Test
  void aConflictIsNotMerged() throws IOException {
    git.must("checkout", "-q", "-b", "topic", "HEAD~2");
    commit("topic", "f", TEN.replace("8", "VIII"));

    SeriesApplication application =
        SeriesApplier.apply(opened(Trees.git(folder, "main")), series("topic~1..topic").patches());

    assertEquals("apply-hunk", application.failure().orElseThrow().errors().getFirst().code());
  }

  private Series series(String range) {
    byte[] mails = git.run("format-patch", "--stdout", range).out();
    var reading =
        SeriesReader.read(new java.io.ByteArrayInputStream(mails), "mails", new Selection.Newest());
    return reading.series().orElseThrow();
  }

  @Test
  void aRangeOfCommitsIsASeries() {
    SeriesReading reading = GitSeries.read(folder, "HEAD~2..HEAD");
    Series series = reading.series().orElseThrow();

    assertEquals(
        List.of("second", "third"), series.patches().stream().map(p -> p.title()).toList());
    assertEquals("With a text.", series.patches().getFirst().message());
    SeriesApplication application =
        SeriesApplier.apply(opened(Trees.git(folder, "HEAD~2")), series.patches());
    assertEquals(git.must("rev-parse", "HEAD^{tree}"), TreeIds.of(application.after()));
  }

  @Test
  void aRangeWithoutCommitsIsRefused() {
    assertEquals(
        "expected 1 to 2000 commits in 'HEAD..HEAD', found none",
        GitSeries.read(folder, "HEAD..HEAD").diagnostics().getFirst().message());
    assertEquals(
        "there is no commit 'nowhere'",
        GitSeries.read(folder, "nowhere..HEAD").diagnostics().getFirst().message());
  }

  @Test
  void theBaseIsTheCommitWhoseBlobsTheIndexLinesName() {
    Series series = series("HEAD~2..HEAD~1");

    var found =
        assertInstanceOf(
            BaseChoice.Found.class,
            BaseSearch.choose(folder, series, List.of("main"), Optional.empty()));

    assertEquals(git.must("rev-parse", "HEAD~2^{tree}"), found.tree().id().name());
    assertTrue(found.reasons().getLast().endsWith("1 of 1 blobs of its index lines are there"));
  }

  @Test
  void theBaseCommitOfTheSeriesComesFirst() {
    byte[] mails = git.run("format-patch", "--stdout", "--base=HEAD~1", "HEAD~1..HEAD").out();
    Series series =
        SeriesReader.read(new java.io.ByteArrayInputStream(mails), "m", new Selection.Newest())
            .series()
            .orElseThrow();

    var found =
        assertInstanceOf(
            BaseChoice.Found.class,
            BaseSearch.choose(folder, series, List.of(), Optional.of("HEAD~2")));

    assertEquals(git.must("rev-parse", "HEAD~1^{tree}"), found.tree().id().name());
    assertTrue(found.reasons().getLast().endsWith("the series names it as base-commit"));
  }

  @Test
  void theTreeAfterASeriesKnowsItsLinesThroughAllPatches() {
    Series series = GitSeries.read(folder, "HEAD~2..HEAD").series().orElseThrow();
    var application = SeriesApplier.apply(opened(Trees.git(folder, "HEAD~2")), series.patches());

    LineMap lines = application.lines();

    assertEquals(List.of("f", "g"), List.copyOf(lines.touchedPaths()));
    assertEquals(List.of(new LineRange(8, 9)), lines.changedLinesBefore("f"));
    assertEquals(List.of(new LineRange(1, 2)), lines.changedLinesAfter("g"));
  }
}
