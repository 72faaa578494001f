package org.mmlens.report;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.mmlens.lens.Scenario;

/// Maps addresses to columns of a drawing: to scale where it fits, else with long stretches
/// shortened.
final class Ruler {

  /// A stretch is at least this wide, so that two marks never touch and there is room between them.
  private static final int NARROWEST = 2;

  private final Map<Long, Integer> columns;
  private final boolean toScale;

  private Ruler(long[] marks, int[] widths, boolean toScale) {
    this.columns = new TreeMap<>();
    this.toScale = toScale;
    int column = 0;
    for (int i = 0; i < marks.length; i++) {
      columns.put(marks[i], column);
      column += i < widths.length ? widths[i] : 0;
    }
  }

  /// {@return a ruler on which these addresses have columns below `columns`, if there is one}
  ///
  /// @param marks ascending as unsigned numbers, each once
  /// @param columns how many there are
  /// @param widestPage columns a page takes at most
  static Optional<Ruler> fitting(long[] marks, int columns, int widestPage) {
    if (marks.length < 2) {
      return Optional.empty();
    }
    for (int page = widestPage; page >= NARROWEST; page--) {
      int[] widths = widths(marks, page, Integer.MAX_VALUE);
      if (fits(widths, columns)) {
        return Optional.of(new Ruler(marks, widths, wholePages(marks)));
      }
    }
    for (int longest = columns; longest >= NARROWEST; longest--) {
      int[] widths = widths(marks, NARROWEST, longest);
      if (fits(widths, columns)) {
        return Optional.of(new Ruler(marks, widths, false));
      }
    }
    return Optional.empty();
  }

  private static int[] widths(long[] marks, int page, int longest) {
    var widths = new int[marks.length - 1];
    for (int i = 0; i < widths.length; i++) {
      long pages = Long.divideUnsigned(marks[i + 1] - marks[i], Scenario.PAGE);
      widths[i] = Math.clamp(Math.min(pages, 1 << 20) * page, NARROWEST, longest);
    }
    return widths;
  }

  private static boolean fits(int[] widths, int columns) {
    return Arrays.stream(widths).asLongStream().sum() < columns;
  }

  private static boolean wholePages(long[] marks) {
    return Arrays.stream(marks).allMatch(mark -> mark % Scenario.PAGE == 0);
  }

  /// {@return whether equal distances are equally wide}
  boolean toScale() {
    return toScale;
  }

  /// {@return the column of one of the marks}
  int column(long mark) {
    return Objects.requireNonNull(columns.get(mark), "not a mark");
  }

  /// {@return an empty row}
  char[] blank() {
    var row = new char[columns.values().stream().mapToInt(c -> c).max().orElse(0) + 1];
    Arrays.fill(row, ' ');
    return row;
  }
}
