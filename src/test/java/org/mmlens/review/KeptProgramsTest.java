package org.mmlens.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mmlens.cache.Store;
import org.mmlens.mail.Selection;
import org.mmlens.mail.SeriesReader;
import org.mmlens.report.JsonReport;

/// What is kept between runs changes no byte of a report.
class KeptProgramsTest {

  private static final int FAULT_RUNS = 20;
  private static final long ROOM = 64L << 20;

  @TempDir private Path folder;

  /// All of them only in a long run.
  static List<String> samples() throws IOException {
    return Boolean.getBoolean("mmlens.long")
        ? SampleSeriesTest.samples()
        : List.of("02-relocate-vma-down", "05-wrong-floor", "10-does-not-compile");
  }

  private static ReviewOptions nothingKept() {
    return ReviewOptions.standard().withFaultRuns(FAULT_RUNS);
  }

  private ReviewOptions kept() {
    return nothingKept().withPrograms(new Store(folder, "test", ROOM, InstantSource.system()));
  }

  private static String report(String sample, ReviewOptions options) {
    var series =
        SeriesReader.read(List.of(Path.of("patches", sample + ".mbox")), new Selection.Newest())
            .series()
            .orElseThrow();
    return new JsonReport()
        .render(new Reviewer(options, Progress.none()).review(series, FixtureTree.open()));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theReportIsTheSameWithNothingSomethingAndAllOfItKept(String sample) {
    String expected = report(sample, nothingKept());

    String first = report(sample, kept());
    String second = report(sample, kept());

    assertEquals(expected, first);
    assertEquals(expected, second);
  }

  @Test
  void theReportIsTheSameWhenEveryEntryIsDamaged() throws IOException {
    String sample = "05-wrong-floor";
    String expected = report(sample, kept());
    List<Path> entries;
    try (Stream<Path> found = Files.walk(folder)) {
      entries = found.filter(Files::isRegularFile).toList();
    }
    assertTrue(entries.size() > 4, "" + entries);
    for (Path entry : entries) {
      byte[] bytes = Files.readAllBytes(entry);
      bytes[bytes.length / 2] ^= 1;
      Files.write(entry, bytes);
    }

    assertEquals(expected, report(sample, kept()));
    assertEquals(expected, report(sample, kept()));
  }

  /// Says when the first pair has run.
  private record FirstRun(Runnable told, AtomicBoolean over) implements Progress {
    @Override
    public void step(int patch, int total, String step) {}

    @Override
    public void ran(int done, int planned, int differing) {
      if (!over.getAndSet(true)) {
        told.run();
      }
    }

    @Override
    public boolean interrupted() {
      return over.get();
    }
  }

  @Test
  void whatWasCompiledIsKeptBeforeAReviewIsOverAndIsAsGood() {
    var series =
        SeriesReader.read(List.of(Path.of("patches/05-wrong-floor.mbox")), new Selection.Newest())
            .series()
            .orElseThrow();
    var reviewer = new AtomicReference<Reviewer>();
    var units = new AtomicLong();
    var progress =
        new FirstRun(
            () -> {
              reviewer.get().keep();
              units.set(entries("unit"));
            },
            new AtomicBoolean());
    reviewer.set(new Reviewer(kept(), progress));

    reviewer.get().review(series, FixtureTree.open());

    assertTrue(units.get() > 0, "nothing was kept");
    assertEquals(report("05-wrong-floor", nothingKept()), report("05-wrong-floor", kept()));
  }

  private long entries(String kind) {
    try (Stream<Path> found = Files.walk(folder)) {
      return found
          .filter(Files::isRegularFile)
          .filter(f -> f.toString().contains("/" + kind + "/"))
          .count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void runsAtTheSameTimeDoNotDisturbEachOther() throws Exception {
    List<String> both = List.of("05-wrong-floor", "08-missing-tlb-flush");
    List<String> expected = new ArrayList<>();
    List<Callable<String>> runs = new ArrayList<>();
    for (String sample : both) {
      expected.add(report(sample, nothingKept()));
      runs.add(() -> report(sample, kept()));
    }

    List<String> found = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(2)) {
      for (Future<String> run : threads.invokeAll(runs)) {
        found.add(run.get());
      }
    }
    assertEquals(expected, found);
  }
}
