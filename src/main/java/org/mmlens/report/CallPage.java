package org.mmlens.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mmlens.report.CallLines.Line;
import org.mmlens.report.TextPage.Ink;

/// Prints call trees: one alone, or two, which stand side by side where they part.
final class CallPage {

  private static final String INDENT = "  ";
  private static final int DEEPEST = 12;
  private static final int DEEPEST_BESIDE = 4;
  private static final String BETWEEN = " | ";

  private final TextPage page;
  private boolean beside;

  CallPage(TextPage page) {
    this.page = page;
  }

  /// Prints one tree.
  void tree(List<Line> lines) {
    lines.forEach(line -> whole(line, line.marked()));
  }

  /// Prints two.
  void rows(List<CallRows.Row> rows) {
    rows.forEach(this::row);
  }

  /// Prints one row of two.
  void row(CallRows.Row row) {
    if (!row.apart()) {
      beside = false;
      whole(row.line(), row.line().marked());
      return;
    }
    int half = half();
    if (!beside) {
      beside(Ink.QUIET, "before the patch", "after the patch", half);
      beside = true;
    }
    List<String> left = cell(row.before(), half);
    List<String> right = cell(row.after(), half);
    for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
      beside(
          Ink.STRONG,
          i < left.size() ? left.get(i) : "",
          i < right.size() ? right.get(i) : "",
          half);
    }
  }

  private int half() {
    return (page.columns() - INDENT.length() - BETWEEN.length() - 2) / 2;
  }

  private void beside(Ink ink, String left, String right, int half) {
    String pad = " ".repeat(Math.max(0, half - Printable.width(left)));
    page.line(INDENT, ink, ("! " + left + pad + BETWEEN + right).stripTrailing());
  }

  private List<String> cell(Optional<Line> line, int half) {
    return line.map(
            l -> {
              String in = " ".repeat(Math.min(l.depth(), DEEPEST_BESIDE));
              String text = l.marked() + l.at().map(f -> "  " + f.at()).orElse("");
              List<String> lines = Wrap.lines(text, half - in.length() - 2);
              return IntStream.range(0, lines.size())
                  .mapToObj(i -> in + (i == 0 ? "" : "  ") + lines.get(i))
                  .toList();
            })
        .orElse(List.of());
  }

  /// The place stands at the right edge where there is room, else behind.
  private void whole(Line line, String text) {
    String in = INDENT + "  ".repeat(Math.min(line.depth(), DEEPEST)) + "  ";
    String place = line.at().map(f -> f.at().toString()).orElse("");
    int room = page.columns() - in.length() - (place.isEmpty() ? 0 : place.length() + 2);
    String cut = fitting(text, Math.max(room, 20));
    String gap = place.isEmpty() ? "" : " ".repeat(Math.max(2, room + 2 - Printable.width(cut)));
    page.line(in, ink(line), cut + gap + place);
  }

  /// Of a call that is too long, arguments are left out and the value stays.
  private static String fitting(String text, int room) {
    int value = text.lastIndexOf(") = ");
    int rest = value < 0 ? 0 : Printable.width(text.substring(value));
    return value < 0 || rest >= room - 10
        ? Printable.cut(text, room)
        : Printable.cut(text.substring(0, value), room - rest) + text.substring(value);
  }

  private static Ink ink(Line line) {
    return switch (line.kind()) {
      case CALL -> Ink.PLAIN;
      case EFFECT -> Ink.STRONG;
      case STATE -> line.text().startsWith("-") ? Ink.REMOVED : Ink.ADDED;
    };
  }
}
