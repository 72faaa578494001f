package org.mmlens.tree;

/// Where a hunk was put.
///
/// @param path the file, as it is called after the patch
/// @param hunk its number within the file's diff, from 1
/// @param hunks how many there are
/// @param line the first line it covers in the file, as the earlier hunks left it, from 1
/// @param offset how many lines further down than its header says; negative for further up
/// @param means how it was placed
public record Placement(String path, int hunk, int hunks, int line, int offset, Means means) {

  /// How a hunk was placed.
  public enum Means {
    /// All its context and removed lines stand in the tree as they stand in the mail.
    EXACT,
    /// Placed in the blob that the `index` line names, then merged into the tree's file.
    THREE_WAY
  }
}
