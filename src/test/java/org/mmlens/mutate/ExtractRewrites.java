package org.mmlens.mutate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mmlens.mutate.Rewrite.Kind;
import org.mmlens.mutate.Source.Edit;

/// Statements, two at the most, and conditions become functions. They get the local variables by
/// address.
final class ExtractRewrites {

  private final Source source;
  private final List<Rewrite> found = new ArrayList<>();

  ExtractRewrites(Source source) {
    this.source = source;
  }

  List<Rewrite> all() {
    if (!source.locals().plain()) {
      return List.of();
    }
    source.each(
        s -> {
          if (s.kind() == Statement.Kind.IF) {
            condition(s);
          }
          if (s.kind() == Statement.Kind.BLOCK) {
            statements(s.inner());
          }
        });
    return found;
  }

  private void statements(List<Statement> all) {
    for (int i = 0; i < all.size(); i++) {
      Statement a = all.get(i);
      if (whole(a)) {
        statements(a, a);
        if (i + 1 < all.size() && whole(all.get(i + 1)) && all.get(i + 1).first() == a.last() + 1) {
          statements(a, all.get(i + 1));
        }
      }
    }
  }

  private boolean whole(Statement s) {
    boolean movable =
        s.kind() == Statement.Kind.IF
            || s.kind() == Statement.Kind.EXPRESSION && !source.locals().declaring(s);
    return movable && sure(s.first(), s.last());
  }

  /// Whether a range leaves by its end only, and declares nothing.
  private boolean sure(int first, int last) {
    boolean leaves =
        source.has(first, last, "return", "goto", "break", "continue", "case", "asm", "__func__");
    boolean declares = false;
    for (int i = first; i < last; i++) {
      declares |= source.is(i, "{") && source.is(i - 1, "(");
      declares |= source.name(i) && source.name(i + 1) && !source.is(i, "else");
    }
    return !leaves && !declares;
  }

  private void statements(Statement a, Statement b) {
    variables(a.first(), b.last())
        .ifPresent(
            types -> {
              String name = source.fresh("extracted");
              String inside = inside(a.first(), b.last(), types);
              found.add(
                  source.rewrite(
                      Kind.EXTRACT,
                      "function for lines %d to %d"
                          .formatted(source.token(a.first()).line(), source.token(b.last()).line()),
                      "static void %s(%s)\n{\n\t%s\n}".formatted(name, parameters(types), inside),
                      List.of(
                          new Edit(a.first(), b.last(), name + "(" + arguments(types) + ");"))));
            });
  }

  private void condition(Statement s) {
    int first = s.open() + 1;
    int last = s.close() - 1;
    if (sure(first, last)) {
      variables(first, last)
          .ifPresent(
              types -> {
                String name = source.fresh("extracted");
                String inside = inside(first, last, types);
                found.add(
                    source.rewrite(
                        Kind.EXTRACT,
                        "function for condition " + source.at(first),
                        "static bool %s(%s)\n{\n\treturn %s;\n}"
                            .formatted(name, parameters(types), inside),
                        List.of(new Edit(first, last, name + "(" + arguments(types) + ")"))));
              });
    }
  }

  /// {@return the local variables in a range with their types; empty if one is not sure}
  private Optional<Map<String, String>> variables(int first, int last) {
    Map<String, String> types = new LinkedHashMap<>();
    for (int i = first; i <= last; i++) {
      String name = source.token(i).text();
      if (source.name(i) && !source.foreign(i) && source.locals().names().contains(name)) {
        Optional<String> type = source.locals().type(name);
        if (type.isEmpty()) {
          return Optional.empty();
        }
        types.put(name, type.get());
      }
    }
    return Optional.of(types);
  }

  private String inside(int first, int last, Map<String, String> types) {
    List<Edit> edits = new ArrayList<>();
    for (int i = first; i <= last; i++) {
      String name = source.token(i).text();
      if (source.name(i) && !source.foreign(i) && types.containsKey(name)) {
        edits.add(new Edit(i, i, "(*" + name + ")"));
      }
    }
    return source.with(first, last, edits);
  }

  private static String parameters(Map<String, String> types) {
    return types.isEmpty()
        ? "void"
        : types.entrySet().stream()
            .map(e -> e.getValue() + " *" + e.getKey())
            .collect(Collectors.joining(", "));
  }

  private static String arguments(Map<String, String> types) {
    return types.keySet().stream().map(n -> "&" + n).collect(Collectors.joining(", "));
  }
}
