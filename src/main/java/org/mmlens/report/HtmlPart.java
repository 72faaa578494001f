package org.mmlens.report;

import java.util.List;
import java.util.Optional;
import org.mmlens.review.Finding;
import org.mmlens.review.Review;
import org.mmlens.review.Review.PatchReview;

/// A patch, or the series as a whole, in the HTML report.
final class HtmlPart {

  private static final int LONGEST_LINE = 2000;

  private HtmlPart() {}

  static void write(Markup html, PatchReview part) {
    html.element(
            "section",
            inner -> {
              inner.line();
              title(inner, part);
              Headline.findings(part).forEach(f -> finding(inner, f));
              part.remarks().stream()
                  .filter(r -> r.hunk().isEmpty())
                  .forEach(r -> remark(inner, part, r));
              HtmlDifference.all(inner, part);
              if (!part.hunks().isEmpty()) {
                inner.element("h3", "The patch").line();
              }
              part.hunks().forEach(hunk -> hunk(inner, part, hunk));
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
              p.text(": " + Headline.reason(part.verdict()));
            })
        .line();
  }

  private static void finding(Markup html, Finding f) {
    String word = Headline.word(f.severity());
    html.element(
            "div",
            div -> {
              div.element("span", word, "class", "word");
              div.element("span", " " + f.at() + " ", "class", "mono");
              div.element("span", f.message());
              div.element("span", " [" + f.rule() + "]", "class", "quiet");
              if (!f.evidence().isEmpty()) {
                div.element("ul", ul -> f.evidence().forEach(line -> ul.element("li", cut(line))));
              }
            },
            "class",
            "finding " + word)
        .line();
  }

  private static void hunk(Markup html, PatchReview part, Review.Hunk hunk) {
    html.element("p", hunk.after().path() + " " + HunkChoice.header(hunk), "class", "mono quiet");
    html.element(
            "div",
            div -> {
              for (String line : hunk.lines()) {
                div.element("span", cut(line), "class", "code" + lineClass(line));
              }
            },
            "class",
            "hunk",
            "tabindex",
            "0")
        .line();
    part.findings().stream()
        .filter(f -> HunkChoice.of(part, f).filter(hunk::equals).isPresent())
        .forEach(f -> finding(html, f));
    part.remarks().stream()
        .filter(r -> r.hunk().filter(hunk::equals).isPresent())
        .forEach(r -> remark(html, part, r));
  }

  /// What somebody wrote, and under it what was measured there.
  private static void remark(Markup html, PatchReview part, Review.Remark remark) {
    html.element(
            "div",
            div -> {
              div.element("p", cut(TextRemarks.title(remark)), "class", "quiet");
              div.element(
                  "pre",
                  String.join("\n", remark.text().lines().map(HtmlPart::cut).toList()),
                  "tabindex",
                  "0");
              div.element("p", cut("measured: " + TextRemarks.measured(part, remark)));
            },
            "class",
            "finding note")
        .line();
  }

  private static String cut(String line) {
    return Printable.cut(Printable.keepingTabs(line), LONGEST_LINE);
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
