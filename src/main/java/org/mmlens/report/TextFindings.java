package org.mmlens.report;

import java.util.ArrayList;
import java.util.List;
import org.mmlens.report.TextPage.Ink;
import org.mmlens.review.Finding;
import org.mmlens.review.Finding.Severity;
import org.mmlens.review.Review;

/// The findings of a patch in the text report.
///
/// Where the page is short, a note is its sentence alone, and what shows a warning is one
/// paragraph. A note that answers one of the [Questions] stands there.
final class TextFindings {

  private final TextPage page;
  private final Review.PatchReview part;

  private TextFindings(TextPage page, Review.PatchReview part) {
    this.page = page;
    this.part = part;
  }

  static void write(TextPage page, Review.PatchReview part) {
    new TextFindings(page, part).all();
  }

  /// {@return whether a finding says that all is as the message says}
  static boolean holds(Finding f) {
    return f.rule().equals("claim-confirmed");
  }

  /// Differences that no caller can meet are told of once, and only where there are no others.
  private void all() {
    List<Finding> aside = Headline.aside(part);
    Headline.findings(part).stream()
        .filter(f -> !aside.contains(f) && !toldBelow(f))
        .forEach(this::finding);
    if (!aside.isEmpty()) {
      String text = ScenarioWords.count(aside.size(), "difference");
      page.prose("warning: ", Ink.DOUBTFUL, "    ", text + " more, for input no caller makes");
    }
  }

  private boolean toldBelow(Finding f) {
    return !page.full() && f.severity() == Severity.NOTE && Questions.answeredByOne(f);
  }

  private void finding(Finding f) {
    Ink ink =
        switch (f.severity()) {
          case ERROR -> Ink.BAD;
          case WARNING -> Ink.DOUBTFUL;
          case NOTE -> Ink.STRONG;
        };
    String text = "%s: %s [%s]".formatted(f.at(), f.message(), f.rule());
    page.prose(Headline.word(f.severity()) + ": ", ink, "    ", Printable.of(text));
    if (!Headline.aboutBehaviour(f)) {
      evidence(f);
    }
  }

  private void evidence(Finding f) {
    int most = page.full() ? Integer.MAX_VALUE : most(f.severity());
    List<String> lines = new ArrayList<>(f.evidence().stream().limit(most).toList());
    int left = f.evidence().size() - lines.size();
    boolean together = !page.full() && f.severity() == Severity.WARNING;
    if (left > 0 && most > 0) {
      lines.add("... %d more".formatted(left));
    }
    (together && !lines.isEmpty() ? List.of(String.join("; ", lines)) : lines)
        .forEach(line -> page.prose("    ", Ink.PLAIN, "      ", Printable.of(line)));
  }

  /// How many lines of evidence a finding is worth on a short page.
  private static int most(Severity severity) {
    return switch (severity) {
      case ERROR -> 6;
      case WARNING -> 3;
      case NOTE -> 0;
    };
  }
}
