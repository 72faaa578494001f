package org.mmlens.surface.scan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The preprocessing tokens of a file (C11 §6.4), comments left out, in parallel arrays.
///
/// A directive is a [#DIRECTIVE] token whose text is its name, the tokens of its line, and an
/// [#END]. The header name of an `#include` is one [#STRING].
final class Tokens {

  static final byte IDENTIFIER = 0;
  static final byte NUMBER = 1;
  static final byte STRING = 2;
  static final byte CHARACTER = 3;
  static final byte PUNCTUATOR = 4;
  static final byte DIRECTIVE = 5;
  static final byte END = 6;

  private final byte[] text;
  private byte[] kinds = new byte[256];
  private int[] starts = new int[256];
  private int[] ends = new int[256];
  private int[] lines = new int[256];
  private int count;

  Tokens(byte[] text) {
    this.text = text;
  }

  void add(byte kind, int start, int end, int line) {
    if (count == kinds.length) {
      int larger = count * 2;
      kinds = Arrays.copyOf(kinds, larger);
      starts = Arrays.copyOf(starts, larger);
      ends = Arrays.copyOf(ends, larger);
      lines = Arrays.copyOf(lines, larger);
    }
    kinds[count] = kind;
    starts[count] = start;
    ends[count] = end;
    lines[count] = line;
    count++;
  }

  int count() {
    return count;
  }

  byte kind(int token) {
    return kinds[token];
  }

  int line(int token) {
    return lines[token];
  }

  int start(int token) {
    return starts[token];
  }

  /// {@return whether the token stands at the first column of its line}
  boolean atLineStart(int token) {
    int start = starts[token];
    return start == 0 || text[start - 1] == '\n';
  }

  /// {@return the column of the token, counted from 1}
  int column(int token) {
    int at = starts[token];
    while (at > 0 && text[at - 1] != '\n') {
      at--;
    }
    return starts[token] - at + 1;
  }

  /// {@return the token as it is written; bytes are taken as Latin-1, so that nothing is lost}
  String text(int token) {
    return new String(
        text, starts[token], ends[token] - starts[token], StandardCharsets.ISO_8859_1);
  }

  boolean isIdentifier(int token) {
    return token >= 0 && token < count && kinds[token] == IDENTIFIER;
  }

  /// {@return whether the token is this punctuator of one character}
  boolean is(int token, char punctuator) {
    return token >= 0
        && token < count
        && kinds[token] == PUNCTUATOR
        && ends[token] - starts[token] == 1
        && text[starts[token]] == punctuator;
  }

  /// {@return whether the token is written like this}
  boolean is(int token, String word) {
    if (token < 0 || token >= count || ends[token] - starts[token] != word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (text[starts[token] + i] != (byte) word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// {@return the first character of the token}
  char first(int token) {
    return (char) (text[starts[token]] & 0xff);
  }
}
