package org.mmlens.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mmlens.review.Review;
import org.mmlens.review.Verdict;

/// The contract of all reports: each format, on each kind of review, against a golden file.
class ReportsTest {

  private static final String AREA = "report";

  static Stream<String> files() {
    return SampleReviews.all().keySet().stream()
        .flatMap(sample -> Formats.all(Style.plain()).stream().map(r -> sample + "/" + r.format()));
  }

  private static String render(String file) {
    String[] parts = file.split("/");
    return Formats.named(parts[1]).orElseThrow().render(SampleReviews.all().get(parts[0]));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void rendersAsTheGoldenFileSays(String file) throws IOException {
    Golden.assertMatches(AREA, file, render(file));
  }

  @Test
  void everyGoldenFileBelongsToAReviewAndAFormat() throws IOException {
    var expected = new ArrayList<>(files().sorted().toList());

    assertEquals(expected, Golden.files(AREA));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void rendersTheSameBytesTwice(String file) {
    assertEquals(render(file), render(file));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void letsNoControlCharacterThrough(String file) {
    List<String> raw =
        render(file)
            .codePoints()
            .filter(c -> c != '\n' && c != '\t' && bad(c))
            .mapToObj(Integer::toHexString)
            .toList();

    assertEquals(List.of(), raw);
  }

  private static boolean bad(int c) {
    return c < ' ' || c >= 0x7f && c < 0xa0 || c == 0x202e || c >= 0xd800 && c < 0xe000;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void endsEveryLineWithALineFeed(String file) {
    String text = render(file);

    assertTrue(text.isEmpty() || text.endsWith("\n"), file);
  }

  /// The kinds of review that each format must have been looked at with, and their samples.
  enum Kind {
    CLEAN("clean"),
    ONE_DIFFERENCE("different"),
    SEVERAL_PATCHES("series"),
    VISIBILITY_ONLY("visibility"),
    INCONCLUSIVE("inconclusive"),
    DOES_NOT_APPLY("rejected"),
    HOSTILE_TEXT("hostile");

    private final String sample;

    Kind(String sample) {
      this.sample = sample;
    }

    /// {@return whether a review is of the kind}
    boolean holds(Review review) {
      Review.PatchReview part = review.patches().getFirst();
      return switch (this) {
        case CLEAN -> part.verdict() instanceof Verdict.NoDifference && part.findings().isEmpty();
        case ONE_DIFFERENCE ->
            review.patches().size() == 1 && part.verdict() instanceof Verdict.Different;
        case SEVERAL_PATCHES -> review.patches().size() > 1 && review.whole().isPresent();
        case VISIBILITY_ONLY ->
            part.verdict() instanceof Verdict.NoDifference
                && !part.findings().isEmpty()
                && part.findings().stream().noneMatch(Headline::aboutBehaviour);
        case INCONCLUSIVE -> part.verdict() instanceof Verdict.Inconclusive;
        case DOES_NOT_APPLY ->
            part.verdict() instanceof Verdict.NotReviewed && !review.diagnostics().isEmpty();
        case HOSTILE_TEXT -> {
          String text = review.toString();
          yield Stream.of("\"", "'", "</script>", "%s", "\0", "\u6f22", "x".repeat(10_000))
              .allMatch(text::contains);
        }
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyFormatHasAGoldenFileForTheKind(Kind kind) throws IOException {
    List<String> golden = Golden.files(AREA);

    List<String> missing =
        Formats.all(Style.plain()).stream()
            .map(format -> kind.sample + "/" + format.format())
            .filter(file -> !golden.contains(file))
            .toList();

    assertEquals(List.of(), missing);
    assertTrue(kind.holds(SampleReviews.all().get(kind.sample)), kind.sample);
  }

  @ParameterizedTest
  @ValueSource(strings = {"clean", "different", "tables", "visibility"})
  void theTextReportOfAnOrdinaryPatchFitsOnAScreen(String sample) {
    assertTrue(render(sample + "/text").lines().count() <= 50, sample);
  }

  @Test
  void noLineOfTheTextReportIsWiderThanAskedFor() {
    for (int columns : new int[] {60, 80, 100}) {
      var report = new TextReport(new Style(columns, Style.Colour.NEVER));
      SampleReviews.all()
          .forEach(
              (name, review) ->
                  report
                      .render(review)
                      .lines()
                      .forEach(line -> assertTrue(Printable.width(line) <= columns, line)));
    }
  }

  @Test
  void colourAddsNothingButEscapeSequences() {
    var coloured = new TextReport(new Style(Style.WIDEST, Style.Colour.ALWAYS));
    var plain = new TextReport(Style.plain());

    for (var review : SampleReviews.all().values()) {
      assertEquals(plain.render(review), coloured.render(review).replaceAll("\033\\[[0-9;]*m", ""));
    }
  }
}
