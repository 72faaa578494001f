package org.mmlens.surface.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.mmlens.diag.Position;
import org.mmlens.surface.scan.DeclarationReader.Extent;
import org.mmlens.surface.scan.Use.Manner;

/// Finds the places of a file that name a symbol without declaring it.
///
/// Names of members, of labels' targets, and of locals and parameters that hide the symbol in their
/// function are told apart by the tokens around them.
final class UseFinder {

  private static final Set<String> STATEMENT_WORDS =
      Set.of("return", "else", "case", "goto", "do", "sizeof", "in", "typeof", "__typeof__");

  private final String path;
  private final Tokens tokens;
  private final List<Extent> extents;
  private final Conditions conditions;
  private final Set<Position> declared = new HashSet<>();

  UseFinder(String path, Tokens tokens, DeclarationReader declarations) {
    this.path = path;
    this.tokens = tokens;
    this.extents =
        declarations.extents().stream()
            .sorted(Comparator.comparingInt(Extent::first).thenComparingInt(e -> -e.last()))
            .toList();
    this.conditions = new Conditions(tokens, FileScanner.guard(tokens));
    extents.forEach(extent -> declared.add(extent.entity().place().at()));
  }

  List<Use> find(Set<String> names) {
    List<Use> uses = new ArrayList<>();
    Set<String> hidden = new HashSet<>();
    for (int token = 0; token < tokens.count(); token++) {
      if (tokens.kind(token) == Tokens.DIRECTIVE) {
        conditions.follow(token, FileScanner.endOfDirective(tokens, token));
      }
      if (tokens.kind(token) != Tokens.IDENTIFIER) {
        continue;
      }
      String name = tokens.text(token);
      if (names.contains(name)) {
        use(name, token, hidden).ifPresent(uses::add);
      }
    }
    return uses.stream()
        .filter(
            use ->
                use.manner() == Manner.MEMBER
                    || !hidden.contains(use.around().name() + " " + use.name()))
        .toList();
  }

  private Optional<Use> use(String name, int token, Set<String> hidden) {
    var at = new Position(path, tokens.line(token), tokens.column(token));
    if (declared.contains(at) || conditionalOperand(token)) {
      return Optional.empty();
    }
    Optional<Extent> around = around(token);
    if (around.isPresent() && parameterOfPrototype(around.get(), token)) {
      return Optional.empty();
    }
    String inside = around.map(extent -> extent.entity().name()).orElse("");
    Kind kind = around.map(extent -> extent.entity().kind()).orElse(Kind.VARIABLE);
    Manner manner = manner(token);
    if (manner != Manner.MEMBER && declaresLocal(token)) {
      if (!inside.isEmpty()) {
        hidden.add(inside + " " + name);
      }
      return Optional.empty();
    }
    var arguments = manner == Manner.CALL ? OptionalInt.of(arguments(token)) : OptionalInt.empty();
    String structure =
        manner == Manner.MEMBER && around.isPresent() ? structure(token - 2, around.get()) : "";
    return Optional.of(
        new Use(
            name,
            manner,
            at,
            new Use.Around(inside, kind, conditions.now()),
            arguments,
            structure));
  }

  /// `#ifdef NAME`, `#ifndef NAME`, `#undef NAME` and `defined(NAME)` ask, they do not use.
  private boolean conditionalOperand(int token) {
    int before = tokens.is(token - 1, '(') ? token - 2 : token - 1;
    if (before < 0) {
      return false;
    }
    boolean directive =
        tokens.kind(token - 1) == Tokens.DIRECTIVE && !tokens.is(token - 1, "define");
    return directive || tokens.is(before, "defined");
  }

  private Optional<Extent> around(int token) {
    int low = 0;
    int high = extents.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (extents.get(middle).first() <= token) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    for (int i = low - 1; i >= Math.max(0, low - 64); i--) {
      if (extents.get(i).last() >= token) {
        return Optional.of(extents.get(i));
      }
    }
    return Optional.empty();
  }

  /// The name of a parameter in a prototype names nothing.
  private boolean parameterOfPrototype(Extent extent, int token) {
    Entity entity = extent.entity();
    return !entity.definition()
        && entity.kind().callable()
        && (tokens.is(token + 1, ',') || tokens.is(token + 1, ')'))
        && !tokens.is(token - 1, "struct");
  }

  private Manner manner(int token) {
    if (tokens.is(token - 1, "->") || tokens.is(token - 1, '.')) {
      return Manner.MEMBER;
    }
    if (tokens.is(token - 1, '(')
        && tokens.isIdentifier(token - 2)
        && tokens.text(token - 2).startsWith("EXPORT_")) {
      return Manner.EXPORT;
    }
    return tokens.is(token + 1, '(') ? Manner.CALL : Manner.MENTION;
  }

  /// {@return the tag in the last `struct tag *receiver` before the receiver; empty where there is
  /// none}
  private String structure(int receiver, Extent around) {
    boolean chained = tokens.is(receiver - 1, "->") || tokens.is(receiver - 1, '.');
    if (!tokens.isIdentifier(receiver) || chained) {
      return "";
    }
    String name = tokens.text(receiver);
    for (int i = receiver - 1; i > around.first() + 1; i--) {
      String tag = tokens.is(i, name) ? declaredTag(i, around.first()) : "";
      if (!tag.isEmpty()) {
        return tag;
      }
    }
    return "";
  }

  /// Other declarators may stand between the structure and the name: `struct s *a, *b`.
  private String declaredTag(int name, int first) {
    if (!tokens.is(name - 1, '*') && !tokens.is(name - 2, "struct")) {
      return "";
    }
    for (int i = name - 1; i > first; i--) {
      if (tokens.is(i - 1, "struct") || tokens.is(i - 1, "union")) {
        return tokens.text(i);
      }
      if (!tokens.isIdentifier(i) && !tokens.is(i, '*') && !tokens.is(i, ',')) {
        return "";
      }
    }
    return "";
  }

  private int arguments(int call) {
    int depth = 0;
    int commas = 0;
    for (int i = call + 1; i < tokens.count(); i++) {
      if (tokens.is(i, '(') || tokens.is(i, '{') || tokens.is(i, '[')) {
        depth++;
      } else if (tokens.is(i, ')') || tokens.is(i, '}') || tokens.is(i, ']')) {
        depth--;
      }
      commas += depth == 1 && tokens.is(i, ',') ? 1 : 0;
      if (depth == 0) {
        break;
      }
    }
    return tokens.is(call + 2, ')') ? 0 : commas + 1;
  }

  /// `type name =`, `type *name;` and the like declare a local or a parameter that hides the
  /// symbol.
  private boolean declaresLocal(int token) {
    boolean ends =
        tokens.is(token + 1, '=') && !tokens.is(token + 2, '=')
            || tokens.is(token + 1, ';')
            || tokens.is(token + 1, ',')
            || tokens.is(token + 1, ')')
            || tokens.is(token + 1, '[');
    if (!ends) {
      return false;
    }
    int type = token - 1;
    while (tokens.is(type, '*')) {
      type--;
    }
    if (!tokens.isIdentifier(type) || STATEMENT_WORDS.contains(tokens.text(type))) {
      return false;
    }
    if (type == token - 1) {
      return !tokens.text(type).matches("struct|union|enum");
    }
    return tokens.text(type - 1).matches("struct|union|enum|const|[;{}]")
        || Words.basicType(tokens.text(type));
  }
}
