package org.mmlens.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mmlens.explore.Difference;
import org.mmlens.explore.ReplayFile;
import org.mmlens.explore.Simplifications;
import org.mmlens.lens.Observable;
import org.mmlens.lens.Observation;
import org.mmlens.lens.Scenario;
import org.mmlens.mail.Selection;
import org.mmlens.mail.Series;
import org.mmlens.mail.SeriesReader;

/// Counterexamples of the samples are short, and nothing in them can be left out.
class CounterexamplesTest {

  /// Bytes; with this a counterexample fits into a mail.
  private static final int LARGEST_FILE = 2048;

  @ParameterizedTest
  @CsvSource({
    "03-three-patches, 2",
    "04-redundant-step-back, 1",
    "05-wrong-floor, 1",
    "06-ignored-ceiling, 1",
    "07-ignored-error, 1",
    "08-missing-tlb-flush, 1"
  })
  void aCounterexampleIsShortAndNothingOfItCanBeLeftOut(String name, int patch) {
    Series series =
        SeriesReader.read(List.of(Path.of("patches", name + ".mbox")), new Selection.Newest())
            .series()
            .orElseThrow();
    Sides sides = Sides.of(series, patch);
    List<Difference> found = sides.differences(1);

    assertFalse(found.isEmpty());
    assertEquals(told(found), told(sides.differences(2)), "with two threads");
    for (Difference d : found) {
      Scenario s = d.scenario();
      assertTrue(s.neighbours().size() <= 2, () -> "VMAs of " + s);
      if (s.length() > 2 || s.shift() > 2 * Scenario.PAGE) {
        assertFalse(sides.differ(d, shorter(s)), () -> "a shorter one differs, too: " + s);
      }
      for (Scenario simpler : Simplifications.of(s)) {
        assertFalse(sides.differ(d, simpler), () -> s + " is no simpler than " + simpler);
      }
      var file =
          new ReplayFile(
              "20240101000000.1-a-long-message-id@mail.example.org",
              List.of("patches/" + name + ".mbox"),
              patch,
              d.observable().id(),
              s);
      int bytes = file.text().getBytes(StandardCharsets.UTF_8).length;
      assertTrue(bytes < LARGEST_FILE, () -> bytes + " bytes: " + file.text());
    }
  }

  /// The same layout with at most two pages that move by at most two.
  private static Scenario shorter(Scenario s) {
    int length = Math.min(2, s.length());
    return new Scenario(
        s.end(),
        length,
        Math.min(2 * Scenario.PAGE, s.shift()),
        s.pages().stream().filter(f -> f.page() < length).toList(),
        s.neighbours(),
        s.traits(),
        s.flags(),
        s.faults());
  }

  private static List<String> told(List<Difference> found) {
    return found.stream()
        .map(d -> d.observable() + " " + d.scenario() + " " + d.scenariosDiffering())
        .toList();
  }

  /// The trees before and after a patch, ready to run.
  ///
  /// @param before the side before
  /// @param after the side after
  /// @param subject the change
  private record Sides(Side.Ready before, Side.Ready after, Subject subject, Workbench bench) {

    static Sides of(Series series, int patch) {
      TreeSteps.Step step = TreeSteps.of(series, FixtureTree.open()).steps().get(patch - 1);
      Set<String> paths = new TreeSet<>(step.lines().touchedPaths());
      ChangedCode changed = ChangedCode.between(step.before(), step.after(), paths);
      ReviewOptions options = ReviewOptions.standard();
      var bench =
          new Workbench(
              options, changed.functions().keySet(), new TreeCompiler(options.config(), paths));
      return new Sides(
          (Side.Ready) bench.side(step.before()),
          (Side.Ready) bench.side(step.after()),
          new Subject(changed, Suspects.between(step.before(), step.after(), paths, bench)),
          bench);
    }

    List<Difference> differences(int threads) {
      Verdict verdict =
          new Behaviour(
                  ReviewOptions.standard().withThreads(threads),
                  new org.mmlens.port.KernelModels(),
                  Progress.none())
              .compare(before, after, subject)
              .verdict();
      return ((Verdict.Different) verdict)
          .differences().stream().filter(d -> d.withinContract() && !d.orderOnly()).toList();
    }

    /// Whether a scenario shows the same, or something more telling.
    boolean differ(Difference d, Scenario s) {
      Observation b = before.rig().run(s);
      Observation a = after.rig().run(s);
      List<Observable> differ =
          b.undecided().isPresent() || a.undecided().isPresent()
              ? List.of()
              : new ArrayList<>(b.differences(a));
      return !differ.isEmpty() && differ.getFirst().compareTo(d.observable()) <= 0;
    }
  }
}
