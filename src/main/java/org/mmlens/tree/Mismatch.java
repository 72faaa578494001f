package org.mmlens.tree;

import java.util.List;
import java.util.Optional;
import org.mmlens.diag.Position;

/// A hunk that fits nowhere, beside the place of the tree it comes closest to.
///
/// @param path the file
/// @param hunk its number within the file's diff, from 1
/// @param at the hunk in the mail
/// @param rows what the patch expects and what the tree has, line by line
public record Mismatch(String path, int hunk, Position at, List<Row> rows) {

  /// One line of both.
  ///
  /// @param expected the line the patch expects
  /// @param inMail where it stands in the mail
  /// @param treeLine the line number in the tree, from 1
  /// @param found what the tree has there; empty past its end
  public record Row(String expected, Position inMail, int treeLine, Optional<String> found) {

    /// {@return whether both are the same}
    public boolean agrees() {
      return found.isPresent() && found.get().equals(expected);
    }
  }

  /// Copies the rows.
  public Mismatch {
    rows = List.copyOf(rows);
  }

  /// {@return the first line in which they differ}
  public Optional<Row> first() {
    return rows.stream().filter(row -> !row.agrees()).findFirst();
  }
}
