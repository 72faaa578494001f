package org.mmlens.mail;

import java.util.Optional;
import org.mmlens.diag.Position;

/// What a reviewer wrote between the lines of a quoted patch.
///
/// @param author who wrote it, as far as the mail says
/// @param text the words, without the blank lines around them
/// @param at their first line in the mail
/// @param under the quoted line they stand under; the empty string where nothing is quoted above
///   them
/// @param hunk the hunk they stand in; empty where they concern the commit message
public record ReviewComment(
    String author, String text, Position at, String under, Optional<HunkName> hunk) {

  /// What a hunk is known by in a mail.
  ///
  /// @param path the file, as after the patch
  /// @param number its number within the quoted part of that file's diff, from 1
  /// @param header its `@@` line
  public record HunkName(String path, int number, String header) {}
}
