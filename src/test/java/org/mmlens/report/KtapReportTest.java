package org.mmlens.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mmlens.review.Verdict;

/// The KTAP report as two readers take it: a strict one of our own, and the kernel's.
class KtapReportTest {

  private static final Path KUNIT =
      Path.of("fixtures/kernels/linux-source-6.12/tools/testing/kunit/kunit.py");

  @TempDir private Path folder;

  static List<String> samples() {
    return List.copyOf(SampleReviews.all().keySet());
  }

  private static String log(String sample) {
    return new KtapReport().render(SampleReviews.all().get(sample));
  }

  private static List<Ktap.Result> leaves(String sample) {
    return Ktap.parse(log(sample)).stream().flatMap(test -> test.leaves().stream()).toList();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aStrictReaderTakesIt(String sample) {
    var review = SampleReviews.all().get(sample);

    assertEquals(Headline.parts(review).size(), Ktap.parse(log(sample)).size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "KTAP version 1 -> KTAP version 2",
        "1..1 -> 1..2",
        "\n  1..10\n -> \n",
        "  ok 2 -> ok 2",
        "ok 5 page -> ok 4 page",
        "not ok 1 patch-1 -> ok 1 patch-1",
        "  # scenario -> scenario",
        "ok 2 return-value -> ok 2 return-value # LATER",
        "# 2 pages -> # Subtest: 2 pages",
      })
  void theStrictReaderRefuses(String change) {
    String[] sides = change.split(" -> ", -1);
    String log = log("different").replace("scenario end=", "2 pages\n  # scenario end=");

    String wrong = log.replace(sides[0], sides[1]);

    assertFalse(Ktap.parse(log).isEmpty());
    assertFalse(wrong.equals(log));
    assertThrows(IllegalArgumentException.class, () -> Ktap.parse(wrong));
  }

  @Test
  void whatCouldNotBeJudgedIsSkippedBesideATestThatRan() {
    for (String sample : List.of("inconclusive", "not-run")) {
      List<Ktap.Result> leaves = leaves(sample);

      assertEquals(List.of("applies", "behaviour"), names(leaves));
      assertEquals(List.of(false, true), leaves.stream().map(Ktap.Result::skipped).toList());
    }
  }

  @Test
  void ofAnInterruptedReviewOfAPatchNothingPasses() {
    assertTrue(leaves("interrupted").stream().allMatch(Ktap.Result::skipped));
  }

  @Test
  void aPatchThatIsNotReviewedFails() {
    assertFalse(Ktap.parse(log("rejected")).getFirst().ok());
  }

  @Test
  void textOfAStrangerAnnouncesNoTest() {
    var verdict = new Verdict.Inconclusive(List.of("Subtest: evil", "ok 1 evil"), Optional.empty());
    String log = new KtapReport().render(SampleReviews.one("mm", verdict, List.of()));

    assertEquals(1, Ktap.parse(log).size());
    assertTrue(log.contains("\n  # | Subtest: evil\n"), log);
  }

  private static List<String> names(List<Ktap.Result> results) {
    return results.stream().map(Ktap.Result::name).toList();
  }

  /// What `kunit.py parse` ends with, see [KtapReport]: the mmlens words of a review, its status.
  private static final Map<String, Integer> STATUS =
      Map.ofEntries(
          Map.entry("answered", 1),
          Map.entry("clean", 0),
          Map.entry("different", 1),
          Map.entry("expected", 0),
          Map.entry("hostile", 1),
          Map.entry("inconclusive", 0),
          Map.entry("interrupted", 1),
          Map.entry("not-run", 0),
          Map.entry("rejected", 1),
          Map.entry("series", 1),
          Map.entry("tables", 1),
          Map.entry("visibility", 0));

  @ParameterizedTest
  @MethodSource("samples")
  void theKernelsReaderCountsTheSameTests(String sample) throws Exception {
    assumeTrue(Files.isRegularFile(KUNIT), () -> "not here: " + KUNIT);
    Path log = folder.resolve("log");
    Files.writeString(log, log(sample));
    Process reader = kunit(log);
    String said = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertEquals(STATUS.get(sample), reader.waitFor(), said);

    assertFalse(said.contains("[ERROR]"), said);
    assertTrue(said.stripTrailing().endsWith(" " + counts(leaves(sample))), said);
  }

  private static Process kunit(Path log) throws IOException {
    var command =
        List.of("python3", KUNIT.toRealPath().toString(), "parse", log.toAbsolutePath().toString());
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      assumeTrue(false, () -> "python3 does not start: " + e.getMessage());
      throw e;
    }
  }

  /// {@return how kunit.py sums tests up}
  private static String counts(List<Ktap.Result> leaves) {
    long skipped = leaves.stream().filter(Ktap.Result::skipped).count();
    long failed = leaves.stream().filter(leaf -> !leaf.ok()).count();
    List<String> parts = new ArrayList<>();
    add(parts, "passed", leaves.size() - skipped - failed);
    add(parts, "failed", failed);
    add(parts, "skipped", skipped);
    return "Ran %d tests: %s".formatted(leaves.size(), String.join(", ", parts));
  }

  private static void add(List<String> parts, String word, long count) {
    if (count > 0) {
      parts.add(word + ": " + count);
    }
  }
}
