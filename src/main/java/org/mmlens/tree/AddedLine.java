package org.mmlens.tree;

import java.util.Optional;
import java.util.regex.Pattern;

/// An added line of a hunk that is to be recovered: no file says where it ends, only C does.
final class AddedLine {

  /// How a line of C ends; or it is one of a comment or of the preprocessor.
  private static final Pattern WHOLE =
      Pattern.compile("\\+\\s*(.*([;{},:)|&?=(+\\\\-]|\\*/|else|do|return|>)|[*#/].*|\\w+|)");

  /// How a statement ends, behind which a `>` is no operator.
  private static final Pattern STATEMENT =
      Pattern.compile("\\+\\s*(.*([;{}]|\\*/)|(if|for|while|switch) \\(.*\\))");

  private AddedLine() {}

  /// {@return whether the line looks like one of C from its beginning to its end}
  ///
  /// @param line with its `+`
  static boolean whole(String line) {
    return WHOLE.matcher(line).matches();
  }

  /// {@return where the line ends and what a reviewer wrote behind it begins}
  ///
  /// @param line with its `+`
  static int end(String line) {
    for (int at = line.indexOf(" >"); at >= 0; at = line.indexOf(" >", at + 1)) {
      boolean mark = at + 2 == line.length() || line.charAt(at + 2) == ' ';
      String before = line.substring(0, at);
      if (mark && balanced(before) && STATEMENT.matcher(before).matches()) {
        return at;
      }
    }
    return line.length();
  }

  private static boolean balanced(String text) {
    return text.chars().filter(c -> c == '(').count() == text.chars().filter(c -> c == ')').count();
  }

  /// {@return what of the line cannot be known}
  ///
  /// @param line with its `+`
  static Optional<String> doubt(String line) {
    if (!whole(line)) {
      return Optional.of(
          "'%s' does not end as a line of C does: a reviewer's words may be in it".formatted(line));
    }
    return line.contains(" > ")
        ? Optional.of("'%s' is one line, its '>' C's operator and no quote mark".formatted(line))
        : Optional.empty();
  }
}
