package org.mmlens.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// The lines of a mail with their quote marks counted and taken away.
///
/// Marks are `>`, with or without a blank behind each. Whether the blank belongs to the mark is
/// decided for each level by all its lines: only where all have one, since the context lines of a
/// diff begin with a blank of their own.
final class QuotedLines {

  /// A line.
  ///
  /// @param level how many marks it has
  /// @param text the line without them, with its end
  /// @param origin its number in the file
  record Line(int level, String text, int origin) {}

  private QuotedLines() {}

  static List<Line> of(Body body) {
    var raw = new ArrayList<Line>();
    for (int i = 0; i < body.lines().size(); i++) {
      raw.add(marks(body.lines().get(i), body.originLines().get(i)));
    }
    var spaced = new TreeMap<Integer, Boolean>();
    for (Line line : raw) {
      boolean blank = line.text().isBlank() || line.text().startsWith(" ");
      spaced.merge(line.level(), blank, Boolean::logicalAnd);
    }
    return raw.stream()
        .map(
            line ->
                line.level() > 0
                        && spaced.getOrDefault(line.level(), false)
                        && line.text().startsWith(" ")
                    ? new Line(line.level(), line.text().substring(1), line.origin())
                    : line)
        .toList();
  }

  private static Line marks(String line, int origin) {
    int level = 0;
    int at = 0;
    int end = 0;
    while (at < line.length() && line.charAt(at) == '>') {
      level++;
      end = ++at;
      if (at + 1 < line.length() && line.charAt(at) == ' ' && line.charAt(at + 1) == '>') {
        at++;
      }
    }
    return new Line(level, line.substring(end), origin);
  }
}
