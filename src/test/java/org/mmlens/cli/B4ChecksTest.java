package org.mmlens.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mmlens.hook.Checkout;
import org.mmlens.mail.Series;
import org.mmlens.report.SampleReviews;
import org.mmlens.review.Progress;
import org.mmlens.review.Review;
import org.mmlens.review.ReviewOptions;
import org.mmlens.tree.SourceTree;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The commands of docs/b4.md, given what b4 gives them, and read as b4 reads them (0.14:
/// `run_local_check()`; 0.15: `review/checks.py`).
class B4ChecksTest {

  private static final List<String> PATCH_CHECK =
      List.of("review", "-", "--git", ".", "--quiet", "--fail-on", "never", "--format", "b4");
  private static final List<String> JSON_CHECK =
      List.of("review", "-", "--git", ".", "--quiet", "--fail-on", "never", "--format", "b4-json");

  /// What b4 shows of a check.
  private record Line(String status, String text) {}

  @TempDir private Path folder;
  private Checkout checkout;

  @BeforeEach
  void makesABranchOfThreePatches() {
    checkout = Checkout.init(folder.resolve("linux"));
    checkout.write("mm/a.c", "int one;\nint two;\nint three;\n").commit("base");
    for (String word : List.of("first", "second", "third")) {
      checkout.write("mm/a.c", "int " + word + ";\nint two;\nint three;\n").commit("mm: " + word);
    }
  }

  /// `b4 prep --check`: a mail of `git format-patch` with abbreviated ids, one for each patch.
  private String mail(String commit) {
    return checkout.git("format-patch", "--stdout", "--abbrev=7", "-1", commit);
  }

  private Session.Result check(List<String> command, Engine engine, String mail) {
    return new Session(checkout.folder())
        .input(mail + "\n")
        // A process stands where b4 started it; a session does not.
        .run(
            engine,
            command.stream()
                .map(word -> word.equals(".") ? checkout.folder().toString() : word)
                .toArray(String[]::new));
  }

  private static FixedEngine says(String sample) {
    return new FixedEngine(() -> SampleReviews.all().get(sample));
  }

  /// b4 0.14: each line of stdout is a warning, or with `ERROR:` in it a failure; each line of
  /// stderr is a failure; the exit code counts only where both are silent.
  private static List<Line> read(Session.Result result) {
    List<Line> lines = new ArrayList<>();
    result
        .out()
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> lines.add(new Line(line.contains("ERROR:") ? "fail" : "warning", line)));
    result.err().lines().forEach(line -> lines.add(new Line("fail", line)));
    if (lines.isEmpty()) {
      lines.add(
          result.status() == 0
              ? new Line("success", "passed all checks")
              : new Line("fail", "Exited with error code " + result.status()));
    }
    return lines;
  }

  @ParameterizedTest
  @CsvSource({"clean, success", "not-run, success", "different, fail", "inconclusive, warning"})
  void aPatchIsShownAsWhatItIs(String sample, String status) {
    List<Line> shown = read(check(PATCH_CHECK, says(sample), mail("HEAD^")));

    assertTrue(shown.stream().anyMatch(line -> line.status().equals(status)), "" + shown);
    assertEquals(
        status.equals("success"), shown.equals(List.of(new Line("success", "passed all checks"))));
  }

  /// An engine that notes what it is given.
  private static final class Noting implements Engine {
    private final Engine engine = says("clean");
    private final List<String> seen = new ArrayList<>();

    @Override
    public Review review(Series series, SourceTree tree, ReviewOptions options, Progress progress) {
      seen.add(
          series.patches().getFirst().title()
              + " on "
              + tree.text("mm/a.c").orElse("").lines().findFirst().orElse(""));
      return engine.review(series, tree, options, progress);
    }

    @Override
    public Review surface(
        Series series, SourceTree tree, ReviewOptions options, Progress progress) {
      return engine.surface(series, tree, options, progress);
    }

    @Override
    public org.mmlens.review.Replay replay(
        Series series, SourceTree tree, ReviewOptions options, org.mmlens.lens.Scenario scenario) {
      return engine.replay(series, tree, options, scenario);
    }

    @Override
    public org.mmlens.review.Execution run(
        SourceTree tree, ReviewOptions options, org.mmlens.lens.Scenario scenario) {
      return engine.run(tree, options, scenario);
    }

    @Override
    public org.mmlens.review.Checkup checkup(SourceTree tree, ReviewOptions options) {
      return engine.checkup(tree, options);
    }
  }

  @Test
  void eachPatchIsPutOnTheCommitItWasMadeForWithoutTheOthers() {
    var noting = new Noting();
    for (String commit : List.of("HEAD^^", "HEAD^", "HEAD")) {
      check(PATCH_CHECK, noting, mail(commit));
    }

    assertEquals(
        List.of("mm: first on int one;", "mm: second on int first;", "mm: third on int second;"),
        noting.seen);
  }

  @Test
  void aMailWithoutAPatchIsAFailureAndNoSuccess() {
    List<Line> shown = read(check(PATCH_CHECK, says("clean"), "Subject: hello\n\nWorld.\n"));

    assertFalse(shown.stream().anyMatch(line -> line.status().equals("success")), "" + shown);
  }

  @ParameterizedTest
  @CsvSource({"clean, pass", "different, fail", "inconclusive, warn", "rejected, fail"})
  void theJsonOfAReviewIsWhatB4Wants(String sample, String status) {
    Session.Result result = check(JSON_CHECK, says(sample), mail("HEAD^"));

    assertEquals("", result.err());
    JsonNode all = JsonMapper.builder().build().readTree(result.out());
    assertTrue(all.isArray() && all.size() == 1, result.out());
    JsonNode one = all.get(0);
    assertEquals("mmlens", one.get("tool").asString());
    assertEquals(status, one.get("status").asString());
    assertFalse(one.get("summary").asString().contains("\n"));
    assertFalse(one.get("details").asString().isEmpty());
  }
}
