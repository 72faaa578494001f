package org.mmlens.mutate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mmlens.surface.scan.FunctionText.Sort;
import org.mmlens.surface.scan.FunctionText.Token;

/// Finds the statements of a function by its tokens. A macro that heads a body, e.g.
/// `for_each_vma`, is taken for a loop; what is not understood becomes one expression statement up
/// to its `;`.
final class StatementReader {

  private static final Set<String> LOOPS = Set.of("for", "while", "switch");
  private static final Set<String> JUMPS = Set.of("goto", "break", "continue");
  private static final Set<String> TYPES =
      Set.of(
          "struct",
          "union",
          "enum",
          "unsigned",
          "signed",
          "int",
          "long",
          "short",
          "char",
          "bool",
          "const",
          "static",
          "volatile",
          "register",
          "void",
          "size_t",
          "pgoff_t",
          "gfp_t",
          "vm_flags_t",
          "pgprot_t",
          "pgd_t",
          "p4d_t",
          "pud_t",
          "pmd_t",
          "pte_t",
          "u8",
          "u16",
          "u32",
          "u64",
          "s8",
          "s16",
          "s32",
          "s64",
          "loff_t",
          "spinlock_t");

  private final List<Token> tokens;

  StatementReader(List<Token> tokens) {
    this.tokens = tokens;
  }

  /// {@return the body of the function; empty blocks if it has none}
  Statement body() {
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (is(i, "(")) {
        depth++;
      } else if (is(i, ")")) {
        depth--;
      } else if (is(i, "{") && depth == 0) {
        return statement(i);
      }
    }
    return new Statement(Statement.Kind.BLOCK, 0, 0, -1, -1, List.of());
  }

  private Statement statement(int at) {
    int first = at;
    if (is(at, "{")) {
      return block(at);
    }
    if (is(at, ";")) {
      return leaf(Statement.Kind.EMPTY, at, at);
    }
    if (is(at, "if")) {
      return branch(first);
    }
    if (is(at, "do")) {
      Statement body = statement(at + 1);
      return new Statement(
          Statement.Kind.LOOP, first, semicolon(body.last() + 1), -1, -1, List.of(body));
    }
    if (is(at, "return")) {
      return leaf(Statement.Kind.RETURN, at, semicolon(at));
    }
    if (at < tokens.size() && JUMPS.contains(tokens.get(at).text())) {
      return leaf(Statement.Kind.JUMP, at, semicolon(at));
    }
    if (headsBody(at)) {
      int close = closing(at + 1);
      Statement body = statement(close + 1);
      return new Statement(Statement.Kind.LOOP, first, body.last(), at + 1, close, List.of(body));
    }
    if (isName(at) && is(at + 1, ":")) {
      return statement(at + 2);
    }
    return leaf(
        declares(at) ? Statement.Kind.DECLARATION : Statement.Kind.EXPRESSION, at, semicolon(at));
  }

  private Statement block(int at) {
    List<Statement> inner = new ArrayList<>();
    int next = at + 1;
    while (next < tokens.size() && !is(next, "}")) {
      if (is(next, "case") || is(next, "default")) {
        while (next < tokens.size() && !is(next, ":")) {
          next++;
        }
        next++;
        continue;
      }
      Statement s = statement(next);
      inner.add(s);
      next = s.last() + 1;
    }
    return new Statement(
        Statement.Kind.BLOCK, at, Math.min(next, tokens.size() - 1), -1, -1, inner);
  }

  private Statement branch(int at) {
    int close = closing(at + 1);
    List<Statement> inner = new ArrayList<>();
    inner.add(statement(close + 1));
    int last = inner.getFirst().last();
    if (is(last + 1, "else")) {
      inner.add(statement(last + 2));
      last = inner.getLast().last();
    }
    return new Statement(Statement.Kind.IF, at, last, at + 1, close, inner);
  }

  private boolean headsBody(int at) {
    if (!isName(at) || !is(at + 1, "(")) {
      return false;
    }
    if (LOOPS.contains(tokens.get(at).text())) {
      return true;
    }
    int close = closing(at + 1);
    return is(close + 1, "{") || isName(close + 1);
  }

  private boolean declares(int at) {
    if (!isName(at)) {
      return false;
    }
    return TYPES.contains(tokens.get(at).text()) || isName(at + 1);
  }

  private static Statement leaf(Statement.Kind kind, int first, int last) {
    return new Statement(kind, first, last, -1, -1, List.of());
  }

  /// {@return the `;` that ends what begins here, outside of all brackets}
  private int semicolon(int at) {
    int depth = 0;
    for (int i = at; i < tokens.size(); i++) {
      if (is(i, "(") || is(i, "{") || is(i, "[")) {
        depth++;
      } else if (is(i, ")") || is(i, "}") || is(i, "]")) {
        depth--;
      } else if (is(i, ";") && depth <= 0) {
        return i;
      }
    }
    return tokens.size() - 1;
  }

  /// {@return the bracket that closes the one at a place}
  int closing(int open) {
    int depth = 0;
    for (int i = open; i < tokens.size(); i++) {
      if (is(i, "(") || is(i, "[") || is(i, "{")) {
        depth++;
      } else if (is(i, ")") || is(i, "]") || is(i, "}")) {
        depth--;
        if (depth == 0) {
          return i;
        }
      }
    }
    return tokens.size() - 1;
  }

  private boolean is(int at, String text) {
    return at >= 0 && at < tokens.size() && tokens.get(at).is(text);
  }

  private boolean isName(int at) {
    return at >= 0 && at < tokens.size() && tokens.get(at).sort() == Sort.IDENTIFIER;
  }
}
