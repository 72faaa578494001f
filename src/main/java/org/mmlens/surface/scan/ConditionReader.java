package org.mmlens.surface.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the expression of an `#if` into a [Condition].
///
/// Only `!`, `&&`, `||`, parentheses, `defined` and the `IS_*` macros of `include/linux/kconfig.h`
/// are taken apart; everything between them is one atom.
final class ConditionReader {

  private static final int MAX_NESTING = 64;

  private final Tokens tokens;
  private final int end;
  private int at;
  private int nesting;

  private ConditionReader(Tokens tokens, int start, int end) {
    this.tokens = tokens;
    this.at = start;
    this.end = end;
  }

  /// {@return the condition written in these tokens}
  static Condition read(Tokens tokens, int start, int end) {
    return new ConditionReader(tokens, start, end).any();
  }

  private Condition any() {
    List<Condition> parts = new ArrayList<>(List.of(all()));
    while (at < end && tokens.is(at, '|') && tokens.is(at + 1, '|')) {
      at += 2;
      parts.add(all());
    }
    return parts.size() == 1 ? parts.getFirst() : new Condition.Any(parts);
  }

  private Condition all() {
    List<Condition> parts = new ArrayList<>(List.of(unary()));
    while (at < end && tokens.is(at, '&') && tokens.is(at + 1, '&')) {
      at += 2;
      parts.add(unary());
    }
    return parts.size() == 1 ? parts.getFirst() : new Condition.All(parts);
  }

  private Condition unary() {
    if (++nesting > MAX_NESTING) {
      at = end;
      return new Condition.Atom("(…)");
    }
    try {
      if (tokens.is(at, '!') && at < end && !tokens.is(at + 1, '=')) {
        at++;
        return unary().negated();
      }
      return macroTest().or(this::group).orElseGet(this::comparison);
    } finally {
      nesting--;
    }
  }

  private Optional<Condition> macroTest() {
    if (!tokens.isIdentifier(at) || at >= end) {
      return Optional.empty();
    }
    String word = tokens.text(at);
    boolean known = word.equals("defined") || word.matches("IS_(ENABLED|BUILTIN|MODULE|REACHABLE)");
    if (known && tokens.is(at + 1, '(') && tokens.isIdentifier(at + 2) && tokens.is(at + 3, ')')) {
      at += 4;
      return Optional.of(new Condition.Atom(tokens.text(at - 2)));
    }
    if (word.equals("defined") && tokens.isIdentifier(at + 1)) {
      at += 2;
      return Optional.of(new Condition.Atom(tokens.text(at - 1)));
    }
    return Optional.empty();
  }

  private Optional<Condition> group() {
    int start = at;
    if (at >= end || !tokens.is(at, '(')) {
      return Optional.empty();
    }
    at++;
    Condition inner = any();
    if (tokens.is(at, ')') && at < end) {
      at++;
      if (at >= end || atOperator() || tokens.is(at, ')')) {
        return Optional.of(inner);
      }
    }
    at = start;
    return Optional.empty();
  }

  private boolean atOperator() {
    return tokens.is(at, '&') && tokens.is(at + 1, '&')
        || tokens.is(at, '|') && tokens.is(at + 1, '|');
  }

  /// Everything up to the next `&&`, `||` or the parenthesis that closes the group.
  private Condition comparison() {
    var text = new StringBuilder();
    int depth = 0;
    while (at < end && !(depth == 0 && (atOperator() || tokens.is(at, ')')))) {
      depth += tokens.is(at, '(') ? 1 : tokens.is(at, ')') ? -1 : 0;
      if (!text.isEmpty() && spaced(at)) {
        text.append(' ');
      }
      text.append(tokens.text(at));
      at++;
    }
    return switch (text.toString()) {
      case "0" -> Condition.always().negated();
      case "1" -> Condition.always();
      case "" -> new Condition.Atom("?");
      default -> new Condition.Atom(text.toString());
    };
  }

  private boolean spaced(int token) {
    boolean word = tokens.kind(token) != Tokens.PUNCTUATOR;
    boolean wordBefore = tokens.kind(token - 1) != Tokens.PUNCTUATOR;
    return word != wordBefore ? !tokens.is(token, '(') && !tokens.is(token - 1, '(') : word;
  }
}
