package org.mmlens.report;

import java.util.ArrayList;
import java.util.List;

/// Breaks prose into lines of a given width.
final class Wrap {

  private Wrap() {}

  /// {@return the words of the text in lines; a word that is too long for one is broken}
  ///
  /// @param text without control characters
  /// @param columns of a line, at least 10
  static List<String> lines(String text, int columns) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (String word : text.strip().split(" +")) {
      String rest = word;
      if (!line.isEmpty() && width(line) + 1 + Printable.width(rest) > columns) {
        lines.add(line.toString());
        line.setLength(0);
      }
      if (!line.isEmpty()) {
        line.append(' ');
      }
      while (width(line) + Printable.width(rest) > columns) {
        int fits = prefix(rest, columns);
        lines.add(rest.substring(0, fits));
        rest = rest.substring(fits);
      }
      line.append(rest);
    }
    if (!line.isEmpty() || lines.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }

  private static int width(StringBuilder line) {
    return Printable.width(line.toString());
  }

  /// {@return how many UTF-16 units of the word fit}
  private static int prefix(String word, int columns) {
    int used = 0;
    int at = 0;
    while (at < word.length()) {
      int next = at + Character.charCount(word.codePointAt(at));
      used += Printable.width(word.substring(at, next));
      if (used > columns) {
        break;
      }
      at = next;
    }
    return Math.max(at, 1);
  }
}
