package org.mmlens.c.lower;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.mmlens.c.type.CType;
import org.mmlens.c.type.IntKind;
import org.mmlens.c.type.Layouts;

/// Constant expressions inside attributes, of which CDT keeps only the tokens.
final class TokenConstants {
  private static final List<List<String>> LEVELS =
      List.of(
          List.of("||"),
          List.of("&&"),
          List.of("|"),
          List.of("^"),
          List.of("&"),
          List.of("==", "!="),
          List.of("<", ">", "<=", ">="),
          List.of("<<", ">>"),
          List.of("+", "-"),
          List.of("*", "/", "%"));

  private final Lowering at;
  private final List<String> tokens;
  private int next;

  TokenConstants(Lowering at, String text) {
    this.at = at;
    this.tokens = List.of(text.strip().split("\\s+"));
  }

  long value() {
    long result = conditional();
    if (next < tokens.size()) {
      throw new Unlowerable("attribute argument '" + String.join(" ", tokens) + "'");
    }
    return result;
  }

  private long conditional() {
    long condition = binary(0);
    if (!accept("?")) {
      return condition;
    }
    long then = conditional();
    expect(":");
    long otherwise = conditional();
    return condition != 0 ? then : otherwise;
  }

  private long binary(int level) {
    if (level == LEVELS.size()) {
      return unary();
    }
    long left = binary(level + 1);
    while (next < tokens.size() && LEVELS.get(level).contains(tokens.get(next))) {
      String op = tokens.get(next++);
      left = apply(op, left, binary(level + 1));
    }
    return left;
  }

  private static long apply(String op, long l, long r) {
    return switch (op) {
      case "||" -> l != 0 || r != 0 ? 1 : 0;
      case "&&" -> l != 0 && r != 0 ? 1 : 0;
      case "|" -> l | r;
      case "^" -> l ^ r;
      case "&" -> l & r;
      case "==" -> l == r ? 1 : 0;
      case "!=" -> l != r ? 1 : 0;
      case "<" -> l < r ? 1 : 0;
      case ">" -> l > r ? 1 : 0;
      case "<=" -> l <= r ? 1 : 0;
      case ">=" -> l >= r ? 1 : 0;
      case "<<" -> l << r;
      case ">>" -> l >> r;
      case "+" -> l + r;
      case "-" -> l - r;
      case "*" -> l * r;
      case "/" -> r == 0 ? 0 : l / r;
      default -> r == 0 ? 0 : l % r;
    };
  }

  private long unary() {
    if (accept("-")) {
      return -unary();
    }
    if (accept("~")) {
      return ~unary();
    }
    if (accept("!")) {
      return unary() == 0 ? 1 : 0;
    }
    if (accept("sizeof")) {
      return ofType(t -> Layouts.size(t).orElse(0));
    }
    if (accept("_Alignof") || accept("__alignof__") || accept("__alignof")) {
      return ofType(Layouts::align);
    }
    if (accept("(")) {
      long inner = conditional();
      expect(")");
      return inner;
    }
    String token = next < tokens.size() ? tokens.get(next++) : "";
    if (!token.isEmpty() && Character.isDigit(token.charAt(0))) {
      return Literals.integer(token).map(Literals.Int::value).orElse(0L);
    }
    if (at.names().symbol(token).orElse(null) instanceof Symbol.Enumerator(_, var v)) {
      return v;
    }
    throw new Unlowerable("attribute argument '" + String.join(" ", tokens) + "'");
  }

  private long ofType(ToLongFunction<CType> measure) {
    expect("(");
    var words = new StringBuilder();
    boolean pointer = false;
    while (next < tokens.size() && !tokens.get(next).equals(")")) {
      String word = tokens.get(next++);
      pointer |= word.equals("*");
      if (!word.equals("*")) {
        words.append(words.isEmpty() ? "" : " ").append(word);
      }
    }
    expect(")");
    return measure.applyAsLong(pointer ? CType.VOID_POINTER : type(words.toString()));
  }

  private CType type(String words) {
    for (IntKind kind : IntKind.values()) {
      if (kind.toString().equals(words)) {
        return new CType.Int(kind);
      }
    }
    if (words.equals("unsigned") || words.equals("signed")) {
      return CType.INT;
    }
    if (words.equals("long unsigned int") || words.equals("size_t")) {
      return CType.ULONG;
    }
    Optional<CType> tagged =
        words.matches("(struct|union|enum) \\w+")
            ? at.names().tag(words.substring(words.indexOf(' ') + 1))
            : Optional.empty();
    if (tagged.isPresent()) {
      return tagged.get();
    }
    if (at.names().symbol(words).orElse(null) instanceof Symbol.Typedef(var t)) {
      return t;
    }
    throw new Unlowerable("attribute argument type '" + words + "'");
  }

  private boolean accept(String token) {
    boolean here = next < tokens.size() && tokens.get(next).equals(token);
    next += here ? 1 : 0;
    return here;
  }

  private void expect(String token) {
    if (!accept(token)) {
      throw new Unlowerable("attribute argument '" + String.join(" ", tokens) + "'");
    }
  }
}
