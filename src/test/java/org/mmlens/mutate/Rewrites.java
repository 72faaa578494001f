package org.mmlens.mutate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mmlens.surface.scan.FunctionText;
import org.mmlens.surface.scan.FunctionText.Sort;
import org.mmlens.surface.scan.FunctionText.Token;

/// Makes changes of a function that change nothing it does: the other half of [Mutants]. Each comes
/// as the text of the whole file, under a line that says what was done.
public final class Rewrites {

  private static final Map<String, String> MIRRORED =
      Map.of("<", ">", ">", "<", "<=", ">=", ">=", "<=", "==", "==", "!=", "!=");
  private static final Map<String, String> NEGATED =
      Map.of("<", ">=", ">", "<=", "<=", ">", ">=", "<", "==", "!=", "!=", "==");

  private final FunctionText text;
  private final List<Token> tokens;
  private final Statement body;
  private final Map<String, String> variables;
  private final String function;
  private final Map<String, String> found = new LinkedHashMap<>();

  private Rewrites(FunctionText text, String function) {
    this.text = text;
    this.function = function;
    this.tokens = text.tokens();
    this.body = new StatementReader(tokens).body();
    this.variables = Variables.of(tokens, body);
  }

  /// {@return the rewritten files, by what was done}
  public static Map<String, String> of(String path, byte[] bytes, String function) {
    var rewrites = new Rewrites(FunctionText.of(path, bytes, function).orElseThrow(), function);
    rewrites.renamed();
    rewrites.statements(rewrites.body);
    rewrites.comparisons();
    return rewrites.found;
  }

  /// A local gets another name wherever it is used.
  private void renamed() {
    for (String name : variables.keySet()) {
      List<Edit> edits = new ArrayList<>();
      for (int i = 0; i < tokens.size(); i++) {
        boolean member = i > 0 && (tokens.get(i - 1).is(".") || tokens.get(i - 1).is("->"));
        if (tokens.get(i).is(name) && !member) {
          edits.add(new Edit(i, i, name + "_renamed"));
        }
      }
      add("renamed " + name, edits);
    }
  }

  private void statements(Statement s) {
    String what = s.kind() + " at line " + tokens.get(s.first()).line();
    switch (s.kind()) {
      case IF -> branch(s, what);
      case EXPRESSION -> {
        String own = source(s.first(), s.last());
        add("block around " + what, s, "{ " + own + " }");
        add("do-while around " + what, s, "do { " + own + " } while (0);");
        add("goto around " + what, s, "goto rewritten; rewritten: " + own);
      }
      case RETURN -> {
        if (s.last() - s.first() >= 2) {
          String value = source(s.first() + 1, s.last() - 1);
          add(
              "temporary for " + what,
              s,
              "{ __typeof__(" + value + ") result = " + value + "; return result; }");
          add("comma in " + what, s, "return (0, " + value + ");");
        }
      }
      case BLOCK, LOOP, DECLARATION, JUMP, EMPTY -> {
        // rewritten through what is in it
      }
    }
    s.inner().forEach(this::statements);
  }

  private void branch(Statement s, String what) {
    int open = s.open() + 1;
    int close = s.close() - 1;
    String condition = source(open, close);
    add("double negation in " + what, List.of(new Edit(open, close, "!(!(" + condition + "))")));
    add(
        "temporary for " + what,
        s,
        "{ bool holds = " + condition + "; if (holds) " + rest(s) + " }");
    String then = block(s.inner().getFirst());
    if (s.inner().size() == 1) {
      add("other branch of " + what, s, "if (!(" + condition + ")) { } else " + then);
    } else {
      String otherwise = block(s.inner().get(1));
      add(
          "branches swapped in " + what,
          s,
          "if (!(" + condition + ")) " + otherwise + " else " + then);
      add(
          "two ifs for " + what,
          s,
          "{ bool holds = "
              + condition
              + "; if (holds) "
              + then
              + " if (!holds) "
              + otherwise
              + " }");
    }
  }

  /// Braces, lest an `else` finds another `if`.
  private String block(Statement s) {
    return "{ " + source(s.first(), s.last()) + " }";
  }

  private String rest(Statement s) {
    return source(s.close() + 1, s.last());
  }

  /// `a < b` is `b > a` and `!(a >= b)`, where both are names or members.
  private void comparisons() {
    for (int i = body.first() + 1; i < body.last(); i++) {
      String other = MIRRORED.get(tokens.get(i).text());
      int left = operandBefore(i);
      int right = operandAfter(i);
      if (other == null || left < 0 || right < 0) {
        continue;
      }
      String a = source(left, i - 1);
      String b = source(i + 1, right);
      String at = tokens.get(i).text() + " at " + tokens.get(i).start();
      add("mirrored " + at, List.of(new Edit(left, right, b + " " + other + " " + a)));
      String negated = "!(" + a + " " + NEGATED.get(tokens.get(i).text()) + " " + b + ")";
      add("negated " + at, List.of(new Edit(left, right, negated)));
    }
  }

  private int operandBefore(int i) {
    int at = i - 1;
    if (!name(at)) {
      return -1;
    }
    while (at >= 2 && (tokens.get(at - 1).is("->") || tokens.get(at - 1).is(".")) && name(at - 2)) {
      at -= 2;
    }
    return boundary(at - 1) ? at : -1;
  }

  private int operandAfter(int i) {
    int at = i + 1;
    if (!name(at)) {
      return -1;
    }
    while (at + 2 < tokens.size()
        && (tokens.get(at + 1).is("->") || tokens.get(at + 1).is("."))
        && name(at + 2)) {
      at += 2;
    }
    return boundary(at + 1) ? at : -1;
  }

  private boolean name(int i) {
    return tokens.get(i).sort() == Sort.IDENTIFIER && !tokens.get(i).is("return");
  }

  private boolean boundary(int i) {
    return tokens.get(i).text().matches("\\(|\\)|&&|\\|\\||;|,|return");
  }

  /// Tokens that become something else.
  private record Edit(int first, int last, String now) {}

  private void add(String what, Statement s, String now) {
    add(what, List.of(new Edit(s.first(), s.last(), now)));
  }

  private void add(String what, List<Edit> edits) {
    var file = new StringBuilder(text.file());
    for (Edit e : edits.reversed()) {
      file.replace(tokens.get(e.first()).start(), tokens.get(e.last()).end(), e.now());
    }
    found.putIfAbsent(function + ": " + what, file.toString());
  }

  private String source(int first, int last) {
    return text.file().substring(tokens.get(first).start(), tokens.get(last).end());
  }
}
