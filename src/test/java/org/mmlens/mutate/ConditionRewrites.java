package org.mmlens.mutate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mmlens.mutate.Rewrite.Kind;
import org.mmlens.mutate.Source.Edit;

/// Conditions in other words.
final class ConditionRewrites {

  private static final Map<String, String> MIRRORED =
      Map.of("<", ">", ">", "<", "<=", ">=", ">=", "<=", "==", "==", "!=", "!=");
  private static final Map<String, String> NEGATED =
      Map.of("<", ">=", ">", "<=", "<=", ">", ">=", "<", "==", "!=", "!=", "==");

  private final Source source;
  private final List<Rewrite> found = new ArrayList<>();

  ConditionRewrites(Source source) {
    this.source = source;
  }

  List<Rewrite> all() {
    for (int[] c : source.conditions()) {
      String condition = source.text(c[0], c[1]);
      add(Kind.COMPARISON, "double negation", c[0], c[1], "!(!(" + condition + "))");
      deMorgan(c[0], c[1]);
    }
    for (int i = source.body().first() + 1; i < source.body().last(); i++) {
      comparison(i);
    }
    return found;
  }

  /// `a && b` is `!(!a || !b)`, and still looks at `b` only if `a` holds.
  private void deMorgan(int first, int last) {
    if (!source.outside(first, last, "?", ",", "=", "|=", "&=", "+=", "-=").isEmpty()) {
      return;
    }
    for (String operator : List.of("||", "&&")) {
      List<Integer> at = source.outside(first, last, operator);
      if (!at.isEmpty()) {
        List<String> operands = new ArrayList<>();
        int from = first;
        for (int i : at) {
          operands.add(source.text(from, i - 1));
          from = i + 1;
        }
        operands.add(source.text(from, last));
        String other = operator.equals("||") ? " && " : " || ";
        String now = operands.stream().map(o -> "!(" + o + ")").collect(Collectors.joining(other));
        add(Kind.DE_MORGAN, operator, first, last, "!(" + now + ")");
        return;
      }
    }
  }

  /// `a < b` is `b > a` and `!(a >= b)`, where both are names or members.
  private void comparison(int i) {
    String other = MIRRORED.get(source.token(i).text());
    if (other == null || operandBefore(i) < 0 || operandAfter(i) < 0) {
      return;
    }
    int left = operandBefore(i);
    int right = operandAfter(i);
    String a = source.text(left, i - 1);
    String b = source.text(i + 1, right);
    add(Kind.COMPARISON, "mirrored", left, right, b + " " + other + " " + a);
    String negated = NEGATED.get(source.token(i).text());
    add(Kind.COMPARISON, "negated", left, right, "!(%s %s %s)".formatted(a, negated, b));
  }

  private int operandBefore(int i) {
    int at = i - 1;
    if (!source.name(at)) {
      return -1;
    }
    while ((source.is(at - 1, "->") || source.is(at - 1, ".")) && source.name(at - 2)) {
      at -= 2;
    }
    return source.token(at - 1).text().matches("\\(|&&|\\|\\||;|,|=|return") ? at : -1;
  }

  private int operandAfter(int i) {
    int at = i + 1;
    if (!source.name(at)) {
      return -1;
    }
    while ((source.is(at + 1, "->") || source.is(at + 1, ".")) && source.name(at + 2)) {
      at += 2;
    }
    return source.token(at + 1).text().matches("\\)|&&|\\|\\||;|,|\\?") ? at : -1;
  }

  private void add(Kind kind, String what, int first, int last, String now) {
    found.add(
        source.rewrite(kind, what + " " + source.at(first), List.of(new Edit(first, last, now))));
  }
}
