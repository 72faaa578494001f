package org.mmlens.mutate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mmlens.mutate.Rewrite.Kind;
import org.mmlens.mutate.Source.Edit;

/// `if` and `else` as `?:`, and back. Casts keep each value what it was: the two of a `?:` have one
/// type (C11 §6.5.15p5), those of an `if` each have their own.
final class TernaryRewrites {

  private final Source source;
  private final List<Rewrite> found = new ArrayList<>();

  TernaryRewrites(Source source) {
    this.source = source;
  }

  List<Rewrite> all() {
    source.each(
        s -> {
          switch (s.kind()) {
            case IF -> branch(s);
            case EXPRESSION -> assignment(s);
            case BLOCK -> earlyReturns(s);
            case LOOP, DECLARATION, RETURN, JUMP, EMPTY -> {
              // no branch
            }
          }
        });
    return found;
  }

  private void branch(Statement s) {
    Optional<Statement> then = only(s.inner().getFirst());
    if (then.isEmpty()) {
      return;
    }
    if (s.inner().size() == 1) {
      effect(then.get())
          .ifPresent(
              effect -> add(s, "(%s) ? (void)(%s) : (void)0;".formatted(condition(s), effect)));
      return;
    }
    Optional<Statement> otherwise = only(s.inner().get(1));
    if (otherwise.isEmpty()) {
      return;
    }
    Statement a = then.get();
    Statement b = otherwise.get();
    if (a.kind() == Statement.Kind.RETURN && b.kind() == Statement.Kind.RETURN) {
      returned(a, b)
          .ifPresent(values -> add(s, "return (%s) ? %s;".formatted(condition(s), values)));
    } else if (assigns(a) && assigns(b) && source.token(a.first()).is(name(b))) {
      add(
          s,
          "%s = (%s) ? (__typeof__(%s))(%s) : (__typeof__(%s))(%s);"
              .formatted(
                  name(a),
                  condition(s),
                  name(a),
                  source.text(a.first() + 2, a.last() - 1),
                  name(a),
                  source.text(b.first() + 2, b.last() - 1)));
    } else if (effect(a).isPresent() && effect(b).isPresent()) {
      add(
          s,
          "(%s) ? (void)(%s) : (void)(%s);"
              .formatted(condition(s), effect(a).get(), effect(b).get()));
    }
  }

  /// `if (c) return a; return b;`
  private void earlyReturns(Statement block) {
    for (int i = 0; i + 1 < block.inner().size(); i++) {
      Statement s = block.inner().get(i);
      Statement last = block.inner().get(i + 1);
      if (s.kind() == Statement.Kind.IF
          && s.inner().size() == 1
          && last.kind() == Statement.Kind.RETURN
          && last.first() == s.last() + 1) {
        only(s.inner().getFirst())
            .filter(then -> then.kind() == Statement.Kind.RETURN)
            .flatMap(then -> returned(then, last))
            .ifPresent(
                values ->
                    found.add(
                        source.rewrite(
                            Kind.TERNARY,
                            "?: for two returns " + source.at(s.first()),
                            List.of(
                                new Edit(
                                    s.first(),
                                    last.last(),
                                    "return (%s) ? %s;".formatted(condition(s), values))))));
      }
    }
  }

  /// `x = c ? a : b;` becomes an `if`.
  private void assignment(Statement s) {
    if (!assigns(s)) {
      return;
    }
    int last = s.last() - 1;
    List<Integer> at = source.outside(s.first() + 2, last, "?", ":");
    if (at.size() == 2 && at.get(1) > at.get(0) + 1) {
      String condition = source.text(s.first() + 2, at.get(0) - 1);
      String a = source.text(at.get(0) + 1, at.get(1) - 1);
      String b = source.text(at.get(1) + 1, last);
      String type = "__typeof__((%s) ? (%s) : (%s))".formatted(condition, a, b);
      found.add(
          source.rewrite(
              Kind.TERNARY,
              "if for ?:",
              s,
              "if (%s) { %s = (%s)(%s); } else { %s = (%s)(%s); }"
                  .formatted(condition, name(s), type, a, name(s), type, b)));
    }
  }

  private Optional<String> returned(Statement a, Statement b) {
    String type = source.locals().result();
    if (a.last() - a.first() < 2 || b.last() - b.first() < 2) {
      return Optional.empty();
    }
    return Optional.of(
        "(%s)(%s) : (%s)(%s)"
            .formatted(
                type,
                source.text(a.first() + 1, a.last() - 1),
                type,
                source.text(b.first() + 1, b.last() - 1)));
  }

  private boolean assigns(Statement s) {
    return s.kind() == Statement.Kind.EXPRESSION
        && source.is(s.first() + 1, "=")
        && source.locals().type(name(s)).isPresent()
        && !source.has(s, "{")
        && source.outside(s.first(), s.last(), ",").isEmpty();
  }

  private Optional<String> effect(Statement s) {
    boolean expression = s.kind() == Statement.Kind.EXPRESSION && !source.locals().declaring(s);
    return expression ? Optional.of(source.text(s.first(), s.last() - 1)) : Optional.empty();
  }

  /// {@return the statement, or the only one in a block}
  private Optional<Statement> only(Statement s) {
    if (s.kind() != Statement.Kind.BLOCK) {
      return Optional.of(s);
    }
    return s.inner().size() == 1
            && s.inner().getFirst().first() == s.first() + 1
            && s.inner().getFirst().last() == s.last() - 1
        ? only(s.inner().getFirst())
        : Optional.empty();
  }

  private String condition(Statement s) {
    return source.text(s.open() + 1, s.close() - 1);
  }

  private String name(Statement s) {
    return source.token(s.first()).text();
  }

  private void add(Statement s, String now) {
    found.add(source.rewrite(Kind.TERNARY, "?: for if", s, now));
  }
}
