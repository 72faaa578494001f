package org.mmlens.tree;

import java.util.List;
import org.mmlens.diag.Position;
import org.mmlens.mail.PatchText;

/// One hunk of a unified diff.
///
/// @param beforeStart first line in the pre-image, from 1; 0 only where the pre-image is empty
/// @param afterStart first line in the post-image, likewise
/// @param lines the body in the order of the diff
/// @param at the hunk header in the mail
public record Hunk(int beforeStart, int afterStart, List<Line> lines, Position at) {

  /// What a line of a hunk does.
  public enum Kind {
    /// It stays.
    CONTEXT,
    /// It goes.
    REMOVED,
    /// It comes.
    ADDED
  }

  /// A line of a hunk.
  ///
  /// @param kind what it does
  /// @param text its bytes, one char each (ISO-8859-1), with the line feed if it has one
  /// @param at the line in the mail
  public record Line(Kind kind, String text, Position at) {

    /// {@return the line as people read it, without its end}
    public String readable() {
      return PatchText.readable(text);
    }
  }

  /// Copies the lines.
  public Hunk {
    lines = List.copyOf(lines);
  }

  /// {@return the lines the tree must have}
  public List<Line> preImage() {
    return lines.stream().filter(l -> l.kind() != Kind.ADDED).toList();
  }

  /// {@return the lines the tree gets}
  public List<Line> postImage() {
    return lines.stream().filter(l -> l.kind() != Kind.REMOVED).toList();
  }

  /// {@return how many context lines come after the last change}
  int trailingContext() {
    int count = 0;
    while (count < lines.size() && lines.get(lines.size() - 1 - count).kind() == Kind.CONTEXT) {
      count++;
    }
    return count;
  }
}
