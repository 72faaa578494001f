package org.mmlens.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mmlens.cache.Records;
import org.mmlens.cache.Store;
import org.mmlens.mail.Selection;
import org.mmlens.mail.Series;
import org.mmlens.mail.SeriesReader;
import org.mmlens.report.Formats;
import org.mmlens.report.JsonReport;
import org.mmlens.report.Report;
import org.mmlens.report.SampleReviews;
import org.mmlens.report.Style;
import org.mmlens.tree.FileMode;
import org.mmlens.tree.SourceTree;

/// What is kept of whole reviews changes no byte of a report, and is found only where everything is
/// the same.
class ResultsTest {

  private static final long ROOM = 64L << 20;

  /// A tree of no files that says which one it is.
  private record Named(String name, Optional<String> identity) implements SourceTree {
    @Override
    public Optional<FileMode> mode(String path) {
      return Optional.empty();
    }

    @Override
    public Optional<byte[]> blob(String path) {
      return Optional.empty();
    }

    @Override
    public Stream<String> list(String folder) {
      return Stream.of();
    }
  }

  @TempDir private Path folder;
  private final AtomicInteger made = new AtomicInteger();

  private Results results(String build) {
    return new Results(new Store(folder, build, ROOM, InstantSource.system()));
  }

  private static String mail() {
    return """
    From: Jo Doe <jo@example.org>
    Subject: [PATCH] mm: say less
    Date: Thu, 1 Jan 2026 00:00:00 +0000
    Message-ID: <20260101.1-jo@example.org>

    Nothing to it.
    ---
    diff --git a/mm/mmap.c b/mm/mmap.c
    --- a/mm/mmap.c
    +++ b/mm/mmap.c
    @@ -1,2 +1,1 @@
     int a;
    -int b;
    """;
  }

  private static Series series(String text) {
    var in = new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    return SeriesReader.read(in, "stdin", new Selection.Newest()).series().orElseThrow();
  }

  private static SourceTree tree(String identity) {
    return new Named("commit 1", Optional.of(identity));
  }

  private Review make() {
    made.incrementAndGet();
    return SampleReviews.all().get("clean");
  }

  static Set<Map.Entry<String, Review>> reviews() {
    return SampleReviews.all().entrySet();
  }

  @ParameterizedTest
  @MethodSource("reviews")
  void everyFormatOfAReviewThatWasKeptIsTheSame(Map.Entry<String, Review> sample) {
    Review review = sample.getValue();

    Review back = Records.unpack(Review.class, Records.pack(Review.class, review));

    assertEquals(review, back);
    for (Report report : Formats.all(Style.plain())) {
      assertEquals(report.render(review), report.render(back));
    }
  }

  @Test
  void theSameIsReviewedOnce() {
    Review first = results("1").get("review", series(mail()), tree("a"), options(), this::make);
    Review second = results("1").get("review", series(mail()), tree("a"), options(), this::make);

    assertEquals(first, second);
    assertEquals(1, made.get());
  }

  private static ReviewOptions options() {
    return ReviewOptions.standard();
  }

  /// One thing at a time is not as it was.
  @Test
  void whateverMayChangeTheResultHasItMadeAgain() {
    Results kept = results("1");
    Series series = series(mail());
    kept.get("review", series, tree("a"), options(), this::make);
    List<UnaryOperator<String>> mails =
        List.of(
            m -> m.replace("Jo Doe", "Jo Doo"),
            m -> m.replace("say less", "say more"),
            m -> m.replace("Nothing to it", "No functional change"),
            m -> m.replace("---\n", "---\nv2: a note\n"),
            m -> m.replace("1-jo@", "2-jo@"),
            m -> m.replace("-int b;", "-int c;"),
            m -> m.replace("\n\nNothing", "\nX-Other: header\n\nNothing"));
    int expected = 1;
    for (UnaryOperator<String> edit : mails) {
      String edited = edit.apply(mail());
      assertNotEquals(mail(), edited);
      kept.get("review", series(edited), tree("a"), options(), this::make);
      assertEquals(++expected, made.get(), edited);
    }
    var config = options().config().with("x", "CONFIG_ODD_ONE=y\n").config();
    for (ReviewOptions other :
        List.of(
            options().withConfig(config),
            options().withOnly(Optional.of(1)),
            options().withFaultRuns(3),
            options().withSteps(5))) {
      kept.get("review", series, tree("a"), other, this::make);
      assertEquals(++expected, made.get(), "" + other);
    }
    kept.get("surface", series, tree("a"), options(), this::make);
    assertEquals(++expected, made.get());
    kept.get("review", series, tree("b"), options(), this::make);
    assertEquals(++expected, made.get());
    kept.get("review", series, new Named("2", Optional.of("a")), options(), this::make);
    assertEquals(++expected, made.get());
    results("2").get("review", series, tree("a"), options(), this::make);
    assertEquals(++expected, made.get());
    kept.get("review", series, tree("a"), options().withThreads(7), this::make);
    assertEquals(expected, made.get(), "no result depends on the number of threads");
  }

  @Test
  void aTreeThatCannotBeToldFromOthersIsReviewedEachTime() {
    var tree = new Named("commit 1", Optional.empty());
    results("1").get("review", series(mail()), tree, options(), this::make);
    results("1").get("review", series(mail()), tree, options(), this::make);

    assertEquals(2, made.get());
  }

  @Test
  void whatIsUnfinishedOrDoesNotApplyIsNotKept() {
    for (String sample : List.of("interrupted", "rejected")) {
      Review review = SampleReviews.all().get(sample);
      results("1").get("review", series(mail()), tree("a"), options(), () -> review);
    }

    results("1").get("review", series(mail()), tree("a"), options(), this::make);

    assertEquals(1, made.get());
  }

  @Test
  void whatIsDamagedIsMadeAgain() throws IOException {
    results("1").get("review", series(mail()), tree("a"), options(), this::make);
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path entry : found.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(entry);
        bytes[bytes.length / 2] ^= 1;
        Files.write(entry, bytes);
      }
    }

    results("1").get("review", series(mail()), tree("a"), options(), this::make);

    assertEquals(2, made.get());
  }

  @Test
  void reviewsAtTheSameTimeDoNotDisturbEachOther() throws Exception {
    List<Callable<Review>> runs = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String tree = "t" + i % 4;
      runs.add(() -> results("1").get("review", series(mail()), tree(tree), options(), this::make));
    }
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (Future<Review> run : threads.invokeAll(runs)) {
        assertEquals(SampleReviews.all().get("clean"), run.get());
      }
    }
  }

  @Test
  void theReportIsTheSameWithoutWithAnEmptyAndWithAFullCache() {
    SourceTree tree = FixtureTree.open();
    assertTrue(tree.identity().isPresent(), "the fixture was changed just now");
    Series series =
        SeriesReader.read(List.of(Path.of("patches/05-wrong-floor.mbox")), new Selection.Newest())
            .series()
            .orElseThrow();
    ReviewOptions options = options().withFaultRuns(20);
    AtomicInteger real = new AtomicInteger();
    java.util.function.Supplier<Review> make =
        () -> {
          real.incrementAndGet();
          return new Reviewer(options, Progress.none()).review(series, tree);
        };

    String off = new JsonReport().render(make.get());
    String empty = new JsonReport().render(results("1").get("review", series, tree, options, make));
    String full = new JsonReport().render(results("1").get("review", series, tree, options, make));

    assertEquals(off, empty);
    assertEquals(off, full);
    assertEquals(2, real.get());
  }
}
