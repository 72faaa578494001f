package org.mmlens.mail;

import java.util.List;

/// A patch that stands behind quote marks.
///
/// @param level how many marks
/// @param patch what was recovered
/// @param gaps what is missing from it, a line each; empty where it is complete
public record QuotedPatch(int level, PatchMail patch, List<String> gaps) {

  /// Copies the gaps.
  public QuotedPatch {
    gaps = List.copyOf(gaps);
  }

  /// {@return whether every hunk that is begun has all its lines, and the diffstat agrees}
  public boolean complete() {
    return gaps.isEmpty();
  }
}
