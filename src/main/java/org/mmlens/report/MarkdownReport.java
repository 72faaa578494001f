package org.mmlens.report;

import java.util.List;
import org.mmlens.diag.Diagnostic;
import org.mmlens.explore.Difference;
import org.mmlens.review.Finding;
import org.mmlens.review.Review;
import org.mmlens.review.Review.PatchReview;

/// Markdown (CommonMark with GitHub's tables) for a comment on a merge request.
final class MarkdownReport implements Report {

  private static final String SPECIAL = "\\`*_{}[]<>()#+-.!|~&@:";
  private static final int LONGEST = 400;

  @Override
  public String format() {
    return "markdown";
  }

  @Override
  public String render(Review review) {
    var out = new StringBuilder();
    out.append("## ").append(Headline.word(review)).append(": ");
    out.append(text(review.series().subject())).append("\n\n");
    out.append(text(review.series().author())).append(", on ").append(text(review.tree()));
    if (!review.complete()) {
      out.append("\n\nInterrupted: ").append(Headline.PARTIAL).append('.');
    }
    out.append("\n\n| patch | verdict | findings |\n|---|---|---|\n");
    List<PatchReview> parts = Headline.parts(review);
    for (PatchReview part : parts) {
      String subject = part.number() == 0 ? "as a whole" : text(part.subject());
      out.append(
          "| %s %s | %s | %s |\n"
              .formatted(
                  Headline.name(part),
                  subject,
                  part.verdict().word(),
                  Headline.tally(part.findings())));
    }
    review.diagnostics().forEach(d -> diagnostic(out, d));
    parts.forEach(part -> part(out, part, parts.size() > 1));
    return out.toString();
  }

  private static void diagnostic(StringBuilder out, Diagnostic d) {
    out.append('\n');
    fence(out, "", DiagnosticText.lines(d));
  }

  private static void part(StringBuilder out, PatchReview part, boolean titled) {
    if (titled) {
      String title = part.number() == 0 ? "The series as a whole" : "Patch " + Headline.name(part);
      out.append("\n### ").append(title).append('\n');
    }
    out.append('\n').append(text(Headline.reason(part.verdict()))).append('\n');
    if (!part.findings().isEmpty()) {
      out.append('\n');
    }
    for (Finding f : Headline.findings(part)) {
      out.append(
          "- **%s** `%s` %s (%s)\n"
              .formatted(
                  Headline.word(f.severity()),
                  code(f.at().toString()),
                  text(f.message()),
                  f.rule()));
      if (!Headline.aboutBehaviour(f)) {
        f.evidence().forEach(line -> out.append("  - ").append(text(line)).append('\n'));
      }
    }
    questions(out, Questions.of(part));
    Differences.of(part.verdict()).stream().findFirst().ifPresent(d -> difference(out, part, d));
    TextEvidence.of(part.verdict())
        .ifPresent(
            e -> {
              out.append("\n<details><summary>what was run</summary>\n\n");
              TextEvidence.lines(e)
                  .forEach((label, line) -> out.append("- %s: %s\n".formatted(label, text(line))));
              out.append("\n</details>\n");
            });
  }

  private static void questions(StringBuilder out, List<Questions.Answer> answers) {
    if (!answers.isEmpty()) {
      out.append("\n| reviewers ask for | measured |\n|---|---|\n");
    }
    answers.forEach(
        answer -> out.append("| %s | %s |\n".formatted(text(answer.topic()), text(answer.told()))));
  }

  private static void difference(StringBuilder out, PatchReview part, Difference d) {
    out.append("\nCounterexample: ").append(text(ScenarioWords.of(d.scenario()))).append("\n\n");
    fence(out, "", VmaStrip.of(d.scenario(), d.before(), d.after(), Style.WIDEST));
    out.append('\n').append(text(d.observable().title())).append(", before and after:\n\n");
    fence(out, "diff", OutcomeLines.diff(d.observable(), d));
    out.append('\n');
    fence(out, "sh", List.of(ReplayCommand.of(part, d)));
  }

  /// The fence is longer than any run of backticks inside.
  private static void fence(StringBuilder out, String language, List<String> lines) {
    String fence = "```";
    while (String.join("\n", lines).contains(fence)) {
      fence += "`";
    }
    out.append(fence).append(language).append('\n');
    lines.forEach(line -> out.append(Printable.cut(Printable.of(line), LONGEST)).append('\n'));
    out.append(fence).append('\n');
  }

  private static String code(String text) {
    return Printable.of(text).replace('`', '\'');
  }

  /// Text with every character escaped that could mean something.
  private static String text(String text) {
    var out = new StringBuilder();
    Printable.cut(Printable.of(text), LONGEST)
        .codePoints()
        .forEach(
            c -> {
              if (SPECIAL.indexOf(c) >= 0 && !plainHere(c)) {
                out.append('\\');
              }
              out.appendCodePoint(c);
            });
    return out.toString();
  }

  /// Characters that are special only at the start of a line, where no stranger's text stands, or
  /// as part of what is escaped already.
  private static boolean plainHere(int c) {
    return "().:+-{}".indexOf(c) >= 0;
  }
}
