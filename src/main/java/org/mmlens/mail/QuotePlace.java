package org.mmlens.mail;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where in a quoted diff the reader stands.
final class QuotePlace {

  private String path = "";
  private String header = "";
  private int hunk = 0;
  private String under = "";
  private @Nullable HunkCounts open;

  /// Goes on by one quoted line.
  void take(String line) {
    if (!line.isBlank()) {
      under = line;
    }
    HunkCounts counts = open;
    if (counts != null && !counts.done() && counts.take(line)) {
      return;
    }
    open = HunkCounts.begin(line);
    if (open != null) {
      hunk++;
      header = line.strip();
    } else if (line.startsWith("diff --git ") || line.startsWith("--- ")) {
      hunk = 0;
      header = "";
    } else if (line.startsWith("+++ ")) {
      path = line.substring(4).strip().replaceFirst("^[^/]*/", "");
    }
  }

  /// {@return the last quoted line that is not blank}
  String under() {
    return under;
  }

  /// {@return the hunk that is being quoted}
  Optional<ReviewComment.HunkName> hunk() {
    return hunk == 0
        ? Optional.empty()
        : Optional.of(new ReviewComment.HunkName(path, hunk, header));
  }
}
