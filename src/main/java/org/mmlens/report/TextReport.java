package org.mmlens.report;

import java.util.List;
import java.util.Locale;
import org.mmlens.diag.Diagnostic;
import org.mmlens.report.TextPage.Ink;
import org.mmlens.review.Review;
import org.mmlens.review.Verdict;

/// The report for a person at a terminal: the verdict first, then what shows it.
public final class TextReport implements Report {

  private static final int MOST_DIAGNOSTICS = 8;

  /// How much may be said of a patch.
  enum Room {
    /// It has the screen for itself.
    ALONE,
    /// The screen is for others, too.
    AMONG_OTHERS,
    /// Everything is to be told.
    FULL
  }

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
      if (alone || part.number() == 0 || speaks(page, part)) {
        part(page, part, alone);
      }
    }
    return page.toString();
  }

  /// A claim that holds is counted in the overview.
  private static boolean speaks(TextPage page, Review.PatchReview part) {
    return part.findings().stream().anyMatch(f -> page.full() || !TextFindings.holds(f))
        || !part.remarks().isEmpty()
        || !(part.verdict() instanceof Verdict.NoDifference);
  }

  private static void headline(TextPage page, Review review) {
    String word = Headline.word(review);
    boolean expected = Headline.asExpected(review);
    String lead =
        word.toUpperCase(Locale.ROOT).replace('-', ' ') + (expected ? ", AS EXPECTED  " : "  ");
    page.prose(
        lead,
        expected ? Ink.DOUBTFUL : ink(word),
        "  ",
        Printable.of(orElse(review.series().subject(), "(no subject)")));
    var about = new StringBuilder();
    if (review.series().revision() > 1) {
      about.append("v").append(review.series().revision()).append(", ");
    }
    about.append(Headline.patches(review));
    about.append(" by ").append(Printable.of(orElse(review.series().author(), "(nobody named)")));
    about.append(", on ").append(Printable.of(review.tree()));
    page.prose("  ", Ink.PLAIN, "  ", about.toString());
    if (!review.complete()) {
      page.prose("  interrupted: ", Ink.DOUBTFUL, "  ", Headline.PARTIAL);
    }
  }

  private static String orElse(String text, String otherwise) {
    return text.isBlank() ? otherwise : text;
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
    TextFindings.write(page, part);
    var room = page.full() ? Room.FULL : alone ? Room.ALONE : Room.AMONG_OTHERS;
    new TextDifference(page, part, room).all();
    TextRemarks.write(page, part);
    TextEvidence.write(page, part.verdict(), part.number() == 0 ? Room.ALONE : room);
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
}
