package org.mmlens.surface.scan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The tokens of one function definition, with their places in the file.
///
/// @param file the bytes of the whole file as Latin-1, so that offsets in it are byte offsets
/// @param tokens from the first of the definition to its closing brace; no comments, no directives
public record FunctionText(String file, List<Token> tokens) {

  /// The punctuators of more than one character, and what they begin with.
  private static final Set<String> LONG =
      Set.of(
          "->", "++", "--", "<<", ">>", "<=", ">=", "==", "!=", "&&", "||", "*=", "/=", "%=", "+=",
          "-=", "<<=", ">>=", "&=", "^=", "|=", "..", "...");

  /// Copies the list.
  public FunctionText {
    tokens = List.copyOf(tokens);
  }

  /// A preprocessing token (C11 §6.4).
  ///
  /// @param sort what it is
  /// @param text as it is written
  /// @param start offset of its first byte in the file
  /// @param end offset behind its last byte
  /// @param line its line, from 1
  public record Token(Sort sort, String text, int start, int end, int line) {
    /// {@return whether it is written like that}
    ///
    /// @param other a spelling
    public boolean is(String other) {
      return text.equals(other);
    }
  }

  /// What a token is.
  public enum Sort {
    /// A name or a keyword.
    IDENTIFIER,
    /// A number.
    NUMBER,
    /// A string or a character.
    LITERAL,
    /// An operator or a separator.
    PUNCTUATOR
  }

  /// {@return a function that a file defines, if it does}
  ///
  /// @param path the file's path in its tree
  /// @param bytes its content
  /// @param function the function's name
  public static Optional<FunctionText> of(String path, byte[] bytes, String function) {
    return FileScanner.scan(path, bytes)
        .named(function)
        .filter(Entity::definition)
        .findFirst()
        .map(
            e ->
                new FunctionText(
                    new String(bytes, StandardCharsets.ISO_8859_1),
                    tokens(bytes, e.place().firstLine(), e.place().lastLine())));
  }

  /// Whether a punctuator is the rest of a longer one: the longest that makes one counts.
  private static boolean joins(Token half, String rest, int start) {
    return half.sort() == Sort.PUNCTUATOR
        && half.end() == start
        && LONG.contains(half.text() + rest);
  }

  private static List<Token> tokens(byte[] bytes, int firstLine, int lastLine) {
    Tokens all = Lexer.lex(bytes).tokens();
    List<Token> found = new ArrayList<>();
    boolean directive = false;
    for (int i = 0; i < all.count(); i++) {
      byte kind = all.kind(i);
      directive = (directive || kind == Tokens.DIRECTIVE) && kind != Tokens.END;
      if (directive || kind == Tokens.END || all.line(i) < firstLine || all.line(i) > lastLine) {
        continue;
      }
      Sort sort =
          switch (kind) {
            case Tokens.IDENTIFIER -> Sort.IDENTIFIER;
            case Tokens.NUMBER -> Sort.NUMBER;
            case Tokens.STRING, Tokens.CHARACTER -> Sort.LITERAL;
            default -> Sort.PUNCTUATOR;
          };
      String text = all.text(i);
      if (sort == Sort.PUNCTUATOR
          && !found.isEmpty()
          && joins(found.getLast(), text, all.start(i))) {
        Token half = found.removeLast();
        found.add(
            new Token(
                sort, half.text() + text, half.start(), half.end() + text.length(), half.line()));
        continue;
      }
      found.add(new Token(sort, text, all.start(i), all.start(i) + text.length(), all.line(i)));
    }
    return found;
  }
}
