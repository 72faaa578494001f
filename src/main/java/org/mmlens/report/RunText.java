package org.mmlens.report;

import java.util.List;
import java.util.Locale;
import org.mmlens.lens.Observable;
import org.mmlens.lens.Outcome;
import org.mmlens.lens.Scenario;
import org.mmlens.lens.Trace;
import org.mmlens.report.TextPage.Ink;

/// One run of one tree, told as a person would explain it: the layout, the calls, how it ended.
public final class RunText {

  private final TextPage page;

  private RunText(Style style) {
    page = new TextPage(style);
  }

  /// {@return the text}
  ///
  /// @param entry the function that was run, with its place
  /// @param scenario what was run
  /// @param trace what happened
  /// @param everyCall whether calls in which nothing happens, and all of the accounting, are told,
  ///   too
  /// @param style what the terminal can show
  public static String of(
      String entry, Scenario scenario, Trace trace, boolean everyCall, Style style) {
    var text = new RunText(style);
    text.write(entry, scenario, trace, everyCall);
    return text.page.toString();
  }

  private void write(String entry, Scenario scenario, Trace trace, boolean everyCall) {
    var story = new CallStory(List.of(trace), everyCall);
    Outcome outcome = trace.outcome();
    String ending = OutcomeLines.ending(outcome);
    page.prose("%s  ".formatted(word(outcome)), ink(outcome), "  ", ending);
    page.prose("  ", Ink.PLAIN, "    ", Printable.of(entry));
    page.prose("  ", Ink.PLAIN, "    ", ScenarioWords.of(scenario));
    page.prose("  ", Ink.QUIET, "    ", scenario.toString());
    page.blank();
    VmaStrip.of(scenario, outcome, page.columns() - 2).forEach(line -> page.line("  ", line));
    if (!story.isEmpty()) {
      page.blank();
      story.write(page);
    }
    for (Observable o : Observable.values()) {
      if (o != Observable.EFFECTS && (everyCall || o != Observable.ACCOUNTING)) {
        state(o, outcome);
      }
    }
  }

  private static String word(Outcome outcome) {
    return switch (outcome.ending()) {
      case Outcome.Ending.Returned _ -> "RETURNED";
      case Outcome.Ending.Stopped(var kind, _, _) -> kind.toUpperCase(Locale.ROOT);
      case Outcome.Ending.Undecided _ -> "INCONCLUSIVE";
    };
  }

  private static Ink ink(Outcome outcome) {
    return switch (outcome.ending()) {
      case Outcome.Ending.Returned _ -> Ink.GOOD;
      case Outcome.Ending.Stopped _ -> Ink.BAD;
      case Outcome.Ending.Undecided _ -> Ink.DOUBTFUL;
    };
  }

  private void state(Observable o, Outcome outcome) {
    List<String> lines = OutcomeLines.of(o, outcome, outcome);
    if (!lines.isEmpty()) {
      page.blank();
      page.line("  ", Ink.STRONG, o.title() + " at the end");
      lines.forEach(line -> page.line("   ", line));
    }
  }
}
