package org.mmlens.report;

import java.util.ArrayList;
import java.util.List;
import org.mmlens.report.Lanes.Bar;
import org.mmlens.report.Lanes.Kind;
import org.mmlens.report.Lanes.Lane;

/// The address space as a picture: what was given, and what either side made of it. [Lanes] says
/// what is drawn; what the other side does not have is outlined.
final class AddressSvg {

  private static final int LEFT = 100;
  private static final int COLUMN = 8;
  private static final int COLUMNS = 100;
  private static final int WIDEST_PAGE = 12;
  private static final int LANE = 28;
  private static final int BAR = 20;
  private static final int AXIS = 15;

  /// How wide a letter of the labels is, at most.
  private static final int LETTER = 8;

  private final Markup html;
  private final Ruler ruler;
  private final Lanes lanes;

  private AddressSvg(Markup html, Ruler ruler, Lanes lanes) {
    this.html = html;
    this.ruler = ruler;
    this.lanes = lanes;
  }

  /// Adds the picture, if there is one.
  static void write(Markup html, Lanes lanes) {
    Ruler.fitting(lanes.marks(), COLUMNS, WIDEST_PAGE)
        .ifPresent(ruler -> new AddressSvg(html, ruler, lanes).svg());
  }

  private void svg() {
    List<List<Long>> axis = axis();
    int bottom = lanes.lanes().size() * LANE;
    int width = LEFT + COLUMNS * COLUMN + 14 * LETTER;
    int height = bottom + axis.size() * AXIS + 6;
    html.element(
        "svg",
        svg -> {
          svg.element("title", "VMAs of the scenario, before and after the patch");
          for (long mark : lanes.marks()) {
            line(mark, bottom);
          }
          for (int i = 0; i < lanes.lanes().size(); i++) {
            lane(lanes.lanes().get(i), 4 + i * LANE);
          }
          for (int i = 0; i < axis.size(); i++) {
            int y = bottom + (i + 1) * AXIS;
            axis.get(i).forEach(mark -> text(Hex.address(mark), "axis", x(mark), y));
          }
        },
        "viewBox",
        "0 0 %d %d".formatted(width, height),
        "width",
        String.valueOf(width),
        "role",
        "img");
    html.line();
    if (!ruler.toScale()) {
      html.element("p", "not to scale", "class", "quiet").line();
    }
  }

  private void lane(Lane lane, int y) {
    text(lane.label(), "label", 0, y + 15);
    for (Bar bar : lane.bars()) {
      String differs = lane.differing().contains(bar) ? " differs" : "";
      rectangle(bar, shape(lane.kind(), bar.name()) + differs, y);
      if (width(bar) > bar.name().length() * LETTER && lane.kind() != Kind.TARGET) {
        text(bar.name(), lane.kind() == Kind.TREE ? "label" : "inside", x(bar.start()) + 5, y + 15);
      }
    }
  }

  private static String shape(Kind kind, String name) {
    String who = name.equals("stack") ? "stack" : name.startsWith("vma#") ? "made" : "other";
    return switch (kind) {
      case TARGET -> "target";
      case GIVEN, FIELDS -> who;
      case TREE -> who + " tree";
    };
  }

  private void rectangle(Bar bar, String shape, int y) {
    String title = bar.name() + " " + Hex.range(bar.start(), bar.end());
    html.element(
        "rect",
        rect -> rect.element("title", title),
        "class",
        shape,
        "x",
        String.valueOf(x(bar.start()) + 1),
        "y",
        String.valueOf(y),
        "width",
        String.valueOf(width(bar)),
        "height",
        String.valueOf(BAR));
  }

  private int width(Bar bar) {
    return Math.max(2, x(bar.end()) - x(bar.start()) - 2);
  }

  private void line(long mark, int bottom) {
    String x = String.valueOf(x(mark));
    html.element(
        "line", "", "class", "mark", "x1", x, "x2", x, "y1", "0", "y2", String.valueOf(bottom + 3));
  }

  private void text(String text, String kind, int x, int y) {
    html.element("text", text, "class", kind, "x", String.valueOf(x), "y", String.valueOf(y));
  }

  /// {@return the marks in as many rows as it takes for no two addresses to overlap}
  private List<List<Long>> axis() {
    var rows = new ArrayList<List<Long>>();
    for (long mark : lanes.marks()) {
      int row = 0;
      while (row < rows.size() && overlaps(rows.get(row).getLast(), mark)) {
        row++;
      }
      if (row == rows.size()) {
        rows.add(new ArrayList<>());
      }
      rows.get(row).add(mark);
    }
    return rows;
  }

  private boolean overlaps(long left, long right) {
    return x(left) + (Hex.address(left).length() + 1) * LETTER > x(right);
  }

  private int x(long address) {
    return LEFT + ruler.column(address) * COLUMN;
  }
}
