package org.mmlens.report;

import java.util.List;
import java.util.Optional;
import org.mmlens.report.VmaStrip.Bar;

/// The address space as a picture: what was given, and what either side made of it.
final class AddressSvg {

  private static final int LEFT = 90;
  private static final int COLUMN = 8;
  private static final int COLUMNS = 110;
  private static final int WIDEST_PAGE = 12;
  private static final int LANE = 44;
  private static final int BAR = 20;

  private final Markup html;
  private final Ruler ruler;
  private int lane;

  private AddressSvg(Markup html, Ruler ruler) {
    this.html = html;
    this.ruler = ruler;
  }

  /// Adds the picture, if there is one.
  static void write(Markup html, VmaStrip.Lanes lanes) {
    Ruler.fitting(lanes.marks(), COLUMNS, WIDEST_PAGE)
        .ifPresent(ruler -> new AddressSvg(html, ruler).svg(lanes));
  }

  private void svg(VmaStrip.Lanes lanes) {
    int width = LEFT + COLUMNS * COLUMN + 20;
    int height = 3 * LANE + 10;
    html.element(
        "svg",
        svg -> {
          svg.element("title", "VMAs of the scenario, before and after the patch");
          lane("scenario", lanes.given(), lanes.target());
          lane("before", lanes.before(), Optional.empty());
          lane("after", lanes.after(), Optional.empty());
        },
        "viewBox",
        "0 0 %d %d".formatted(width, height),
        "width",
        String.valueOf(width),
        "role",
        "img");
  }

  private void lane(String label, List<Bar> bars, Optional<Bar> target) {
    int y = 5 + lane++ * LANE;
    html.element("text", label, "x", "0", "y", String.valueOf(y + 15));
    for (Bar bar : bars) {
      rectangle(bar, kind(bar.name()), y);
      label(bar, y);
    }
    target.ifPresent(bar -> rectangle(bar, "target", y));
  }

  private static String kind(String name) {
    return name.equals("stack") ? "stack" : name.startsWith("vma#") ? "made" : "other";
  }

  private void rectangle(Bar bar, String kind, int y) {
    html.element(
        "rect",
        inner ->
            inner.element(
                "title",
                kind.equals("target")
                    ? "where the stack shall go: " + Hex.range(bar.start(), bar.end())
                    : bar.name() + " " + Hex.range(bar.start(), bar.end())),
        "class",
        kind,
        "x",
        String.valueOf(x(bar.start())),
        "y",
        String.valueOf(y),
        "width",
        String.valueOf(Math.max(2, x(bar.end()) - x(bar.start()) - 1)),
        "height",
        String.valueOf(BAR));
  }

  private void label(Bar bar, int y) {
    html.element(
        "text",
        bar.name() + " " + Hex.address(bar.start()),
        "class",
        "axis",
        "x",
        String.valueOf(x(bar.start())),
        "y",
        String.valueOf(y + BAR + 13));
  }

  private int x(long address) {
    return LEFT + ruler.column(address) * COLUMN;
  }
}
