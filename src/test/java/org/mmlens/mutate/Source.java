package org.mmlens.mutate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.mmlens.mutate.Rewrite.Kind;
import org.mmlens.surface.scan.FunctionText;
import org.mmlens.surface.scan.FunctionText.Sort;
import org.mmlens.surface.scan.FunctionText.Token;

/// A function that is rewritten: its tokens, its statements, and what can be said of a range of
/// them.
final class Source {

  private final FunctionText text;
  private final String function;
  private final Statement body;
  private final Locals locals;

  private Source(FunctionText text, String function) {
    this.text = text;
    this.function = function;
    this.body = new StatementReader(text.tokens()).body();
    this.locals = new Locals(text.tokens(), body);
  }

  /// Tokens that become something else.
  record Edit(int first, int last, String now) {}

  /// {@return the function; empty if the file does not define it, or if its body is cut by
  /// directives}
  static Optional<Source> of(String path, byte[] bytes, String function) {
    return FunctionText.of(path, bytes, function)
        .map(text -> new Source(text, function))
        .filter(s -> s.body.last() > s.body.first() && !s.cut());
  }

  private boolean cut() {
    return text(0, text.tokens().size() - 1).lines().anyMatch(l -> l.strip().startsWith("#"));
  }

  String function() {
    return function;
  }

  String file() {
    return text.file();
  }

  Statement body() {
    return body;
  }

  Locals locals() {
    return locals;
  }

  Token token(int i) {
    return text.tokens().get(i);
  }

  boolean is(int i, String spelling) {
    return i >= 0 && i < text.tokens().size() && token(i).is(spelling);
  }

  boolean name(int i) {
    return i >= 0
        && i < text.tokens().size()
        && token(i).sort() == Sort.IDENTIFIER
        && !token(i).is("return");
  }

  /// Whether a name belongs to a struct, to a label or to a tag and not to a variable.
  boolean foreign(int i) {
    return is(i - 1, ".")
        || is(i - 1, "->")
        || is(i - 1, "goto")
        || is(i - 1, "struct")
        || is(i - 1, "union")
        || is(i - 1, "enum");
  }

  String text(int first, int last) {
    return text.file().substring(token(first).start(), token(last).end());
  }

  String text(Statement s) {
    return text(s.first(), s.last());
  }

  /// Braces, lest an `else` finds another `if`.
  String block(Statement s) {
    return "{ " + text(s) + " }";
  }

  boolean has(int first, int last, String... spellings) {
    return IntStream.rangeClosed(first, last)
        .anyMatch(i -> List.of(spellings).contains(token(i).text()));
  }

  boolean has(Statement s, String... spellings) {
    return has(s.first(), s.last(), spellings);
  }

  boolean literal(int first, int last) {
    return IntStream.rangeClosed(first, last).anyMatch(i -> token(i).sort() == Sort.LITERAL);
  }

  /// {@return where punctuators stand in a range outside of all brackets}
  List<Integer> outside(int first, int last, String... spellings) {
    List<Integer> found = new ArrayList<>();
    int depth = 0;
    for (int i = first; i <= last; i++) {
      switch (token(i).text()) {
        case "(", "[", "{" -> depth++;
        case ")", "]", "}" -> depth--;
        default -> {
          if (depth == 0 && List.of(spellings).contains(token(i).text())) {
            found.add(i);
          }
        }
      }
    }
    return found;
  }

  /// {@return the bracket that closes the one at a place}
  int closing(int open) {
    return new StatementReader(text.tokens()).closing(open);
  }

  /// {@return the arguments of a call, each with its first and last token}
  List<int[]> arguments(int open) {
    int close = closing(open);
    List<int[]> found = new ArrayList<>();
    int from = open + 1;
    for (int comma : outside(open + 1, close - 1, ",")) {
      found.add(new int[] {from, comma - 1});
      from = comma + 1;
    }
    if (close > from) {
      found.add(new int[] {from, close - 1});
    }
    return found;
  }

  /// Calls a function with every statement, outer ones first.
  void each(Consumer<Statement> visitor) {
    each(body, visitor);
  }

  private static void each(Statement s, Consumer<Statement> visitor) {
    visitor.accept(s);
    s.inner().forEach(inner -> each(inner, visitor));
  }

  /// {@return the ranges whose value only counts as true or false}
  List<int[]> conditions() {
    List<int[]> found = new ArrayList<>();
    each(
        s -> {
          if (s.kind() == Statement.Kind.IF || is(s.first(), "while")) {
            found.add(new int[] {s.open() + 1, s.close() - 1});
          } else if (s.kind() == Statement.Kind.LOOP && is(s.first(), "do")) {
            int open = s.inner().getFirst().last() + 2;
            found.add(new int[] {open + 1, closing(open) - 1});
          }
        });
    return found;
  }

  /// {@return a name that the file does not use}
  String fresh(String stem) {
    String name = stem;
    for (int n = 2; text.file().contains(name); n++) {
      name = stem + "_" + n;
    }
    return name;
  }

  String at(int token) {
    return "at line " + token(token).line();
  }

  Rewrite rewrite(Kind kind, String what, List<Edit> edits) {
    return new Rewrite(kind, function + "(): " + what, edited(edits));
  }

  Rewrite rewrite(Kind kind, String what, Statement s, String now) {
    return rewrite(kind, what + " " + at(s.first()), List.of(new Edit(s.first(), s.last(), now)));
  }

  /// {@return a rewrite that also puts text before the function}
  Rewrite rewrite(Kind kind, String what, String before, List<Edit> edits) {
    int start = token(0).start();
    String file = edited(edits);
    return new Rewrite(
        kind,
        function + "(): " + what,
        file.substring(0, start) + before + "\n\n" + file.substring(start));
  }

  private String edited(List<Edit> edits) {
    var file = new StringBuilder(text.file());
    edits.stream()
        .sorted(Comparator.comparingInt(Edit::first).reversed())
        .forEach(e -> file.replace(token(e.first()).start(), token(e.last()).end(), e.now()));
    return file.toString();
  }

  /// {@return a range with some of its tokens replaced}
  String with(int first, int last, List<Edit> edits) {
    int start = token(first).start();
    var range = new StringBuilder(text(first, last));
    edits.stream()
        .sorted(Comparator.comparingInt(Edit::first).reversed())
        .forEach(
            e ->
                range.replace(
                    token(e.first()).start() - start, token(e.last()).end() - start, e.now()));
    return range.toString();
  }
}
