package org.mmlens.report;

import java.util.ArrayList;
import java.util.List;
import org.mmlens.tree.Mismatch;

/// A hunk that fits nowhere, beside the lines of the tree it comes closest to.
final class SideBySide {

  private static final int ABOVE = 3;
  private static final int MOST = 10;

  private SideBySide() {}

  /// {@return what the hunk is beside}
  static String title(Mismatch mismatch) {
    int line = mismatch.rows().isEmpty() ? 1 : mismatch.rows().getFirst().treeLine();
    return "hunk %d of '%s' beside line %d of the tree"
        .formatted(mismatch.hunk(), mismatch.path(), line);
  }

  /// {@return the rows from a little above the first that differs on}
  static List<Mismatch.Row> rows(Mismatch mismatch) {
    List<Mismatch.Row> all = mismatch.rows();
    int first = 0;
    while (first < all.size() && all.get(first).agrees()) {
      first++;
    }
    int from = Math.max(0, first - ABOVE);
    return all.subList(from, Math.min(all.size(), from + MOST));
  }

  /// {@return lines of text, `!` before those that differ}
  ///
  /// @param columns how wide they may be
  static List<String> lines(Mismatch mismatch, int columns) {
    int half = Math.max(12, (columns - 12) / 2);
    var lines = new ArrayList<String>();
    lines.add(line(' ', "", "the patch expects", "the tree has", half));
    for (Mismatch.Row row : rows(mismatch)) {
      String found = row.found().map(Printable::of).orElse("(no line any more)");
      lines.add(
          line(
              row.agrees() ? ' ' : '!',
              String.valueOf(row.treeLine()),
              Printable.of(row.expected()),
              found,
              half));
    }
    return lines;
  }

  private static String line(char mark, String number, String expected, String found, int half) {
    String left = Printable.cut(expected, half);
    String pad = " ".repeat(Math.max(0, half - Printable.width(left)));
    return "%c %6s %s%s | %s"
        .formatted(mark, number, left, pad, Printable.cut(found, half))
        .stripTrailing();
  }
}
