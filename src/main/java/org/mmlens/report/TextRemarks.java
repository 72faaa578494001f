package org.mmlens.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mmlens.explore.Difference;
import org.mmlens.report.TextPage.Ink;
import org.mmlens.review.Review;

/// What people wrote about a patch, beside what was measured, in the text report.
final class TextRemarks {

  /// Before each answer.
  private static final String TOPIC = "    %-23s";

  private static final int MOST = 12;
  private static final int MOST_LINES = 10;

  private TextRemarks() {}

  static void write(TextPage page, Review.PatchReview part) {
    remarks(page, part);
    questions(page, Questions.of(part));
  }

  /// What is asked beside what was measured.
  private static void questions(TextPage page, List<Questions.Answer> answers) {
    if (answers.isEmpty()) {
      return;
    }
    page.blank();
    page.line("  ", Ink.QUIET, "what reviewers ask of such a patch, and what was measured");
    for (Questions.Answer answer : answers) {
      page.prose(
          TOPIC.formatted(answer.topic()),
          Ink.STRONG,
          TOPIC.formatted(""),
          Printable.of(answer.told()));
    }
  }

  private static void remarks(TextPage page, Review.PatchReview part) {
    if (part.remarks().isEmpty()) {
      return;
    }
    page.blank();
    List<Review.Remark> all = part.remarks();
    for (Review.Remark remark : all.subList(0, Math.min(MOST, all.size()))) {
      remark(page, part, remark);
    }
    if (all.size() > MOST) {
      page.line("  ", "%d comments more: see --format html or json".formatted(all.size() - MOST));
    }
    page.blank();
  }

  private static void remark(TextPage page, Review.PatchReview part, Review.Remark remark) {
    page.prose("  ", Ink.PLAIN, "    ", Printable.of(title(remark)));
    List<String> lines = remark.text().lines().toList();
    for (String line : lines.subList(0, Math.min(MOST_LINES, lines.size()))) {
      page.line("    | ", Printable.of(line));
    }
    if (lines.size() > MOST_LINES) {
      page.line("    | ", "... %d more lines".formatted(lines.size() - MOST_LINES));
    }
    page.prose("    measured: ", Ink.STRONG, "      ", Printable.of(here(part, remark)));
    List<String> topics =
        Questions.answers(part, remark.text()).stream().map(Questions.Answer::topic).toList();
    if (!topics.isEmpty()) {
      page.prose("    asks for: ", Ink.STRONG, "      ", String.join(", ", topics) + ": see below");
    }
  }

  /// {@return who wrote it and about what}
  static String title(Review.Remark remark) {
    String author = remark.author().isEmpty() ? "a reviewer" : remark.author();
    String place = remark.place().isEmpty() ? "the message" : remark.place();
    return remark.under().isEmpty()
        ? "%s on %s".formatted(author, place)
        : "%s on %s, under '%s'".formatted(author, place, remark.under().strip());
  }

  /// {@return what was measured where the remark stands, and of what it asks}
  static List<String> measured(Review.PatchReview part, Review.Remark remark) {
    List<String> lines = new ArrayList<>();
    lines.add(here(part, remark));
    Questions.answers(part, remark.text())
        .forEach(answer -> lines.add(answer.topic() + ": " + answer.text()));
    return lines;
  }

  private static String here(Review.PatchReview part, Review.Remark remark) {
    String verdict = part.verdict().word();
    if (remark.hunk().isEmpty()) {
      return verdict + " for the patch; " + Headline.tally(part.findings());
    }
    List<String> here = new ArrayList<>();
    part.findings().stream()
        .filter(f -> HunkChoice.of(part, f).equals(remark.hunk()))
        .map(f -> "%s: %s [%s]".formatted(Headline.word(f.severity()), f.message(), f.rule()))
        .forEach(here::add);
    Differences.of(part.verdict()).stream()
        .filter(d -> partsIn(part, d).equals(remark.hunk()))
        .map(d -> "runs part here, " + d.observable().title() + " differs")
        .distinct()
        .forEach(here::add);
    return here.isEmpty()
        ? "%s for the patch (%s); nothing in this hunk"
            .formatted(verdict, Headline.tally(part.findings()))
        : verdict + " for the patch; in this hunk: " + String.join("; ", here);
  }

  private static Optional<Review.Hunk> partsIn(Review.PatchReview part, Difference difference) {
    return difference.parting().flatMap(parting -> HunkChoice.near(part, parting));
  }
}
