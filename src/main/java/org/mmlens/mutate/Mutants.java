package org.mmlens.mutate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mmlens.mutate.Mutant.Operator;
import org.mmlens.surface.scan.FunctionText;
import org.mmlens.surface.scan.FunctionText.Sort;
import org.mmlens.surface.scan.FunctionText.Token;

/// Makes every mutant of one function, in the order of the file.
public final class Mutants {

  private static final Map<String, List<String>> RELATIONS =
      Map.of(
          "<", List.of("<=", ">="),
          "<=", List.of("<", ">"),
          ">", List.of(">=", "<="),
          ">=", List.of(">", "<"),
          "==", List.of("!="),
          "!=", List.of("=="));

  private static final Map<String, List<String>> ARITHMETIC =
      Map.ofEntries(
          Map.entry("+", List.of("-")),
          Map.entry("-", List.of("+")),
          Map.entry("*", List.of("+")),
          Map.entry("/", List.of("*")),
          Map.entry("&", List.of("|")),
          Map.entry("|", List.of("&")),
          Map.entry("<<", List.of(">>")),
          Map.entry(">>", List.of("<<")),
          Map.entry("&&", List.of("||")),
          Map.entry("||", List.of("&&")),
          Map.entry("+=", List.of("-=")),
          Map.entry("-=", List.of("+=")),
          Map.entry("|=", List.of("&=")),
          Map.entry("&=", List.of("|=")));

  private static final String ADDRESS = "unsigned long";

  private final FunctionText text;
  private final String function;
  private final List<Token> tokens;
  private final StatementReader reader;
  private final Statement body;
  private final Map<String, String> variables;
  private final Map<String, Mutant> found = new LinkedHashMap<>();

  private Mutants(FunctionText text, String function) {
    this.text = text;
    this.function = function;
    this.tokens = text.tokens();
    this.reader = new StatementReader(tokens);
    this.body = reader.body();
    this.variables = Variables.of(tokens, body);
  }

  /// {@return all mutants, no two of which make the same text; empty if the file does not define
  /// the function}
  ///
  /// @param path the file's path in its tree
  /// @param bytes its content
  /// @param function the function's name
  public static List<Mutant> of(String path, byte[] bytes, String function) {
    Optional<FunctionText> text = FunctionText.of(path, bytes, function);
    if (text.isEmpty()) {
      return List.of();
    }
    var mutants = new Mutants(text.get(), function);
    mutants.operators();
    mutants.constants();
    mutants.calls();
    mutants.names();
    mutants.statements(mutants.body);
    List<Mutant> all = new ArrayList<>(mutants.found.values());
    all.sort(
        java.util.Comparator.comparingInt(Mutant::start)
            .thenComparing(Mutant::operator)
            .thenComparingInt(Mutant::end)
            .thenComparing(Mutant::now));
    return all;
  }

  private void operators() {
    for (int i = body.first() + 1; i < body.last(); i++) {
      if (!binary(i)) {
        continue;
      }
      for (String other : RELATIONS.getOrDefault(tokens.get(i).text(), List.of())) {
        add(Operator.RELATION, i, i, other);
      }
      for (String other : ARITHMETIC.getOrDefault(tokens.get(i).text(), List.of())) {
        add(Operator.ARITHMETIC, i, i, other);
      }
    }
  }

  /// Whether a punctuator stands between two operands, and is no part of a declarator.
  private boolean binary(int i) {
    Token before = tokens.get(i - 1);
    boolean operand =
        before.sort() == Sort.NUMBER
            || before.is(")")
            || before.is("]")
            || before.sort() == Sort.IDENTIFIER && !before.is("return");
    boolean pointer = tokens.get(i).is("*") && !variables.containsKey(before.text());
    return tokens.get(i).sort() == Sort.PUNCTUATOR && operand && !pointer;
  }

  private void constants() {
    for (int i = body.first() + 1; i < body.last(); i++) {
      Token t = tokens.get(i);
      if (t.sort() == Sort.NUMBER && t.text().matches("[0-9]+")) {
        long n = Long.parseLong(t.text().length() > 18 ? "0" : t.text());
        add(Operator.CONSTANT, i, i, "" + (n + 1));
        if (n > 0) {
          add(Operator.CONSTANT, i, i, "" + (n - 1));
        }
      }
    }
  }

  private void calls() {
    for (int i = body.first() + 1; i < body.last() - 1; i++) {
      if (tokens.get(i).sort() != Sort.IDENTIFIER || !tokens.get(i + 1).is("(")) {
        continue;
      }
      List<int[]> arguments = arguments(i + 1);
      for (int[] a : arguments) {
        page(a[0], a[1]);
      }
      for (int n = 0; n + 1 < arguments.size(); n++) {
        int[] a = arguments.get(n);
        int[] b = arguments.get(n + 1);
        String one = source(a[0], a[1]);
        String other = source(b[0], b[1]);
        add(Operator.SWAPPED_ARGUMENTS, a[0], b[1], other + ", " + one);
      }
    }
  }

  /// An address that is one page off.
  private void page(int first, int last) {
    boolean address =
        first == last && ADDRESS.equals(variables.get(tokens.get(first).text()))
            || last - first == 2
                && tokens.get(first + 1).is("->")
                && tokens.get(last).text().matches("vm_(start|end)");
    if (address) {
      add(Operator.CONSTANT, first, last, source(first, last) + " + PAGE_SIZE");
      add(Operator.CONSTANT, first, last, source(first, last) + " - PAGE_SIZE");
    }
  }

  private List<int[]> arguments(int open) {
    int close = reader.closing(open);
    List<int[]> found = new ArrayList<>();
    int depth = 0;
    int from = open + 1;
    for (int i = open; i <= close; i++) {
      String t = tokens.get(i).text();
      depth += t.equals("(") || t.equals("[") || t.equals("{") ? 1 : 0;
      if (depth == 1 && t.equals(",") || i == close) {
        if (i > from) {
          found.add(new int[] {from, i - 1});
        }
        from = i + 1;
      }
      depth -= t.equals(")") || t.equals("]") || t.equals("}") ? 1 : 0;
    }
    return found;
  }

  private void names() {
    for (int i = body.first() + 1; i < body.last(); i++) {
      Token t = tokens.get(i);
      String type = variables.get(t.text());
      boolean member = tokens.get(i - 1).is(".") || tokens.get(i - 1).is("->");
      if (type == null || member || tokens.get(i + 1).is("(")) {
        continue;
      }
      for (Map.Entry<String, String> other : variables.entrySet()) {
        if (other.getValue().equals(type) && !other.getKey().equals(t.text())) {
          add(Operator.WRONG_VARIABLE, i, i, other.getKey());
        }
      }
    }
  }

  private void statements(Statement s) {
    switch (s.kind()) {
      case EXPRESSION, JUMP -> add(Operator.DROPPED_STATEMENT, s.first(), s.last(), ";");
      case RETURN -> result(s);
      case IF -> condition(s);
      case BLOCK -> neighbours(s.inner());
      case LOOP, DECLARATION, EMPTY -> {
        // what is in a loop is looked at below; a declaration without a mistake would not compile
      }
    }
    s.inner().forEach(this::statements);
  }

  private void result(Statement s) {
    if (s.last() - s.first() >= 2) {
      String now = source(s.first() + 1, s.last() - 1).equals("0") ? "-EINVAL" : "0";
      add(Operator.WRONG_RESULT, s.first() + 1, s.last() - 1, now);
    }
  }

  private void condition(Statement s) {
    add(Operator.DROPPED_CONDITION, s.open() + 1, s.close() - 1, "1");
    add(Operator.DROPPED_CONDITION, s.open() + 1, s.close() - 1, "0");
    boolean calls = tokens.subList(s.open() + 1, s.close()).stream().anyMatch(t -> t.is("("));
    if (calls) {
      String now = "(" + source(s.open() + 1, s.close() - 1) + ") && 0";
      add(Operator.DROPPED_CHECK, s.open() + 1, s.close() - 1, now);
    }
  }

  private void neighbours(List<Statement> inner) {
    for (int n = 0; n + 1 < inner.size(); n++) {
      Statement a = inner.get(n);
      Statement b = inner.get(n + 1);
      if (movable(a) && movable(b)) {
        String between =
            text.file().substring(tokens.get(a.last()).end(), tokens.get(b.first()).start());
        add(
            Operator.SWAPPED_STATEMENTS,
            a.first(),
            b.last(),
            source(b.first(), b.last()) + between + source(a.first(), a.last()));
      }
    }
  }

  private static boolean movable(Statement s) {
    return s.kind() == Statement.Kind.EXPRESSION || s.kind() == Statement.Kind.IF;
  }

  private String source(int first, int last) {
    return text.file().substring(tokens.get(first).start(), tokens.get(last).end());
  }

  private void add(Operator operator, int first, int last, String now) {
    int start = tokens.get(first).start();
    int end = tokens.get(last).end();
    String was = text.file().substring(start, end);
    if (!was.equals(now)) {
      found.putIfAbsent(
          start + "-" + end + now,
          new Mutant(operator, function, tokens.get(first).line(), start, end, was, now));
    }
  }
}
