package org.mmlens.report;

import java.util.ArrayList;
import java.util.List;
import org.mmlens.explore.Difference;
import org.mmlens.lens.Observable;
import org.mmlens.review.Review.PatchReview;

/// A counterexample in the HTML report: picture, what differs, page tables, steps.
final class HtmlDifference {

  private final Markup html;
  private final PatchReview part;
  private final Difference d;

  private HtmlDifference(Markup html, PatchReview part, Difference d) {
    this.html = html;
    this.part = part;
    this.d = d;
  }

  /// Adds all of them; the first in full, the others folded.
  static void all(Markup html, PatchReview part) {
    List<Difference> all = Differences.of(part.verdict());
    for (int i = 0; i < all.size(); i++) {
      var one = new HtmlDifference(html, part, all.get(i));
      one.write(i + 1, i == 0 && Differences.changesBehaviour(all.get(i)));
    }
  }

  /// {@return what links to a counterexample name}
  ///
  /// @param number of the counterexample in its part, from 1
  static String id(PatchReview part, int number) {
    return "part-%d-counterexample-%d".formatted(part.number(), number);
  }

  private void write(int number, boolean unfolded) {
    var attributes = new ArrayList<>(List.of("class", "counterexample", "id", id(part, number)));
    if (unfolded) {
      attributes.addAll(List.of("open", ""));
    }
    String title = "Counterexample %d: %s".formatted(number, Differences.title(d));
    html.element(
            "details",
            details -> {
              details.element("summary", summary -> summary.element("h3", title)).line();
              body();
            },
            attributes)
        .line();
  }

  private void body() {
    html.element("p", d.summary()).line();
    html.element("p", ScenarioWords.of(d.scenario()), "class", "quiet").line();
    AddressSvg.write(html, Lanes.of(d.scenario(), d.before(), d.after()));
    Differences.observables(d).stream()
        .filter(o -> o != Observable.EFFECTS && o != Observable.TABLES)
        .forEach(this::observable);
    HtmlTables.write(html, d);
    new HtmlSteps(html, d).write();
    html.element("p", "again:", "class", "quiet");
    html.element("pre", ReplayCommand.of(part, d), "tabindex", "0").line();
  }

  private void observable(Observable observable) {
    List<String> lines = OutcomeLines.diff(observable, d);
    if (lines.isEmpty()) {
      return;
    }
    html.element("p", observable.title() + ", before and after the patch", "class", "quiet");
    html.element(
            "div",
            div ->
                lines.forEach(
                    line -> div.element("span", line, "class", "code" + HtmlPart.lineClass(line))),
            "class",
            "hunk",
            "tabindex",
            "0")
        .line();
  }
}
