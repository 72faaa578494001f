package org.mmlens.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mmlens.explore.Difference;
import org.mmlens.lens.Observable;
import org.mmlens.lens.Outcome;
import org.mmlens.review.Review.PatchReview;

/// A counterexample in the HTML report: picture, observables, steps.
final class HtmlDifference {

  private final Markup html;
  private final PatchReview part;
  private final Difference d;

  private HtmlDifference(Markup html, PatchReview part, Difference d) {
    this.html = html;
    this.part = part;
    this.d = d;
  }

  static void all(Markup html, PatchReview part) {
    for (Difference d : Differences.of(part.verdict())) {
      new HtmlDifference(html, part, d).write();
    }
  }

  private void write() {
    html.element("h3", "Counterexample: " + Differences.title(d)).line();
    html.element("p", d.summary()).line();
    html.element("p", ScenarioWords.of(d.scenario()), "class", "quiet").line();
    AddressSvg.write(html, VmaStrip.Lanes.of(d.scenario(), d.before(), d.after()));
    html.line();
    Differences.observables(d).stream()
        .filter(o -> o != Observable.EFFECTS && o != Observable.TABLES)
        .forEach(this::observable);
    tables();
    steps();
    html.element("p", "again:", "class", "quiet");
    html.element("pre", ReplayCommand.of(part, d)).line();
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

  /// Page-table pages of both sides, coarse levels first.
  private void tables() {
    if (d.before().tables().isEmpty() && d.after().tables().isEmpty()) {
      return;
    }
    html.element("p", "page-table pages, before and after the patch", "class", "quiet");
    html.element(
            "div",
            div -> {
              side(div, d.before());
              side(div, d.after());
            },
            "class",
            "sides")
        .line();
  }

  private static void side(Markup html, Outcome outcome) {
    html.element("ul", ul -> outcome.tables().forEach(table -> table(ul, table)), "class", "mono");
  }

  private static void table(Markup ul, Outcome.Table table) {
    String state = table.state().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
    String range =
        table.start() == 0 && table.end() == 0
            ? "reachable from nowhere"
            : Hex.range(table.start(), table.end());
    ul.element("li", table.level() + " " + range + " " + table.state(), "class", state);
  }

  private void steps() {
    List<Timeline.Row> rows = Timeline.of(d.before(), d.after());
    html.element(
        "p",
        p -> {
          p.text("what the runs did; walk with ");
          p.element("span", "\u2190 \u2192", "class", "key");
          p.text(", to the first difference with ").element("span", "d", "class", "key");
        },
        "class",
        "quiet hint");
    html.element(
            "table",
            table -> {
              table.element("thead", head -> head.element("tr", tr -> heads(tr)));
              table.element(
                  "tbody",
                  body ->
                      IntStream.range(0, rows.size()).forEach(i -> step(body, rows.get(i), i + 1)));
            },
            "class",
            "steps",
            "tabindex",
            "0")
        .line();
  }

  private static void heads(Markup tr) {
    tr.element("th", "").element("th", "before the patch").element("th", "after the patch");
  }

  private static void step(Markup body, Timeline.Row row, int number) {
    body.element(
            "tr",
            tr -> {
              tr.element("td", String.valueOf(number), "class", "quiet");
              tr.element("td", td -> event(td, row.before()), "class", "mono");
              tr.element("td", td -> event(td, row.after()), "class", "mono");
            },
            "class",
            row.apart() ? "apart" : "same")
        .line();
  }

  private static void event(Markup td, Optional<Outcome.Event> event) {
    event.ifPresent(
        e -> {
          td.text(e.text());
          e.at().ifPresent(f -> td.element("span", " " + OutcomeLines.frame(f), "class", "quiet"));
        });
  }
}
