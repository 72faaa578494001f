package org.mmlens.tree;

import java.util.List;
import java.util.Optional;
import org.mmlens.diag.Position;

/// What a patch does to one file.
///
/// @param kind what happens to the file as a whole
/// @param before the pre-image; of an added file the path it will have
/// @param after the post-image; of a deleted file the path it had
/// @param hunks in the order of the diff; empty where only name or mode change
/// @param at the first line of this file's diff in the mail
public record FileChange(Kind kind, Side before, Side after, List<Hunk> hunks, Position at) {

  /// What happens to a file as a whole.
  public enum Kind {
    /// Its content or mode.
    MODIFY,
    /// It is new.
    ADD,
    /// It goes.
    DELETE,
    /// It gets another path.
    RENAME,
    /// A new file begins as a copy of this one.
    COPY
  }

  /// One side of the diff.
  ///
  /// @param path the file
  /// @param mode its mode where the diff says so
  /// @param blob the hex digits of the `index` line, usually a dozen; empty string where there is
  ///   none
  public record Side(String path, Optional<FileMode> mode, String blob) {}

  /// Copies the hunks.
  public FileChange {
    hunks = List.copyOf(hunks);
  }

  /// {@return the path people know the change by}
  public String path() {
    return after.path();
  }
}
