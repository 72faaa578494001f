package org.mmlens.report;

/// Text of strangers made fit for a terminal, a mail or a log: one line in, one line out.
///
/// What moves the cursor, reorders or hides text is written as the escape C would spell it with.
/// That is every control character (C0, DEL, C1), line and paragraph separators, zero-width and
/// bidirectional controls (Unicode Standard Annex #9), tags, and halves of surrogate pairs.
public final class Printable {

  private static final int TAB = 8;

  private Printable() {}

  /// {@return the text with its tabs expanded to every eighth column and all else escaped}
  ///
  /// @param text any text
  public static String of(String text) {
    return escaped(text, true);
  }

  /// {@return the text with its tabs kept and all else escaped}
  ///
  /// @param text any text
  static String keepingTabs(String text) {
    return escaped(text, false);
  }

  private static String escaped(String text, boolean expandTabs) {
    if (text.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
      return text;
    }
    var out = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              if (c == '\t' && expandTabs) {
                out.repeat(' ', TAB - out.length() % TAB);
              } else if (c == '\t' || !needsEscape(c)) {
                out.appendCodePoint(c);
              } else {
                out.append(escape(c));
              }
            });
    return out.toString();
  }

  private static String escape(int c) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      default ->
          c < 0x100
              ? "\\x%02x".formatted(c)
              : c < 0x10000 ? "\\u%04x".formatted(c) : "\\U%08x".formatted(c);
    };
  }

  private static boolean needsEscape(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE ->
          true;
      default -> false;
    };
  }

  /// {@return how many columns of a terminal the text takes}
  ///
  /// @param text without control characters
  static int width(String text) {
    return text.codePoints().map(Printable::width).sum();
  }

  /// Wide are the ranges of East Asian Width W and F (Unicode Standard Annex #11) that mail uses.
  private static int width(int c) {
    if (c < 0x300) {
      return 1;
    }
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    boolean wide =
        c >= 0x1100 && c <= 0x115f
            || c >= 0x2e80 && c <= 0xa4cf
            || c >= 0xac00 && c <= 0xd7a3
            || c >= 0xf900 && c <= 0xfaff
            || c >= 0xfe30 && c <= 0xfe6f
            || c >= 0xff00 && c <= 0xff60
            || c >= 0x1f300 && c <= 0x1faff
            || c >= 0x20000 && c <= 0x3fffd;
    return wide ? 2 : 1;
  }

  /// {@return the text, cut to the columns given and ended by `...` where it is longer}
  ///
  /// @param text without control characters
  /// @param columns at least 4
  static String cut(String text, int columns) {
    if (text.length() <= columns / 2 || width(text) <= columns) {
      return text;
    }
    var out = new StringBuilder();
    int used = 3;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      used += width(c);
      if (used > columns) {
        break;
      }
      out.appendCodePoint(c);
      i += Character.charCount(c);
    }
    return out.append("...").toString();
  }
}
