package org.mmlens.report;

import java.util.List;
import java.util.Locale;
import org.mmlens.diag.Diagnostic;
import org.mmlens.report.TextPage.Ink;
import org.mmlens.review.Finding;
import org.mmlens.review.Review;
import org.mmlens.review.Verdict;

/// The report for a person at a terminal: the verdict first, then what shows it.
public final class TextReport implements Report {

  private static final int MOST_DIAGNOSTICS = 8;

  private final Style style;

  /// Makes the report.
  ///
  /// @param style what the terminal can show
  public TextReport(Style style) {
    this.style = style;
  }

  @Override
  public String format() {
    return "text";
  }

  @Override
  public String render(Review review) {
    var page = new TextPage(style);
    headline(page, review);
    diagnostics(page, review.diagnostics());
    placing(page, review.placing());
    if (review.patches().size() > 1) {
      overview(page, review);
    }
    List<Review.PatchReview> parts = Headline.parts(review);
    for (Review.PatchReview part : parts) {
      boolean alone = parts.size() == 1;
      if (alone || part.number() == 0 || speaks(part)) {
        part(page, part, alone);
      }
    }
    if (!review.complete()) {
      page.blank();
      page.prose("", Ink.PLAIN, "", "interrupted: this report covers only what was run until then");
    }
    return page.toString();
  }

  private static boolean speaks(Review.PatchReview part) {
    return !part.findings().isEmpty()
        || !part.remarks().isEmpty()
        || !(part.verdict() instanceof Verdict.NoDifference);
  }

  private static void headline(TextPage page, Review review) {
    String word = Headline.word(review);
    boolean expected = Headline.asExpected(review);
    String lead =
        word.toUpperCase(Locale.ROOT).replace('-', ' ') + (expected ? ", AS EXPECTED  " : "  ");
    page.prose(
        lead, expected ? Ink.DOUBTFUL : ink(word), "  ", Printable.of(review.series().subject()));
    var about = new StringBuilder();
    if (review.series().revision() > 1) {
      about.append("v").append(review.series().revision()).append(", ");
    }
    about.append(Headline.patches(review));
    about.append(" by ").append(Printable.of(review.series().author()));
    about.append(", on ").append(Printable.of(review.tree()));
    page.prose("  ", Ink.PLAIN, "  ", about.toString());
  }

  private static Ink ink(String word) {
    return switch (word) {
      case "no-difference" -> Ink.GOOD;
      case "different", "not-reviewed" -> Ink.BAD;
      default -> Ink.DOUBTFUL;
    };
  }

  private static void diagnostics(TextPage page, List<Diagnostic> diagnostics) {
    if (!diagnostics.isEmpty()) {
      page.blank();
    }
    for (Diagnostic d : diagnostics.subList(0, Math.min(MOST_DIAGNOSTICS, diagnostics.size()))) {
      diagnostic(page, d);
    }
    if (diagnostics.size() > MOST_DIAGNOSTICS) {
      page.line("", "... %d more".formatted(diagnostics.size() - MOST_DIAGNOSTICS));
    }
  }

  private static void diagnostic(TextPage page, Diagnostic d) {
    for (String line : DiagnosticText.lines(d)) {
      boolean source = line.startsWith("  ") && !line.startsWith("  hint: ");
      if (source) {
        page.line("", line);
      } else {
        String lead = line.startsWith("  ") ? "  " : "";
        page.prose(lead, Ink.PLAIN, "    ", line);
      }
    }
  }

  /// Where something does not apply: what was tried, and the first hunk beside the tree.
  private static void placing(TextPage page, Review.Placing placing) {
    if (placing.mismatches().isEmpty()) {
      return;
    }
    page.blank();
    placing.decisions().forEach(d -> page.prose("  tried: ", Ink.PLAIN, "    ", Printable.of(d)));
    var first = placing.mismatches().getFirst();
    page.line("  ", Ink.STRONG, Printable.of(SideBySide.title(first)));
    for (String line : SideBySide.lines(first, page.columns() - 2)) {
      page.line("  ", line.startsWith("!") ? Ink.BAD : Ink.PLAIN, line);
    }
  }

  private static void overview(TextPage page, Review review) {
    page.blank();
    for (Review.PatchReview part : Headline.parts(review)) {
      String subject = part.number() == 0 ? "(first tree against last)" : part.subject();
      String line =
          "%-7s %-14s %s; %s"
              .formatted(
                  Headline.name(part),
                  part.verdict().word(),
                  Printable.of(subject),
                  Headline.tally(part.findings()));
      page.line("  ", line);
    }
  }

  private static void part(TextPage page, Review.PatchReview part, boolean alone) {
    page.blank();
    if (!alone) {
      String title =
          part.number() == 0
              ? "the series as a whole"
              : "patch " + Headline.name(part) + ": " + Printable.of(part.subject());
      page.line("", Ink.STRONG, title);
    }
    reasons(page, part.verdict());
    if (part.number() == 0 && part.verdict() instanceof Verdict.NoDifference) {
      page.prose("", Ink.PLAIN, "", Headline.reason(part.verdict()));
    }
    findings(page, part);
    var differences = new TextDifference(page, part);
    differences.all();
    TextRemarks.write(page, part);
    TextEvidence.write(page, part.verdict());
  }

  private static void reasons(TextPage page, Verdict verdict) {
    switch (verdict) {
      case Verdict.Inconclusive(var reasons, _) ->
          reasons.forEach(r -> page.prose("inconclusive: ", Ink.DOUBTFUL, "    ", Printable.of(r)));
      case Verdict.NotRun(var reason) ->
          page.prose("not run: ", Ink.DOUBTFUL, "    ", Printable.of(reason));
      case Verdict.NotReviewed(var reason) ->
          page.prose("not reviewed: ", Ink.BAD, "    ", Printable.of(reason));
      case Verdict.NoDifference _, Verdict.Different _ -> {}
    }
  }

  /// Differences that no caller can meet are told of once, and only where there are no others.
  private static void findings(TextPage page, Review.PatchReview part) {
    List<Finding> all = Headline.findings(part);
    List<Finding> aside = Headline.aside(part);
    all.stream().filter(f -> !aside.contains(f)).forEach(f -> finding(page, f));
    if (!aside.isEmpty()) {
      String text = ScenarioWords.count(aside.size(), "difference");
      page.prose("warning: ", Ink.DOUBTFUL, "    ", text + " more, for input no caller makes");
    }
  }

  private static void finding(TextPage page, Finding f) {
    Ink ink =
        switch (f.severity()) {
          case ERROR -> Ink.BAD;
          case WARNING -> Ink.DOUBTFUL;
          case NOTE -> Ink.STRONG;
        };
    String text = "%s: %s [%s]".formatted(f.at(), f.message(), f.rule());
    page.prose(Headline.word(f.severity()) + ": ", ink, "    ", Printable.of(text));
    if (!Headline.aboutBehaviour(f)) {
      int most = most(f.severity());
      f.evidence().stream()
          .limit(most)
          .forEach(line -> page.prose("    ", Ink.PLAIN, "      ", Printable.of(line)));
      if (f.evidence().size() > most) {
        page.line("    ", "... %d more".formatted(f.evidence().size() - most));
      }
    }
  }

  /// How many lines of evidence a finding is worth.
  private static int most(Finding.Severity severity) {
    return switch (severity) {
      case ERROR -> 6;
      case WARNING -> 3;
      case NOTE -> 2;
    };
  }
}
