package org.mmlens.report;

import java.util.ArrayList;
import java.util.List;
import org.mmlens.lens.Outcome;
import org.mmlens.lens.Scenario;
import org.mmlens.report.Lanes.Bar;

/// A drawing of where the VMAs lie, in the manner of the comments in `mm/vma.c`:
///
/// ```
///   moves to       |<--------->|
///   scenario   |---|     |*********|    |---|
///   before     |---| |*********|        |---|
///   after      |---| |*************|    |---|
///               below     stack         above
/// ```
///
/// `***` is the stack, `---` a neighbour, `===` a VMA made during the run. [Lanes] says what is
/// drawn.
final class VmaStrip {

  private static final int AFTER_LABEL = 3;
  private static final int WIDEST_PAGE = 8;

  private final Ruler ruler;
  private final int labelColumns;

  private VmaStrip(Ruler ruler, int labelColumns) {
    this.ruler = ruler;
    this.labelColumns = labelColumns;
  }

  /// {@return the drawing; empty where there is nothing to draw or it does not fit}
  ///
  /// @param scenario what was run
  /// @param before the outcome before the patch
  /// @param after the outcome after it
  /// @param columns to fit in
  static List<String> of(Scenario scenario, Outcome before, Outcome after, int columns) {
    return drawn(Lanes.of(scenario, before, after), columns);
  }

  /// {@return the drawing of one run; empty where there is nothing to draw or it does not fit}
  ///
  /// @param scenario what was run
  /// @param outcome of the run
  /// @param columns to fit in
  static List<String> of(Scenario scenario, Outcome outcome, int columns) {
    return drawn(Lanes.of(scenario, outcome), columns);
  }

  private static List<String> drawn(Lanes lanes, int columns) {
    int longest = lanes.lanes().stream().mapToInt(lane -> lane.label().length()).max().orElse(0);
    int labelColumns = longest + AFTER_LABEL;
    return Ruler.fitting(lanes.marks(), columns - labelColumns, WIDEST_PAGE)
        .map(ruler -> new VmaStrip(ruler, labelColumns).draw(lanes))
        .orElse(List.of());
  }

  private List<String> draw(Lanes lanes) {
    var rows = new ArrayList<String>();
    for (Lanes.Lane lane : lanes.lanes()) {
      boolean target = lane.kind() == Lanes.Kind.TARGET;
      rows.add(row(lane.label(), target ? arrow(lane.bars().getFirst()) : bars(lane.bars())));
    }
    lanes.lanes().stream()
        .filter(lane -> lane.kind() == Lanes.Kind.GIVEN)
        .forEach(lane -> rows.add(row("", captions(lane.bars()))));
    if (!ruler.toScale()) {
      rows.add(row("", "(not to scale)"));
    }
    return rows;
  }

  private String row(String label, String drawing) {
    return (label + " ".repeat(labelColumns - label.length()) + drawing).stripTrailing();
  }

  private String bars(List<Bar> bars) {
    char[] row = ruler.blank();
    for (Bar bar : bars) {
      int from = ruler.column(bar.start());
      int to = ruler.column(bar.end());
      for (int i = from + 1; i < to; i++) {
        row[i] = fill(bar.name());
      }
      row[from] = '|';
      row[to] = '|';
    }
    return new String(row);
  }

  private static char fill(String name) {
    return name.equals("stack") ? '*' : name.startsWith("vma#") ? '=' : '-';
  }

  private String arrow(Bar bar) {
    char[] row = ruler.blank();
    int from = ruler.column(bar.start());
    int to = ruler.column(bar.end());
    for (int i = from + 1; i < to; i++) {
      row[i] = '-';
    }
    if (to - from > 3) {
      row[from + 1] = '<';
      row[to - 1] = '>';
    }
    row[from] = '|';
    row[to] = '|';
    return new String(row);
  }

  /// Names in the middle below their bars; one that would touch another is left out.
  private String captions(List<Bar> bars) {
    var row = new StringBuilder();
    for (Bar bar : bars) {
      int middle = (ruler.column(bar.start()) + ruler.column(bar.end()) + 1) / 2;
      int from = Math.max(0, middle - bar.name().length() / 2);
      if (row.isEmpty() || from > row.length()) {
        row.repeat(' ', from - row.length()).append(bar.name());
      }
    }
    return row.toString();
  }
}
