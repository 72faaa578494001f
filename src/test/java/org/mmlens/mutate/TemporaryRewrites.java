package org.mmlens.mutate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mmlens.mutate.Rewrite.Kind;
import org.mmlens.surface.scan.FunctionText.Sort;

/// Values that go through a variable: what is returned, tested, assigned to a local or given to a
/// function.
final class TemporaryRewrites {

  private final Source source;
  private final Set<String> compiled;
  private final List<Rewrite> found = new ArrayList<>();

  TemporaryRewrites(Source source, Set<String> compiled) {
    this.source = source;
    this.compiled = compiled;
  }

  List<Rewrite> all() {
    source.each(
        s -> {
          switch (s.kind()) {
            case RETURN -> returned(s);
            case IF -> tested(s);
            case EXPRESSION -> {
              assigned(s);
              given(s);
            }
            case BLOCK, LOOP, DECLARATION, JUMP, EMPTY -> {
              // no value of its own
            }
          }
        });
    return found;
  }

  private void returned(Statement s) {
    int first = s.first() + 1;
    int last = s.last() - 1;
    if (first > last) {
      return;
    }
    String value = source.text(first, last);
    found.add(source.rewrite(Kind.TEMPORARY, "comma in return", s, "return (0, " + value + ");"));
    if (whole(first, last)) {
      String result = source.fresh("result");
      found.add(
          source.rewrite(
              Kind.TEMPORARY,
              "temporary for return",
              s,
              "{ __typeof__(%s) %s = %s; return %s; }".formatted(value, result, value, result)));
    }
  }

  private void tested(Statement s) {
    String holds = source.fresh("holds");
    String condition = source.text(s.open() + 1, s.close() - 1);
    found.add(
        source.rewrite(
            Kind.TEMPORARY,
            "temporary for condition",
            s,
            "{ bool %s = %s; if (%s) %s }"
                .formatted(holds, condition, holds, source.text(s.close() + 1, s.last()))));
  }

  private void assigned(Statement s) {
    int first = s.first() + 2;
    int last = s.last() - 1;
    if (source.is(s.first() + 1, "=")
        && source.locals().type(source.token(s.first()).text()).isPresent()
        && whole(first, last)) {
      String value = source.text(first, last);
      String result = source.fresh("value");
      found.add(
          source.rewrite(
              Kind.TEMPORARY,
              "temporary for assignment",
              s,
              "{ __typeof__(%s) %s = %s; %s = %s; }"
                  .formatted(value, result, value, source.token(s.first()).text(), result)));
    }
  }

  /// An argument is evaluated before the others, which is the same if none has an effect.
  private void given(Statement s) {
    int call = source.is(s.first() + 1, "=") ? s.first() + 2 : s.first();
    if (!compiled.contains(source.token(call).text())
        || !source.is(call + 1, "(")
        || source.closing(call + 1) != s.last() - 1) {
      return;
    }
    List<int[]> arguments = source.arguments(call + 1);
    if (!arguments.stream().allMatch(a -> quiet(a[0], a[1]))) {
      return;
    }
    for (int[] a : arguments) {
      String value = source.text(a[0], a[1]);
      String given = source.fresh("given");
      String rest = source.with(s.first(), s.last(), List.of(new Source.Edit(a[0], a[1], given)));
      found.add(
          source.rewrite(
              Kind.TEMPORARY,
              "temporary for argument " + value,
              s,
              "{ __typeof__(%s) %s = %s; %s }".formatted(value, given, value, rest)));
    }
  }

  /// Whether a range neither calls nor changes anything.
  private boolean quiet(int first, int last) {
    for (int i = first; i <= last; i++) {
      if (source.name(i) && source.is(i + 1, "(")
          || source.token(i).sort() == Sort.LITERAL
          || source.token(i).text().matches("\\+\\+|--|[-+*/|&^%]?=|<<=|>>=|\\{")) {
        return false;
      }
    }
    return true;
  }

  /// Whether a range is one expression that can be spelled a second time for its type.
  private boolean whole(int first, int last) {
    return !source.literal(first, last)
        && !source.has(first, last, "{")
        && source.outside(first, last, ",").isEmpty();
  }
}
