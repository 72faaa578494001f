package org.mmlens.mutate;

import java.util.ArrayList;
import java.util.List;
import org.mmlens.mutate.Rewrite.Kind;

/// `while`, `for` and `do` in each other's place.
final class LoopRewrites {

  private final Source source;
  private final List<Rewrite> found = new ArrayList<>();

  LoopRewrites(Source source) {
    this.source = source;
  }

  List<Rewrite> all() {
    source.each(
        s -> {
          if (s.kind() == Statement.Kind.LOOP && !source.has(s, "case", "default")) {
            switch (source.token(s.first()).text()) {
              case "while" -> whileLoop(s);
              case "for" -> forLoop(s);
              case "do" -> doLoop(s);
              default -> {
                // a macro that heads a body
              }
            }
          }
        });
    return found;
  }

  private void whileLoop(Statement s) {
    String condition = source.text(s.open() + 1, s.close() - 1);
    String body = source.block(s.inner().getFirst());
    add("for instead of while", s, "for (; %s; ) %s".formatted(condition, body));
    if (!source.has(s.open(), s.close(), "{")) {
      String twice = "{ if (%s) do %s while (%s); }".formatted(condition, body, condition);
      add("do instead of while", s, twice);
    }
  }

  /// A `continue` goes to the third part, which is why `while` has to do without.
  private void forLoop(Statement s) {
    List<Integer> at = source.outside(s.open() + 1, s.close() - 1, ";");
    if (at.size() != 2) {
      return;
    }
    String first = range(s.open() + 1, at.get(0) - 1);
    String condition = range(at.get(0) + 1, at.get(1) - 1);
    String holds = condition.isEmpty() ? "1" : condition;
    String next = range(at.get(1) + 1, s.close() - 1);
    String body = source.block(s.inner().getFirst());
    add(
        "break instead of condition",
        s,
        "for (%s; ; %s) { if (!(%s)) break; %s }".formatted(first, next, holds, body));
    if (!source.has(s.inner().getFirst(), "continue")) {
      add(
          "while instead of for",
          s,
          "{ %s; while (%s) { %s %s; } }".formatted(first, holds, body, next));
    }
  }

  private void doLoop(Statement s) {
    Statement inner = s.inner().getFirst();
    int open = inner.last() + 2;
    String condition = source.text(open + 1, source.closing(open) - 1);
    String fresh = source.fresh("once_more");
    String body = source.block(inner);
    add(
        "for instead of do",
        s,
        "for (bool %s = true; %s || (%s); %s = false) %s"
            .formatted(fresh, fresh, condition, fresh, body));
    if (!source.has(inner, "continue")) {
      add(
          "while instead of do",
          s,
          "while (1) { %s if (!(%s)) break; }".formatted(body, condition));
    }
  }

  private String range(int first, int last) {
    return first > last ? "" : source.text(first, last);
  }

  private void add(String what, Statement s, String now) {
    found.add(source.rewrite(Kind.LOOP, what, s, now));
  }
}
