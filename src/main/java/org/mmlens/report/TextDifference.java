package org.mmlens.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mmlens.explore.Difference;
import org.mmlens.lens.Observable;
import org.mmlens.lens.Outcome;
import org.mmlens.report.TextPage.Ink;
import org.mmlens.review.Review;
import org.mmlens.review.Verdict;

/// The differences of one patch: the first at length, the others by what they are about.
final class TextDifference {

  private static final int MOST_LINES = 14;
  private static final String INDENT = "    ";

  private final TextPage page;
  private final Review.PatchReview part;

  TextDifference(TextPage page, Review.PatchReview part) {
    this.page = page;
    this.part = part;
  }

  /// {@return the differences of a verdict, remarks included}
  static List<Difference> of(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Different(_, var differences) -> differences;
      case Verdict.NoDifference(_, var notes) -> notes;
      case Verdict.Inconclusive _, Verdict.NotReviewed _ -> List.of();
    };
  }

  void all() {
    List<Difference> differences = of(part.verdict());
    for (int i = 0; i < differences.size(); i++) {
      page.blank();
      one(differences.get(i), i, differences.size());
    }
  }

  private void one(Difference d, int index, int count) {
    String number = count == 1 ? "" : " %d of %d".formatted(index + 1, count);
    page.prose("  counterexample" + number + ": ", Ink.STRONG, INDENT, title(d));
    boolean first = index == 0;
    if (!first || part.findings().stream().noneMatch(f -> f.message().contains(d.summary()))) {
      page.prose(INDENT, Ink.PLAIN, INDENT, Printable.of(d.summary()));
    }
    page.prose(INDENT, Ink.PLAIN, INDENT, ScenarioWords.of(d.scenario()));
    if (first) {
      page.blank();
      VmaStrip.of(d.scenario(), d.before(), d.after(), page.columns() - INDENT.length())
          .forEach(line -> page.line(INDENT, line));
      observables(d).forEach(o -> observable(o, d));
      d.parting().ifPresent(this::parting);
      page.blank();
    } else {
      observable(d.observable(), d);
    }
    replay(d);
  }

  /// {@return which observables differ, how often and in what circumstances}
  static String title(Difference d) {
    var text = new StringBuilder(d.observable().title() + " differs");
    if (!d.also().isEmpty()) {
      text.append(", also ");
      text.append(d.also().stream().map(Observable::title).collect(Collectors.joining(", ")));
    }
    text.append("; so in ").append(ScenarioWords.count(d.scenariosDiffering(), "run"));
    if (!d.withinContract()) {
      text.append("; outside what callers can ask for");
    }
    if (d.orderOnly()) {
      text.append("; same result, other order");
    }
    return text.toString();
  }

  private static Stream<Observable> observables(Difference d) {
    return Stream.concat(Stream.of(d.observable()), d.also().stream()).distinct().sorted();
  }

  private void observable(Observable observable, Difference d) {
    List<String> lines = OutcomeLines.diff(observable, d);
    if (lines.isEmpty()) {
      return;
    }
    page.blank();
    if (observable == Observable.TRANSLATION) {
      translation(d);
    } else {
      page.line(INDENT, Ink.QUIET, "--- before the patch  " + heading(observable));
      page.line(INDENT, Ink.QUIET, "+++ after the patch");
      page.diff(INDENT, lines, MOST_LINES);
    }
  }

  private static String heading(Observable observable) {
    return switch (observable) {
      case VMAS -> "/proc/PID/maps";
      default -> observable.title();
    };
  }

  private void translation(Difference d) {
    List<TranslationRow> rows =
        TranslationRow.of(d.before(), d.after()).stream().filter(TranslationRow::differs).toList();
    int width = rows.stream().mapToInt(r -> r.before().length()).max().orElse(0);
    String form = "%-14s %-" + Math.clamp(width, 16, 36) + "s  %s";
    page.line(INDENT, Ink.QUIET, form.formatted("page at", "before the patch", "after the patch"));
    for (TranslationRow row : rows.subList(0, Math.min(MOST_LINES, rows.size()))) {
      page.line(
          INDENT,
          form.formatted(
              Hex.address(row.address()), Printable.of(row.before()), Printable.of(row.after())));
    }
    if (rows.size() > MOST_LINES) {
      page.line(INDENT, "... %d more pages".formatted(rows.size() - MOST_LINES));
    }
  }

  private void parting(Difference.Parting parting) {
    page.blank();
    page.line(INDENT, Ink.QUIET, "the two runs part at");
    page.prose(INDENT + "before: ", Ink.PLAIN, INDENT + "  ", event(parting.before()));
    page.prose(INDENT + "after:  ", Ink.PLAIN, INDENT + "  ", event(parting.after()));
    HunkChoice.near(part, parting)
        .ifPresent(
            hunk -> {
              page.line(
                  INDENT, Ink.QUIET, "in the patch, " + Printable.of(hunk.after().toString()));
              page.diff(INDENT, HunkChoice.excerpt(hunk), MOST_LINES);
            });
  }

  private static String event(Optional<Outcome.Event> event) {
    return Printable.of(event.map(OutcomeLines::event).orElse("the run has ended"));
  }

  /// The line can be pasted into a shell. It is broken the shell's way where it is long.
  private void replay(Difference d) {
    page.prose("    again: ", Ink.QUIET, "      ", ReplayCommand.of(part, d));
  }
}
