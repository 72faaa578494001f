package org.mmlens.report;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.mmlens.report.TextPage.Ink;
import org.mmlens.review.Checkup;

/// What the lens makes of a tree, for people.
public final class CheckupText {

  private static final int MOST = 20;
  private static final String HANGING = "                  ";

  private final TextPage page;

  private CheckupText(Style style) {
    page = new TextPage(style);
  }

  /// {@return the text}
  ///
  /// @param tree the name of the tree
  /// @param checkup what was found
  /// @param style what the terminal can show
  public static String of(String tree, Checkup checkup, Style style) {
    var text = new CheckupText(style);
    switch (checkup) {
      case Checkup.Unfit(String reason) -> text.unfit(tree, reason);
      case Checkup.Fit fit -> text.fit(tree, fit);
    }
    return text.page.toString();
  }

  private void unfit(String tree, String reason) {
    page.prose("UNFIT  ", Ink.BAD, "  ", "the lens cannot run on " + Printable.of(tree));
    page.prose("  ", Ink.PLAIN, "    ", Printable.of(reason));
  }

  private void fit(String tree, Checkup.Fit fit) {
    boolean decided = fit.undecided().isEmpty();
    page.prose(
        decided ? "FIT  " : "UNDECIDED  ",
        decided ? Ink.GOOD : Ink.DOUBTFUL,
        "  ",
        "the lens runs on " + Printable.of(tree));
    page.blank();
    entry("entry", fit.entry());
    entry("ran", "%,d layouts on one side".formatted(fit.scenarios()));
    fit.undecided().forEach(reason -> entry("undecided", reason));
    fit.stopped().forEach((how, n) -> entry("stopped", "%,d layouts: %s".formatted(n, how)));
    int functions = fit.files().values().stream().mapToInt(Integer::intValue).sum();
    entry(
        "from source",
        "%,d functions that the entry can lead to, of %d files"
            .formatted(functions, fit.files().size()));
    fit.files().forEach((file, n) -> page.line(HANGING + "%5d  ".formatted(n), Printable.of(file)));
    fit.models()
        .forEach(
            (fidelity, names) ->
                entry(
                    fidelity,
                    "%d answered by Java: %s"
                        .formatted(names.size(), String.join("(), ", names) + "()")));
    limits(fit);
    entry(
        "configuration",
        fit.config()
            .map(
                config ->
                    config.values().entrySet().stream()
                        .map(e -> e.getKey() + "=" + e.getValue())
                        .collect(Collectors.joining(" ")))
            .orElse("the tree's own"));
    entry(
        "time",
        fit.times().stream()
            .map(step -> "%s %.2f s".formatted(step.name(), step.nanos() / 1e9))
            .collect(Collectors.joining("; ")));
  }

  /// What would end a run as undecided, should it get there.
  private void limits(Checkup.Fit fit) {
    SortedMap<String, String> missing = fit.missing();
    entry(
        "not modelled",
        missing.isEmpty()
            ? "nothing"
            : "%d names, none of which was needed; a run that gets there is undecided"
                .formatted(missing.size()));
    list(missing.entrySet().stream().map(CheckupText::user).toList());
    entry(
        "not translated",
        fit.holes().isEmpty() ? "nothing" : "%d places; the same".formatted(fit.holes().size()));
    list(fit.holes());
  }

  private static String user(Map.Entry<String, String> missing) {
    String user = missing.getValue();
    int at = user.indexOf('@');
    return missing.getKey() + " in " + (at < 0 ? user : user.substring(0, at)) + "()";
  }

  private void list(List<String> lines) {
    lines.stream()
        .limit(MOST)
        .forEach(l -> page.prose(HANGING + "  ", Ink.QUIET, HANGING + "    ", Printable.of(l)));
    if (lines.size() > MOST) {
      page.line(HANGING + "  ", Ink.QUIET, "%d more".formatted(lines.size() - MOST));
    }
  }

  private void entry(String label, String text) {
    page.prose("  %-16s".formatted(label), Ink.PLAIN, HANGING, Printable.of(text));
  }
}
