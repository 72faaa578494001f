package org.mmlens.report;

import java.util.List;
import java.util.Optional;
import org.mmlens.explore.Difference;
import org.mmlens.lens.Outcome;

/// The effects of both runs beside each other in the HTML report, to be walked through; the rows in
/// which they differ are marked, and the first of them says so.
final class HtmlSteps {

  private final Markup html;
  private final List<Timeline.Row> rows;

  HtmlSteps(Markup html, Difference d) {
    this.html = html;
    this.rows = Timeline.of(d.before(), d.after());
  }

  void write() {
    html.element(
        "p",
        p -> {
          p.text("what the runs did");
          p.element(
              "span",
              hint -> {
                hint.text("; walk with ");
                hint.element("kbd", "\u2190").text(" ").element("kbd", "\u2192");
                hint.text(", to the first difference with ").element("kbd", "d");
              },
              "class",
              "hint");
        },
        "class",
        "quiet");
    html.element(
            "div",
            box -> box.element("table", this::table, "class", "steps"),
            "class",
            "walk",
            "tabindex",
            "0",
            "role",
            "region",
            "aria-label",
            "steps of both runs")
        .line();
  }

  private void table(Markup table) {
    table.element(
        "thead",
        head ->
            head.element(
                "tr",
                tr ->
                    tr.element("th", "")
                        .element("th", "before the patch")
                        .element("th", "after the patch")));
    table.element(
        "tbody",
        body -> {
          body.line();
          boolean apart = false;
          for (int i = 0; i < rows.size(); i++) {
            boolean first = !apart && rows.get(i).apart();
            apart |= first;
            step(body, rows.get(i), i + 1, first);
          }
        });
  }

  private static void step(Markup body, Timeline.Row row, int number, boolean first) {
    if (first) {
      body.element(
              "tr", tr -> tr.element("td", "the runs part here", "colspan", "3"), "class", "part")
          .line();
    }
    body.element(
            "tr",
            tr -> {
              tr.element("td", String.valueOf(number), "class", "quiet");
              tr.element("td", td -> event(td, row.before()), "class", "mono");
              tr.element("td", td -> event(td, row.after()), "class", "mono");
            },
            "class",
            row.apart() ? "step apart" : "step")
        .line();
  }

  private static void event(Markup td, Optional<Outcome.Event> event) {
    event.ifPresent(
        e -> {
          String plain = OutcomeLines.withoutLocks(e.text());
          td.text(plain);
          td.element("span", e.text().substring(plain.length()), "class", "quiet");
          e.at().ifPresent(f -> td.element("div", OutcomeLines.frame(f), "class", "quiet"));
        });
  }
}
