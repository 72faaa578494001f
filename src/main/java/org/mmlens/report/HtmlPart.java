package org.mmlens.report;

import java.util.List;
import java.util.Optional;
import org.mmlens.review.Review;
import org.mmlens.review.Review.PatchReview;

/// A patch, or the series as a whole, in the HTML report.
final class HtmlPart {

  private HtmlPart() {}

  static void write(Markup html, PatchReview part) {
    html.element(
            "section",
            inner -> {
              inner.line();
              title(inner, part);
              new HtmlFindings(inner, part).all();
              HtmlHunks.remarksOnMessage(part).forEach(r -> remark(inner, part, r));
              questions(inner, part);
              HtmlDifference.all(inner, part);
              new HtmlHunks(inner, part).all();
              evidence(inner, part);
            },
            "id",
            "part-" + part.number())
        .line();
  }

  private static void title(Markup html, PatchReview part) {
    String word = part.verdict().word();
    String name =
        part.number() == 0
            ? "The series as a whole"
            : "Patch " + Headline.name(part) + ": " + part.subject();
    html.element("h2", name).line();
    html.element(
            "p",
            p -> {
              p.element("span", word.replace('-', ' '), "class", "word " + word);
              p.text(
                  (part.asExpected() ? ", as expected: " : ": ") + Headline.reason(part.verdict()));
            })
        .line();
  }

  /// What somebody wrote, and under it what was measured there.
  static void remark(Markup html, PatchReview part, Review.Remark remark) {
    html.element(
            "div",
            div -> {
              div.element("p", HtmlFindings.cut(TextRemarks.title(remark)), "class", "quiet");
              div.element(
                  "pre",
                  String.join("\n", remark.text().lines().map(HtmlFindings::cut).toList()),
                  "tabindex",
                  "0");
              TextRemarks.measured(part, remark)
                  .forEach(line -> div.element("p", HtmlFindings.cut("measured: " + line)));
            },
            "class",
            "finding note")
        .line();
  }

  /// What is asked beside what was measured.
  private static void questions(Markup html, PatchReview part) {
    List<Questions.Answer> answers = Questions.of(part);
    if (answers.isEmpty()) {
      return;
    }
    boolean asked = answers.stream().anyMatch(answer -> !answer.askedBy().isEmpty());
    html.element("h3", "What reviewers ask of such a patch").line();
    html.element(
            "table",
            table -> {
              table.element(
                  "tr",
                  tr ->
                      (asked
                              ? List.of("question", "asked by", "measured")
                              : List.of("question", "measured"))
                          .forEach(cell -> tr.element("th", cell, "scope", "col")));
              answers.forEach(answer -> table.element("tr", tr -> question(tr, answer, asked)));
            },
            "class",
            "questions")
        .line();
  }

  private static void question(Markup tr, Questions.Answer answer, boolean asked) {
    tr.element("th", answer.topic(), "scope", "row");
    if (asked) {
      tr.element("td", HtmlFindings.cut(String.join(", ", answer.askedBy())));
    }
    tr.element(
        "td",
        td ->
            td.element(
                "ul", ul -> answer.measured().forEach(m -> ul.element("li", HtmlFindings.cut(m)))));
  }

  static String lineClass(String line) {
    return line.startsWith("-") ? " removed" : line.startsWith("+") ? " added" : "";
  }

  private static void evidence(Markup html, PatchReview part) {
    Optional.of(part.verdict())
        .flatMap(TextEvidence::of)
        .ifPresent(
            e -> {
              html.element("h3", "What was run").line();
              html.element(
                      "table",
                      table ->
                          TextEvidence.lines(e)
                              .forEach(
                                  (label, text) ->
                                      table.element("tr", tr -> row(tr, List.of(label, text)))))
                  .line();
            });
  }

  private static void row(Markup tr, List<String> cells) {
    tr.element("th", cells.getFirst(), "scope", "row");
    cells.stream().skip(1).forEach(cell -> tr.element("td", cell));
  }
}
