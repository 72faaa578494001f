package org.mmlens.mail;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Counts the lines of hunks against their headers.
final class HunkCounts {

  private static final Pattern HUNK =
      Pattern.compile("(?s)@@ -(\\d{1,9})(?:,(\\d{1,9}))? \\+(\\d{1,9})(?:,(\\d{1,9}))? @@.*");

  private int before;
  private int after;

  private HunkCounts(Matcher header) {
    this.before = header.group(2) == null ? 1 : Integer.parseInt(header.group(2));
    this.after = header.group(4) == null ? 1 : Integer.parseInt(header.group(4));
  }

  /// {@return whether there is a hunk and every hunk has the lines its header promises}
  static boolean complete(List<String> lines) {
    int hunks = 0;
    int at = 0;
    while (at < lines.size()) {
      Matcher header = HUNK.matcher(lines.get(at++));
      if (!header.matches()) {
        continue;
      }
      hunks++;
      var counts = new HunkCounts(header);
      while (!counts.done() && at < lines.size() && counts.take(lines.get(at))) {
        at++;
      }
      if (!counts.done()) {
        return false;
      }
    }
    return hunks > 0;
  }

  /// {@return counters for a hunk header, or null for any other line}
  static @org.jspecify.annotations.Nullable HunkCounts begin(String line) {
    Matcher header = HUNK.matcher(line);
    return header.matches() ? new HunkCounts(header) : null;
  }

  boolean done() {
    return before <= 0 && after <= 0;
  }

  /// Counts one line; {@code false} where it cannot belong to the hunk.
  boolean take(String line) {
    char first = line.isEmpty() ? '\n' : line.charAt(0);
    switch (first) {
      case ' ', '\n', '\r' -> {
        before--;
        after--;
      }
      case '-' -> before--;
      case '+' -> after--;
      case '\\' -> {}
      default -> {
        return false;
      }
    }
    return before >= 0 && after >= 0;
  }

  int missingBefore() {
    return before;
  }

  int missingAfter() {
    return after;
  }
}
