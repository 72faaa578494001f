package org.mmlens.review;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Which lines of C belong together, as far as that shows without parsing.
final class Statements {

  /// The line after one like this begins something new; a brace may open an initialiser.
  private static final Pattern END = Pattern.compile(".*[;}:]|else|do|(?:.*[^=\\s])?\\s*\\{");

  private static final Pattern HEAD =
      Pattern.compile("(?:\\}\\s*)?(?:else\\s+)?(?:if|for|while|switch|\\w*for_each\\w*)\\b.*");

  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//.*");

  /// The condition of an `if` is not looked for over more lines.
  private static final int LONGEST = 12;

  private Statements() {}

  /// {@return the first line of what a line is part of}
  ///
  /// @param text the lines of a file
  /// @param line counted from 1
  static int first(List<String> text, int line) {
    int first = line;
    for (int at = line; at > 1 && !ends(text, at - 1); at--) {
      first = Uncompiled.hasCode(text.get(at - 2)) ? at - 1 : first;
    }
    return first;
  }

  /// {@return the lines of what a line is part of}
  static Set<Integer> around(List<String> text, int line) {
    int last = line;
    while (last < text.size() && !ends(text, last)) {
      last++;
    }
    return IntStream.rangeClosed(first(text, line), last).boxed().collect(Collectors.toSet());
  }

  private static boolean ends(List<String> text, int line) {
    String code = code(text, line);
    return code.startsWith("#")
        || END.matcher(code).matches()
        || code.endsWith(")") && endsHead(text, line);
  }

  /// Whether the condition of an `if` or a loop ends here, with all its brackets.
  private static boolean endsHead(List<String> text, int line) {
    long open = 0;
    for (int at = line; at > Math.max(0, line - LONGEST); at--) {
      String code = code(text, at);
      open +=
          code.chars().filter(c -> c == ')').count() - code.chars().filter(c -> c == '(').count();
      if (open == 0) {
        return HEAD.matcher(code).matches();
      }
    }
    return false;
  }

  /// {@return a line without comments; empty if it has nothing else}
  private static String code(List<String> text, int line) {
    String whole = text.get(line - 1);
    return Uncompiled.hasCode(whole) ? COMMENT.matcher(whole).replaceAll("").strip() : "";
  }
}
