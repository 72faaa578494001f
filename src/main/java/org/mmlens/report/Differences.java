package org.mmlens.report;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mmlens.explore.Difference;
import org.mmlens.lens.Observable;
import org.mmlens.review.Verdict;

/// The differences of a verdict, in the order a reader wants to meet them.
final class Differences {

  /// Behaviour first, then what callers cannot ask for and mere order; where no allocation has to
  /// fail before where one has to.
  private static final Comparator<Difference> READING_ORDER =
      Comparator.comparing((Difference d) -> !changesBehaviour(d))
          .thenComparing(d -> !d.scenario().faults().isEmpty());

  private Differences() {}

  /// {@return all of them, remarks included}
  static List<Difference> of(Verdict verdict) {
    List<Difference> all =
        switch (verdict) {
          case Verdict.Different(_, var differences) -> differences;
          case Verdict.NoDifference(_, var notes) -> notes;
          case Verdict.Inconclusive _, Verdict.NotRun _, Verdict.NotReviewed _ -> List.of();
        };
    return all.stream().sorted(READING_ORDER).toList();
  }

  /// {@return whether a caller could notice}
  static boolean changesBehaviour(Difference d) {
    return d.withinContract() && !d.orderOnly();
  }

  /// {@return everything that differs, in the order of the enum}
  static List<Observable> observables(Difference d) {
    return Stream.concat(Stream.of(d.observable()), d.also().stream()).distinct().sorted().toList();
  }

  /// {@return which observables differ, how often and in what circumstances}
  static String title(Difference d) {
    var text = new StringBuilder(d.observable().title());
    if (!d.also().isEmpty()) {
      text.append(", also ");
      text.append(d.also().stream().map(Observable::title).collect(Collectors.joining(", ")));
    }
    if (!d.elsewhere().isEmpty()) {
      text.append("; elsewhere ");
      text.append(d.elsewhere().stream().map(Observable::title).collect(Collectors.joining(", ")));
    }
    text.append("; in ").append(ScenarioWords.count(d.scenariosDiffering(), "run"));
    if (!d.withinContract()) {
      text.append("; only for input no caller makes");
    }
    if (d.orderOnly()) {
      text.append("; same result, other order");
    }
    return text.toString();
  }
}
