package org.mmlens.report;

import java.util.List;
import java.util.Optional;
import org.mmlens.explore.Difference;
import org.mmlens.lens.Observable;
import org.mmlens.lens.Outcome;
import org.mmlens.report.TextPage.Ink;
import org.mmlens.report.TextReport.Room;
import org.mmlens.review.Review;

/// The differences of one patch: the first at length, a few more in short, the others counted.
final class TextDifference {

  private static final int MOST_IN_SHORT = 2;
  private static final int MOST_LINES = 8;
  private static final int MOST_HUNK = 6;
  private static final int MOST_ASIDE = 3;
  private static final int MOST_EFFECTS = 2;
  private static final int MOST_SUMMARY = 200;
  private static final String INDENT = "    ";

  private final TextPage page;
  private final Review.PatchReview part;
  private final Room room;

  /// @param room how much may be said
  TextDifference(TextPage page, Review.PatchReview part, Room room) {
    this.page = page;
    this.part = part;
    this.room = room;
  }

  void all() {
    List<Difference> all = Differences.of(part.verdict());
    List<Difference> behaviour = all.stream().filter(Differences::changesBehaviour).toList();
    List<Difference> shown = behaviour.isEmpty() ? all : behaviour;
    if (shown.isEmpty()) {
      return;
    }
    if (behaviour.isEmpty()) {
      aside(shown.getFirst());
    } else {
      atLength(shown.getFirst());
    }
    shown.stream().skip(1).limit(MOST_IN_SHORT).forEach(this::inShort);
    int left = all.size() - Math.min(shown.size(), 1 + MOST_IN_SHORT);
    if (left > 0) {
      page.prose("  ", Ink.QUIET, "  ", left + " more: see --format html or json");
    }
  }

  /// What no caller can meet is not drawn.
  private void aside(Difference d) {
    heading(d);
    again(d);
  }

  private void atLength(Difference d) {
    heading(d);
    VmaStrip.of(d.scenario(), d.before(), d.after(), page.columns() - INDENT.length())
        .forEach(line -> page.line(INDENT, line));
    observable(d.observable(), d, room == Room.FULL ? Integer.MAX_VALUE : MOST_LINES);
    switch (room) {
      case FULL -> others(d).forEach(o -> observable(o, d, Integer.MAX_VALUE));
      case ALONE -> inShort(others(d), d);
      case AMONG_OTHERS -> {}
    }
    d.parting().ifPresent(this::parting);
    page.blank();
    again(d);
  }

  private static List<Observable> others(Difference d) {
    return Differences.observables(d).stream().filter(o -> o != d.observable()).toList();
  }

  /// What else differs: the lines that do, a few of each observable.
  private void inShort(List<Observable> others, Difference d) {
    boolean first = true;
    for (Observable o : others) {
      List<String> lines =
          OutcomeLines.diff(o, d).stream().filter(TextDifference::differs).toList();
      if (!lines.isEmpty()) {
        if (first) {
          page.blank();
        }
        first = false;
        page.line(INDENT, Ink.QUIET, heading(o) + ":");
        page.diff(INDENT, lines, o == Observable.EFFECTS ? MOST_EFFECTS : MOST_ASIDE);
      }
    }
  }

  private static boolean differs(String line) {
    return line.startsWith("-") || line.startsWith("+");
  }

  /// The scenario says how to see it.
  private void inShort(Difference d) {
    String text = "%s: --scenario '%s'".formatted(Differences.title(d), d.scenario());
    page.prose("  another: ", Ink.STRONG, INDENT, text);
  }

  private void heading(Difference d) {
    page.blank();
    page.prose("  counterexample: ", Ink.STRONG, INDENT, Differences.title(d));
    String summary = Printable.of(d.summary());
    if (part.findings().stream().noneMatch(f -> f.message().contains(d.summary()))) {
      page.prose(INDENT, Ink.PLAIN, INDENT, Printable.cut(summary, MOST_SUMMARY));
    }
    page.prose(INDENT, Ink.PLAIN, INDENT, ScenarioWords.of(d.scenario()));
  }

  private void observable(Observable observable, Difference d, int most) {
    List<String> lines = OutcomeLines.diff(observable, d);
    if (lines.isEmpty()) {
      return;
    }
    page.blank();
    if (observable == Observable.TRANSLATION) {
      translation(d);
    } else {
      page.line(INDENT, Ink.QUIET, "--- before, +++ after the patch: " + heading(observable));
      page.diff(INDENT, lines, most);
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
    int most = room == Room.FULL ? rows.size() : MOST_LINES;
    for (TranslationRow row : rows.subList(0, Math.min(most, rows.size()))) {
      page.line(
          INDENT,
          form.formatted(
              Hex.address(row.address()), Printable.of(row.before()), Printable.of(row.after())));
    }
    if (rows.size() > most) {
      page.line(INDENT, "... %d more pages".formatted(rows.size() - most));
    }
  }

  private void parting(Difference.Parting parting) {
    page.blank();
    page.prose(INDENT + "runs part, before: ", Ink.QUIET, INDENT + "  ", event(parting.before()));
    page.prose(INDENT + "           after:  ", Ink.QUIET, INDENT + "  ", event(parting.after()));
    HunkChoice.near(part, parting)
        .ifPresent(
            hunk -> {
              page.line(
                  INDENT, Ink.QUIET, "in the patch, " + Printable.of(hunk.after().toString()));
              page.diff(
                  INDENT,
                  HunkChoice.excerpt(hunk),
                  room == Room.FULL ? Integer.MAX_VALUE : MOST_HUNK);
            });
  }

  private static String event(Optional<Outcome.Event> event) {
    return Printable.of(event.map(OutcomeLines::eventWithoutLocks).orElse("the run has ended"));
  }

  /// The line can be pasted into a shell. It is broken the shell's way where it is long.
  private void again(Difference d) {
    page.prose("    again: ", Ink.QUIET, "      ", ReplayCommand.of(part, d));
  }
}
