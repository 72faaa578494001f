package org.mmlens.diag;

import java.util.Comparator;

/// A place in a text file: of a tree, a mail or a patch.
///
/// @param path the file, relative to the root of its tree, with `/` between folders; for a mail the
///   name it was read under
/// @param line the line, counted from 1; 0 where only the file is known
/// @param column the column in UTF-16 units, counted from 1; 0 where only the line is known
public record Position(String path, int line, int column) implements Comparable<Position> {

  private static final Comparator<Position> ORDER =
      Comparator.comparing(Position::path)
          .thenComparingInt(Position::line)
          .thenComparingInt(Position::column);

  /// Checks that no number is negative.
  public Position {
    if (line < 0 || column < 0) {
      throw new IllegalArgumentException("negative position: " + line + ":" + column);
    }
  }

  /// {@return the place of a whole line}
  ///
  /// @param path the file
  /// @param line the line, counted from 1
  public static Position ofLine(String path, int line) {
    return new Position(path, line, 0);
  }

  /// {@return the place that means the file as a whole}
  ///
  /// @param path the file
  public static Position ofFile(String path) {
    return new Position(path, 0, 0);
  }

  @Override
  public int compareTo(Position other) {
    return ORDER.compare(this, other);
  }

  /// {@return `path`, `path:line` or `path:line:column`, as far as known}
  @Override
  public String toString() {
    if (line == 0) {
      return path;
    }
    return column == 0 ? path + ":" + line : path + ":" + line + ":" + column;
  }
}
