package org.mmlens.mutate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mmlens.mutate.Rewrite.Kind;
import org.mmlens.mutate.Source.Edit;

/// A function stands where a statement called it: `f(a);`, `x = f(a);`, `return f(a);` and `if
/// (f(a))`. Arguments are evaluated outside of its scope, `return` jumps behind its body.
final class InlineRewrites {

  private final Source source;
  private final String path;
  private final Set<String> candidates;
  private final List<Rewrite> found = new ArrayList<>();

  /// @param candidates functions of the file that are compiled
  InlineRewrites(Source source, String path, Set<String> candidates) {
    this.source = source;
    this.path = path;
    this.candidates = candidates;
  }

  List<Rewrite> all() {
    source.each(
        s -> {
          switch (s.kind()) {
            case EXPRESSION -> {
              boolean assigns =
                  source.is(s.first() + 1, "=")
                      && source.locals().type(source.token(s.first()).text()).isPresent();
              int call = assigns ? s.first() + 2 : s.first();
              String use = assigns ? source.token(s.first()).text() + " = %s;" : ";";
              call(s, call, s.last(), use);
            }
            case RETURN -> call(s, s.first() + 1, s.last(), "return %s;");
            case IF ->
                call(
                    s,
                    s.open() + 1,
                    s.close(),
                    "if (%s) " + source.text(s.close() + 1, s.last()).replace("%", "%%"));
            case BLOCK, LOOP, DECLARATION, JUMP, EMPTY -> {
              // calls in these are left alone
            }
          }
        });
    return found;
  }

  /// @param end the token behind the call
  /// @param use what is done with the result, as a format
  private void call(Statement s, int call, int end, String use) {
    String name = source.token(call).text();
    if (!candidates.contains(name)
        || name.equals(source.function())
        || !source.is(call + 1, "(")
        || source.closing(call + 1) != end - 1) {
      return;
    }
    callee(name)
        .flatMap(callee -> body(callee, source.arguments(call + 1), use))
        .ifPresent(now -> found.add(source.rewrite(Kind.INLINE, name + "() inlined", s, now)));
  }

  private Optional<Source> callee(String name) {
    return Source.of(path, source.file().getBytes(StandardCharsets.ISO_8859_1), name)
        .filter(c -> c.locals().plain())
        .filter(c -> !c.has(c.body(), name, "goto", "static", "asm", "__func__"))
        .filter(c -> !captured(c));
  }

  /// Whether a global name in the callee means a variable of the caller there.
  private boolean captured(Source callee) {
    for (int i = callee.body().first(); i <= callee.body().last(); i++) {
      String name = callee.token(i).text();
      if (callee.name(i)
          && !callee.foreign(i)
          && !callee.locals().names().contains(name)
          && source.locals().names().contains(name)) {
        return true;
      }
    }
    return false;
  }

  private Optional<String> body(Source callee, List<int[]> arguments, String use) {
    List<String> parameters = callee.locals().parameters();
    String type = callee.locals().result();
    boolean nothing = type.equals("void");
    if (parameters.size() != arguments.size() || nothing && use.contains("%s")) {
      return Optional.empty();
    }
    String result = source.fresh("result_of");
    String end = source.fresh("end_of");
    var outside = new StringBuilder("{ ");
    var inside = new StringBuilder("{ ");
    if (!nothing) {
      outside.append("%s %s; ".formatted(type, result));
    }
    for (int i = 0; i < parameters.size(); i++) {
      String parameter = parameters.get(i);
      Optional<String> itsType = callee.locals().type(parameter);
      if (itsType.isEmpty()) {
        return Optional.empty();
      }
      int[] a = arguments.get(i);
      String given = source.fresh("given_" + parameter);
      outside.append("%s %s = %s; ".formatted(itsType.get(), given, source.text(a[0], a[1])));
      inside.append("%s %s = %s; ".formatted(itsType.get(), parameter, given));
    }
    List<Edit> returns = new ArrayList<>();
    callee.each(
        s -> {
          if (s.kind() == Statement.Kind.RETURN) {
            String value = nothing ? "" : result + " = " + callee.text(s.first() + 1, s.last() - 1);
            returns.add(new Edit(s.first(), s.last(), "{ %s; goto %s; }".formatted(value, end)));
          }
        });
    if (!nothing && callee.has(callee.body(), "return") == returns.isEmpty()) {
      return Optional.empty();
    }
    String own = callee.with(callee.body().first(), callee.body().last(), returns);
    return Optional.of(
        "%s%s%s } %s: ; %s }".formatted(outside, inside, own, end, use.formatted(result)));
  }
}
