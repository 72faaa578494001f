package org.mmlens.tree;

/// Lines `[start, end)` of a file, counted from 1.
///
/// @param start the first line
/// @param end one past the last; equal to `start` where lines were only removed or added between
public record LineRange(int start, int end) {

  /// Checks the order.
  public LineRange {
    if (start < 1 || end < start) {
      throw new IllegalArgumentException("lines [" + start + ", " + end + ")");
    }
  }

  /// {@return whether the line is one of these}
  ///
  /// @param line counted from 1
  public boolean contains(int line) {
    return start <= line && line < end;
  }
}
