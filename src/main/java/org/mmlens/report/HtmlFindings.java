package org.mmlens.report;

import java.util.List;
import java.util.Optional;
import org.mmlens.explore.Difference;
import org.mmlens.review.Finding;
import org.mmlens.review.Review.PatchReview;

/// The findings of a patch in the HTML report: a line each; what shows one is a click away.
final class HtmlFindings {

  private static final int MOST_LINES = 4;
  private static final int LONGEST_LINE = 2000;

  private final Markup html;
  private final PatchReview part;

  HtmlFindings(Markup html, PatchReview part) {
    this.html = html;
    this.part = part;
  }

  /// Adds all of them, most severe first. Differences that no caller can meet are folded where
  /// there are others.
  void all() {
    List<Finding> all = Headline.findings(part);
    List<Finding> aside = Headline.aside(part);
    for (Finding f : all) {
      if (!aside.contains(f)) {
        finding(f);
      } else if (f.equals(aside.getFirst())) {
        folded(aside);
      }
    }
  }

  private void folded(List<Finding> aside) {
    html.element(
            "details",
            details -> {
              details.element(
                  "summary",
                  summary -> {
                    summary.element("span", "warning", "class", "word warning");
                    String count = ScenarioWords.count(aside.size(), "difference");
                    summary.text(" " + count + " more, for input no caller makes");
                  });
              aside.forEach(this::finding);
            },
            "class",
            "aside")
        .line();
  }

  private void finding(Finding f) {
    boxed(
        f,
        () -> {
          html.element("span", " " + f.at() + " ", "class", "mono");
          sentence(f);
          if (counterexample(f).isEmpty()) {
            evidence(f.evidence());
          }
        });
  }

  /// Adds a finding where it belongs in the patch: the sentence alone.
  void inline(Finding f) {
    boxed(
        f,
        () -> {
          html.text(" ");
          sentence(f);
        });
  }

  private void boxed(Finding f, Runnable content) {
    String word = Headline.word(f.severity());
    html.element(
            "div",
            div -> {
              div.element("span", word, "class", "word");
              content.run();
            },
            "class",
            "finding " + word)
        .line();
  }

  private void sentence(Finding f) {
    html.element("span", cut(f.message()));
    html.element("span", " [" + f.rule() + "]", "class", "quiet");
    counterexample(f)
        .ifPresent(
            number -> {
              html.text(" ");
              String title = "counterexample " + number;
              html.element("a", title, "href", "#" + HtmlDifference.id(part, number));
            });
  }

  private void evidence(List<String> lines) {
    List<String> rest = lines.subList(Math.min(MOST_LINES, lines.size()), lines.size());
    list(lines.subList(0, lines.size() - rest.size()));
    if (!rest.isEmpty()) {
      html.element(
          "details",
          details -> {
            details.element("summary", rest.size() + " more");
            list(rest);
          });
    }
  }

  private void list(List<String> lines) {
    if (!lines.isEmpty()) {
      html.element("ul", ul -> lines.forEach(line -> ul.element("li", cut(line))));
    }
  }

  /// {@return the number of the counterexample that shows the finding}
  private Optional<Integer> counterexample(Finding f) {
    List<Difference> all = Differences.of(part.verdict());
    return DifferenceChoice.of(part, f).map(d -> all.indexOf(d) + 1);
  }

  /// {@return a line of a stranger's, of a length that a browser can lay out}
  static String cut(String line) {
    return Printable.cut(Printable.keepingTabs(line), LONGEST_LINE);
  }
}
