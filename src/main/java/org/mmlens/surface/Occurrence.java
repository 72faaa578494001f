package org.mmlens.surface;

/// Looks for a word in bytes, faster than tokens could be made.
final class Occurrence {

  private Occurrence() {}

  /// {@return whether the word stands in the text, as a whole word}
  static boolean in(byte[] text, String word) {
    int length = word.length();
    byte last = (byte) word.charAt(length - 1);
    for (int end = length - 1; end < text.length; end++) {
      if (text[end] == last
          && matches(text, end - length + 1, word)
          && !wordAt(text, end + 1)
          && !wordAt(text, end - length)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(byte[] text, int start, String word) {
    for (int i = 0; i < word.length(); i++) {
      if (text[start + i] != (byte) word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean wordAt(byte[] text, int at) {
    if (at < 0 || at >= text.length) {
      return false;
    }
    int c = text[at];
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
  }
}
