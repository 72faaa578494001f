package org.mmlens.surface.scan;

import java.util.ArrayList;
import java.util.List;

/// Splits the bytes of a C file into preprocessing tokens (C11 §5.1.1.2, phases 2 and 3).
///
/// Any bytes are accepted: what is no token becomes a punctuator of one byte, a literal that is not
/// closed ends with its line.
final class Lexer {

  private static final boolean[] WORD = new boolean[256];

  static {
    for (int c = 0; c < 256; c++) {
      WORD[c] =
          c >= 'a' && c <= 'z'
              || c >= 'A' && c <= 'Z'
              || c >= '0' && c <= '9'
              || c == '_'
              || c == '$'
              || c >= 0x80;
    }
  }

  /// A kernel-doc comment.
  ///
  /// @param start offset of its first byte
  /// @param end offset behind its last byte
  /// @param line the line of its first byte
  /// @param lastLine the line of its last byte
  record Comment(int start, int end, int line, int lastLine) {}

  private final byte[] text;
  private final Tokens tokens;
  private final List<Comment> docs = new ArrayList<>();
  private int at;
  private int line = 1;
  private boolean lineStart = true;
  private boolean directive;

  private Lexer(byte[] text) {
    this.text = text;
    this.tokens = new Tokens(text);
  }

  /// What a file consists of.
  ///
  /// @param tokens without comments
  /// @param docs the comments that begin with `/**`, in order
  /// @param text the bytes
  record Lexed(Tokens tokens, List<Comment> docs, byte[] text) {}

  static Lexed lex(byte[] text) {
    var lexer = new Lexer(text);
    lexer.run();
    return new Lexed(lexer.tokens, lexer.docs, text);
  }

  private void run() {
    while (at < text.length) {
      step(text[at] & 0xff);
    }
    endDirective();
  }

  private void step(int c) {
    if (c == '\n') {
      newLine();
    } else if (c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == 0x0b) {
      at++;
    } else if (c == '\\' && splice()) {
      return;
    } else if (c == '/' && next() == '*') {
      blockComment();
    } else if (c == '/' && next() == '/') {
      lineComment();
    } else {
      token(c);
    }
  }

  private void newLine() {
    endDirective();
    at++;
    line++;
    lineStart = true;
  }

  private void endDirective() {
    if (directive) {
      tokens.add(Tokens.END, at, at, line);
      directive = false;
    }
  }

  private boolean splice() {
    int end = at + 1;
    if (end < text.length && text[end] == '\r') {
      end++;
    }
    if (end < text.length && text[end] == '\n') {
      at = end + 1;
      line++;
      return true;
    }
    return false;
  }

  private int next() {
    return at + 1 < text.length ? text[at + 1] & 0xff : -1;
  }

  private void blockComment() {
    int start = at;
    int startLine = line;
    at += 2;
    while (at < text.length && !(text[at] == '*' && next() == '/')) {
      if (text[at] == '\n') {
        line++;
      }
      at++;
    }
    at = Math.min(text.length, at + 2);
    if (at - start > 4 && text[start + 2] == '*' && text[start + 3] != '*') {
      docs.add(new Comment(start, at, startLine, line));
    }
  }

  private void lineComment() {
    while (at < text.length && text[at] != '\n') {
      if (text[at] == '\\' && splice()) {
        continue;
      }
      at++;
    }
  }

  private void token(int c) {
    if (c == '#' && lineStart && !directive) {
      directive();
      return;
    }
    lineStart = false;
    if (c == '"' || c == '\'') {
      literal((byte) c);
    } else if (c >= '0' && c <= '9' || c == '.' && next() >= '0' && next() <= '9') {
      number();
    } else if (WORD[c]) {
      word(Tokens.IDENTIFIER);
    } else {
      punctuator(c);
    }
  }

  private void directive() {
    lineStart = false;
    directive = true;
    at++;
    while (at < text.length && (text[at] == ' ' || text[at] == '\t')) {
      at++;
    }
    word(Tokens.DIRECTIVE);
    int name = tokens.count() - 1;
    if (tokens.is(name, "include") || tokens.is(name, "include_next")) {
      headerName();
    }
  }

  /// `<…>` and `"…"` after `#include` are header names (C11 §6.4.7), not operators and strings.
  private void headerName() {
    while (at < text.length && (text[at] == ' ' || text[at] == '\t')) {
      at++;
    }
    if (at < text.length && text[at] == '<') {
      int end = at;
      while (end < text.length && text[end] != '>' && text[end] != '\n') {
        end++;
      }
      end = end < text.length && text[end] == '>' ? end + 1 : end;
      tokens.add(Tokens.STRING, at, end, line);
      at = end;
    }
  }

  private void word(byte kind) {
    int start = at;
    while (at < text.length && WORD[text[at] & 0xff]) {
      at++;
    }
    tokens.add(kind, start, at, line);
  }

  private void number() {
    int start = at;
    while (at < text.length && inNumber()) {
      at++;
    }
    tokens.add(Tokens.NUMBER, start, at, line);
  }

  /// Pp-numbers (C11 §6.4.8) take in `1e+5` and `0x1p-3`, and `0xe+1` as well.
  private boolean inNumber() {
    int c = text[at] & 0xff;
    if (c == '+' || c == '-') {
      int before = text[at - 1] | 0x20;
      return before == 'e' || before == 'p';
    }
    return WORD[c] || c == '.';
  }

  private void literal(byte quote) {
    int start = at;
    int startLine = line;
    at++;
    while (at < text.length && text[at] != quote && text[at] != '\n') {
      if (text[at] != '\\') {
        at++;
      } else if (!splice()) {
        at = Math.min(text.length, at + 2);
      }
    }
    if (at < text.length && text[at] == quote) {
      at++;
    }
    at = Math.min(at, text.length);
    tokens.add(quote == '"' ? Tokens.STRING : Tokens.CHARACTER, start, at, startLine);
  }

  private void punctuator(int c) {
    int length = 1;
    if (c == '-' && next() == '>' || c == '#' && next() == '#') {
      length = 2;
    } else if (c == '.' && next() == '.' && at + 2 < text.length && text[at + 2] == '.') {
      length = 3;
    }
    tokens.add(Tokens.PUNCTUATOR, at, at + length, line);
    at += length;
  }
}
