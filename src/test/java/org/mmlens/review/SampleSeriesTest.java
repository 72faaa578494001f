package org.mmlens.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mmlens.diag.Diagnostic;
import org.mmlens.explore.Difference;
import org.mmlens.mail.Selection;
import org.mmlens.mail.Series;
import org.mmlens.mail.SeriesReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Every sample in `patches/` is judged as the file beside it says.
class SampleSeriesTest {

  static List<String> samples() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("patches"))) {
      return files
          .map(p -> p.getFileName().toString())
          .filter(n -> n.endsWith(".mbox"))
          .map(n -> n.substring(0, n.length() - 5))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theSampleIsJudgedAsItsExpectationSays(String name) throws IOException {
    JsonNode expected =
        new ObjectMapper().readTree(Files.readString(Path.of("patches", name + ".expect")));
    Series series =
        SeriesReader.read(List.of(Path.of("patches", name + ".mbox")), new Selection.Newest())
            .series()
            .orElseThrow();

    Review review =
        new Reviewer(ReviewOptions.standard(), Progress.none()).review(series, FixtureTree.open());

    Review.PatchReview whole = review.whole().orElse(review.patches().getLast());
    assertEquals(expected.get("series").asString(), whole.verdict().word(), () -> explain(review));
    int k = 0;
    for (JsonNode patch : expected.get("patches")) {
      Verdict verdict = review.patches().get(k++).verdict();
      assertEquals(patch.get("verdict").asString(), verdict.word(), () -> explain(review));
      Set<String> named = observables(verdict);
      for (JsonNode observable : patch.get("observables")) {
        assertTrue(named.contains(observable.asString()), () -> observable + " in " + named);
      }
    }
    surface(expected, whole);
    if (expected.has("diagnostic")) {
      diagnostic(expected.get("diagnostic"), review.diagnostics());
    } else {
      assertEquals(List.of(), review.diagnostics());
    }
  }

  private static Set<String> observables(Verdict verdict) {
    Set<String> named = new TreeSet<>();
    if (verdict instanceof Verdict.Different(_, var differences)) {
      for (Difference d : differences) {
        named.add(d.observable().id());
        d.observables().forEach(o -> named.add(o.id()));
      }
    }
    return named;
  }

  private static void surface(JsonNode expected, Review.PatchReview whole) {
    JsonNode list = expected.get("surface");
    if (list == null) {
      return;
    }
    for (JsonNode change : list) {
      String rule = change.get("rule").asString();
      String symbol = change.get("symbol").asString();
      assertTrue(
          whole.findings().stream()
              .anyMatch(f -> f.rule().equals(rule) && f.message().contains(symbol)),
          () -> rule + " of " + symbol + " expected, found " + whole.findings());
    }
    if (list.isEmpty()) {
      assertFalse(
          whole.findings().stream()
              .anyMatch(
                  f -> Set.of("added", "removed", "unexported", "widened").contains(f.rule())),
          () -> "" + whole.findings());
    }
  }

  private static void diagnostic(JsonNode expected, List<Diagnostic> found) {
    assertTrue(
        found.stream()
            .anyMatch(
                d ->
                    d.render().contains(expected.get("file").asString())
                        && d.render().contains(expected.get("says").asString())),
        () -> "" + found);
  }

  private static String explain(Review review) {
    StringBuilder out = new StringBuilder();
    for (Review.PatchReview p : review.patches()) {
      out.append(p.number()).append(": ").append(p.verdict()).append('\n');
      p.findings().forEach(f -> out.append("  ").append(f).append('\n'));
    }
    review.diagnostics().forEach(d -> out.append(d.render()));
    return out.toString();
  }
}
