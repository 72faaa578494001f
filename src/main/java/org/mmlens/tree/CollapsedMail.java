package org.mmlens.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A mail whose line breaks were lost, with the quoted lines found again by their marks.
///
/// Every run of white space counts as one blank. A run of as many `>` as the patch is quoted behind
/// begins a line; twice as many are an empty line and another; fewer are C's operator. Words of a
/// reviewer that follow a quoted line stay with it, which then agrees with no line of the tree.
///
/// @param level how many marks the patch stands behind
/// @param lines the quoted lines of that level, white space collapsed
record CollapsedMail(int level, List<String> lines) {

  private static final Pattern DIFF = Pattern.compile("((?:> ?)+)diff --git a/");

  CollapsedMail {
    lines = List.copyOf(lines);
  }

  /// {@return the quoted lines; empty where no diff stands behind quote marks}
  static Optional<CollapsedMail> of(String mail) {
    String text = mail.replaceAll("\\s+", " ");
    Matcher diff = DIFF.matcher(text);
    int level = 0;
    while (diff.find()) {
      int marks = (int) diff.group(1).chars().filter(c -> c == '>').count();
      level = level == 0 ? marks : Math.min(level, marks);
    }
    return level == 0
        ? Optional.empty()
        : Optional.of(new CollapsedMail(level, lines(text, level)));
  }

  private static List<String> lines(String text, int level) {
    var lines = new ArrayList<String>();
    var words = new StringBuilder();
    boolean open = false;
    int marks = 0;
    for (String word : text.split(" ")) {
      if (word.equals(">")) {
        marks++;
        continue;
      }
      if (open && marks > 0 && marks < level) {
        words.append(" >".repeat(marks));
        marks = 0;
      }
      if (marks > 0) {
        if (open) {
          lines.add(words.toString());
        }
        words.setLength(0);
        for (int empty = marks / level; empty > 1; empty--) {
          lines.add("");
        }
        open = marks >= level;
        marks = 0;
      }
      words.append(words.isEmpty() ? "" : " ").append(word);
    }
    if (open) {
      lines.add(words.toString());
    }
    return lines;
  }
}
