package org.mmlens.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mmlens.explore.Rerun;
import org.mmlens.lens.Observable;
import org.mmlens.report.TextPage.Ink;

/// One scenario on both sides, told in full: layout, what each side came to, every effect.
public final class ReplayText {

  private static final int EVERYTHING = 10_000;
  private static final int MOST_EQUAL = 12;

  private final TextPage page;

  private ReplayText(Style style) {
    page = new TextPage(style);
  }

  /// {@return the text}
  ///
  /// @param entries the function that was run, before and after, with its place
  /// @param rerun what was seen
  /// @param story what the runs did; their effects alone are shown where it is empty
  /// @param style what the terminal can show
  public static String of(List<String> entries, Rerun rerun, CallStory story, Style style) {
    var text = new ReplayText(style);
    text.write(entries, rerun, story);
    return text.page.toString();
  }

  private void write(List<String> entries, Rerun rerun, CallStory story) {
    String word = word(rerun);
    Ink ink = word.equals("different") ? Ink.BAD : word.equals("same") ? Ink.GOOD : Ink.DOUBTFUL;
    String lead = word.toUpperCase(Locale.ROOT) + "  ";
    page.prose(lead, ink, "  ", rerun.difference().map(Differences::title).orElse(""));
    rerun.undecided().forEach(r -> page.prose("  ", Ink.PLAIN, "    ", Printable.of(r)));
    page.prose("  ", Ink.PLAIN, "    ", Printable.of(String.join(" -> ", distinct(entries))));
    page.prose("  ", Ink.PLAIN, "    ", ScenarioWords.of(rerun.scenario()));
    page.prose("  ", Ink.QUIET, "    ", rerun.scenario().toString());
    page.blank();
    VmaStrip.of(rerun.scenario(), rerun.before(), rerun.after(), page.columns() - 2)
        .forEach(line -> page.line("  ", line));
    for (Observable o : Observable.values()) {
      if (o != Observable.EFFECTS) {
        observable(o, rerun);
      }
    }
    List<String> walks = TableWalk.of(rerun.before(), rerun.after());
    if (!walks.isEmpty()) {
      page.blank();
      page.line("  ", Ink.STRONG, "page-table walk, where it differs");
      walks.forEach(line -> page.line("  ", Printable.of(line)));
    }
    page.blank();
    if (story.isEmpty()) {
      page.line("  ", Ink.STRONG, "effects, in order");
      page.diff("  ", effects(rerun), EVERYTHING);
    } else {
      story.write(page);
    }
  }

  private static List<String> distinct(List<String> entries) {
    return entries.stream().distinct().toList();
  }

  private static String word(Rerun rerun) {
    return rerun.undecided().isEmpty()
        ? rerun.difference().isPresent() ? "different" : "same"
        : "inconclusive";
  }

  /// What is the same is printed once, and only counted where it is long.
  private void observable(Observable o, Rerun rerun) {
    List<String> before = OutcomeLines.of(o, rerun.before(), rerun.after());
    List<String> after = OutcomeLines.of(o, rerun.after(), rerun.before());
    if (before.isEmpty() && after.isEmpty()) {
      return;
    }
    page.blank();
    if (before.equals(after) && before.size() > MOST_EQUAL) {
      page.line("  ", "%s, the same: %d lines".formatted(o.title(), before.size()));
    } else {
      String same = before.equals(after) ? ", the same before and after" : "";
      page.line("  ", Ink.STRONG, o.title() + same);
      page.diff("  ", SideDiff.whole(before, after), EVERYTHING);
    }
  }

  private static List<String> effects(Rerun rerun) {
    var lines = new ArrayList<String>();
    rerun.before().warnings().forEach(w -> lines.add("-WARNING: " + OutcomeLines.event(w)));
    rerun.after().warnings().forEach(w -> lines.add("+WARNING: " + OutcomeLines.event(w)));
    for (Timeline.Row row : Timeline.of(rerun.before(), rerun.after())) {
      if (row.apart()) {
        row.before().ifPresent(e -> lines.add("-" + OutcomeLines.eventWithoutLocks(e)));
        row.after().ifPresent(e -> lines.add("+" + OutcomeLines.eventWithoutLocks(e)));
      } else {
        row.after().ifPresent(e -> lines.add(" " + OutcomeLines.eventWithoutLocks(e)));
      }
    }
    return lines.stream().map(Printable::of).toList();
  }
}
