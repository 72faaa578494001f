package org.mmlens.surface.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mmlens.diag.Position;
import org.mmlens.surface.scan.Entity.Linkage;
import org.mmlens.surface.scan.Entity.Role;
import org.mmlens.surface.scan.Entity.Shape;

/// Turns the tokens of one external declaration (C11 §6.7, §6.9) into entities.
final class DeclarationReader {

  /// Tokens that belong to an entity.
  ///
  /// @param entity the entity
  /// @param first its first token
  /// @param last its last token
  record Extent(Entity entity, int first, int last) {}

  private final String path;
  private final Tokens tokens;
  private final Conditions conditions;
  private final Docs docs;
  private final List<Extent> extents = new ArrayList<>();
  private final List<Export> exports = new ArrayList<>();

  DeclarationReader(String path, Lexer.Lexed file, Conditions conditions) {
    this.path = path;
    this.tokens = file.tokens();
    this.conditions = conditions;
    this.docs = new Docs(file);
  }

  List<Entity> entities() {
    return extents.stream().map(Extent::entity).toList();
  }

  List<Extent> extents() {
    return extents;
  }

  List<Export> exports() {
    return exports;
  }

  /// {@return whether a brace behind these tokens opens a function body}
  boolean functionHeader(Pending pending) {
    Specifiers specifiers = Specifiers.of(pending);
    Pending rest = specifiers.rest();
    if (rest.isEmpty() || contains(rest, '=')) {
      return false;
    }
    return nameOfFunction(rest) >= 0 || macroUse(pending);
  }

  private static boolean contains(Pending items, char punctuator) {
    return IntStream.range(0, items.size()).anyMatch(i -> items.is(i, punctuator));
  }

  /// {@return whether the tokens are `MACRO(…)`, perhaps behind `static`}
  boolean macroUse(Pending pending) {
    Pending rest = Specifiers.of(pending).rest();
    return rest.size() > 2
        && rest.word(0)
        && !Words.basicType(rest.text(0))
        && rest.is(1, '(')
        && !rest.is(2, '*')
        && rest.behind(1) == rest.size();
  }

  /// The first word with an argument list that no type can follow (C11 §6.7.6).
  ///
  /// @return the item; negative where nothing is declared to be a function
  static int nameOfFunction(Pending rest) {
    for (int i = 0; i < rest.size(); i++) {
      if (rest.is(i, '=')) {
        return -1;
      }
      int behind = rest.is(i, '(') || rest.is(i, '[') ? rest.behind(i) : i + 1;
      if (!rest.is(i, '(')) {
        i = behind - 1;
        continue;
      }
      boolean typeFollows = rest.word(behind) || rest.is(behind, '*');
      if (rest.is(i + 1, '*')) {
        return innerFunction(rest, i);
      }
      if (i > 1 && rest.word(i - 1) && !typeFollows && !rest.text(i - 1).contains("typeof")) {
        return i - 1;
      }
      i = behind - 1;
    }
    return -1;
  }

  /// In `void (*signal(int))(int)` the name is inside.
  private static int innerFunction(Pending rest, int open) {
    int name = open + 2;
    while (rest.is(name, '*')) {
      name++;
    }
    return rest.word(name) && rest.is(name + 1, '(') ? name : -1;
  }

  void function(Pending header, int open, int close, Condition condition) {
    Specifiers specifiers = Specifiers.of(header);
    Pending rest = specifiers.rest();
    if (macroUse(header)) {
      macroFunction(specifiers, header, open, close, condition);
      return;
    }
    int name = nameOfFunction(rest);
    addFunction(header, specifiers, name, new Body(open, close, condition));
  }

  /// @param open its brace
  /// @param close the brace that closes it
  /// @param condition what holds where it begins
  private record Body(int open, int close, Condition condition) {}

  private void addFunction(Pending header, Specifiers specifiers, int name, Body body) {
    Pending rest = specifiers.rest();
    String text = rest.text(name);
    var shape =
        new Shape(
            callable(rest, name),
            List.of(),
            Bodies.text(tokens, body.open(), body.close(), text),
            specifiers.attributes(),
            docs.above(tokens.line(header.token(0)), text));
    add(
        specifiers.functionKind(),
        rest.token(name),
        Role.DEFINITION,
        specifiers.linkage(),
        shape,
        new Span(header.token(0), body.close(), body.condition()));
  }

  private static Signature callable(Pending rest, int name) {
    int open = name + 1;
    int close = rest.behind(open) - 1;
    Pending result = rest.slice(0, name);
    String type = DeclaratorReader.declarator(result).toString();
    return new Signature.Callable(
        type, DeclaratorReader.parameters(rest.slice(open + 1, Math.max(open + 1, close))));
  }

  private void macroFunction(
      Specifiers specifiers, Pending header, int open, int close, Condition condition) {
    Pending rest = specifiers.rest();
    if (!rest.word(2) || Words.basicType(rest.text(2))) {
      return;
    }
    String macro = rest.text(0);
    String name = KnownMacros.functionName(macro, rest.text(2));
    List<String> attributes = new ArrayList<>(specifiers.attributes());
    attributes.add(macro);
    var shape =
        new Shape(
            new Signature.Callable("", DeclaratorReader.parameters(rest.slice(4, rest.size() - 1))),
            List.of(),
            Bodies.text(tokens, open, close, name),
            attributes,
            docs.above(tokens.line(header.token(0)), name));
    Place place = place(rest.token(2), new Span(header.token(0), close, condition));
    Entity entity =
        new Entity(Kind.FUNCTION, name, Role.DEFINITION, specifiers.linkage(), place, shape);
    extents.add(new Extent(entity, header.token(0), close));
  }

  /// Tokens and condition of a whole declaration.
  private record Span(int first, int last, Condition condition) {}

  void declaration(Pending pending, int last) {
    if (pending.isEmpty()) {
      return;
    }
    var span = new Span(pending.token(0), last, conditions.now());
    Specifiers specifiers = Specifiers.of(pending);
    Pending rest = specifiers.rest();
    if (rest.isEmpty()) {
      return;
    }
    if (rest.word(0) && rest.is(1, '(') && !rest.is(2, '*') && macroLike(rest)) {
      macroDeclaration(specifiers, span);
      return;
    }
    rest = aggregate(specifiers, span);
    if (specifiers.typedef()) {
      typedef(rest, span);
    } else {
      declarators(specifiers, rest, span);
    }
  }

  private static boolean macroLike(Pending rest) {
    int behind = rest.behind(1);
    return !Words.basicType(rest.text(0))
        && !rest.text(0).contains("typeof")
        && (behind == rest.size() || rest.is(behind, '='));
  }

  private void macroDeclaration(Specifiers specifiers, Span span) {
    Pending rest = specifiers.rest();
    String macro = rest.text(0);
    List<Pending> arguments = KnownMacros.arguments(rest);
    KnownMacros.export(macro, arguments, place(rest.token(0), span)).ifPresent(exports::add);
    int named = Words.definedArgument(macro);
    if (named >= 0 && named < arguments.size() && arguments.get(named).word(0)) {
      Role role =
          specifiers.external() || Words.declaresOnly(macro) ? Role.DECLARATION : Role.DEFINITION;
      String type =
          named == 1 ? DeclaratorReader.declarator(arguments.getFirst()).toString() : macro;
      var shape =
          new Shape(new Signature.Plain(type), List.of(), "", List.of(macro), Optional.empty());
      add(Kind.VARIABLE, arguments.get(named).token(0), role, specifiers.linkage(), shape, span);
    }
  }

  /// Reads a structure, union or enumeration with members, if there is one.
  ///
  /// @return the items with its members taken out
  private Pending aggregate(Specifiers specifiers, Span span) {
    Pending rest = specifiers.rest();
    for (int i = 0; i + 1 < rest.size() && !rest.is(i, '='); i++) {
      int brace =
          rest.group(i + 1)
              ? i + 1
              : rest.word(i + 1) && i + 2 < rest.size() && rest.group(i + 2) ? i + 2 : -1;
      if (brace > 0 && rest.word(i) && rest.text(i).matches("struct|union|enum")) {
        Optional<Integer> tag = brace == i + 2 ? Optional.of(rest.token(i + 1)) : Optional.empty();
        members(rest.text(i), tag, rest, brace, span);
        Pending without = rest.slice(0, brace);
        for (int j = brace + 1; j < rest.size(); j++) {
          without.addGroup(rest.token(j), rest.closing(j));
        }
        if (brace == i + 1) {
          without.addGroup(rest.token(brace), rest.closing(brace));
        }
        return brace == i + 1 ? rest : without;
      }
    }
    return rest;
  }

  private void members(String word, Optional<Integer> tag, Pending rest, int brace, Span span) {
    int open = rest.token(brace);
    int close = rest.closing(brace);
    Kind kind = word.equals("struct") ? Kind.STRUCT : word.equals("union") ? Kind.UNION : Kind.ENUM;
    var reader = new MemberReader(tokens, open + 1, close);
    if (kind == Kind.ENUM) {
      for (MemberReader.Enumerator constant : reader.enumerators()) {
        var shape =
            new Shape(
                new Signature.Plain(""), List.of(), constant.value(), List.of(), Optional.empty());
        var own = new Span(constant.token(), constant.token(), span.condition());
        add(Kind.ENUMERATOR, constant.token(), Role.DEFINITION, Linkage.INTERNAL, shape, own);
      }
    }
    if (tag.isPresent()) {
      String name = tokens.text(tag.get());
      List<Parameter> members = kind == Kind.ENUM ? List.of() : reader.members();
      var shape =
          new Shape(
              new Signature.Plain(""),
              members,
              Bodies.text(tokens, open, close, name),
              List.of(),
              docs.above(tokens.line(span.first()), name));
      add(kind, tag.get(), Role.DEFINITION, Linkage.INTERNAL, shape, span);
    }
  }

  private void typedef(Pending rest, Span span) {
    int name = DeclaratorReader.functionPointer(rest);
    if (name < 0) {
      name = nameOfFunction(rest);
    }
    if (name < 0) {
      name = DeclaratorReader.nameItem(rest);
    }
    if (name >= 0) {
      var shape =
          new Shape(
              new Signature.Plain(DeclaratorReader.declarator(rest).type()),
              List.of(),
              "",
              List.of(),
              docs.above(tokens.line(span.first()), rest.text(name)));
      add(Kind.TYPEDEF, rest.token(name), Role.DEFINITION, Linkage.INTERNAL, shape, span);
    }
  }

  private void declarators(Specifiers specifiers, Pending rest, Span span) {
    int function = nameOfFunction(rest);
    if (function >= 0) {
      prototype(specifiers, rest, function, span);
      return;
    }
    Pending base = new Pending(tokens);
    int start = 0;
    for (int i = 0; i <= rest.size(); i++) {
      if (i == rest.size() || rest.is(i, ',')) {
        Pending one = joined(base, rest.slice(start, i));
        variable(specifiers, one, span);
        base = start == 0 ? specifiersOf(rest.slice(0, i)) : base;
        start = i + 1;
      } else if (rest.is(i, '(') || rest.is(i, '[')) {
        i = rest.behind(i) - 1;
      }
    }
  }

  private static Pending joined(Pending base, Pending declarator) {
    Pending all = base.slice(0, base.size());
    for (int i = 0; i < declarator.size(); i++) {
      all.addGroup(declarator.token(i), declarator.closing(i));
    }
    return all;
  }

  /// {@return the part of the first declarator that the next ones share}
  private static Pending specifiersOf(Pending first) {
    int name = DeclaratorReader.nameItem(first);
    int end = Math.max(0, name);
    while (end > 0 && first.is(end - 1, '*')) {
      end--;
    }
    return first.slice(0, end);
  }

  private void prototype(Specifiers specifiers, Pending rest, int name, Span span) {
    var shape =
        new Shape(
            callable(rest, name),
            List.of(),
            "",
            specifiers.attributes(),
            docs.above(tokens.line(span.first()), rest.text(name)));
    add(
        specifiers.functionKind(),
        rest.token(name),
        Role.DECLARATION,
        specifiers.linkage(),
        shape,
        span);
  }

  private void variable(Specifiers specifiers, Pending items, Span span) {
    int name = DeclaratorReader.nameItem(items);
    if (name < 1) {
      return;
    }
    int initialiser = 0;
    while (initialiser < items.size() && !items.is(initialiser, '=')) {
      initialiser++;
    }
    boolean initialised = initialiser < items.size();
    Role role = specifiers.external() && !initialised ? Role.DECLARATION : Role.DEFINITION;
    String body =
        initialised
            ? Bodies.text(
                tokens, items.token(initialiser), items.closing(items.size() - 1), items.text(name))
            : "";
    var shape =
        new Shape(
            new Signature.Plain(DeclaratorReader.declarator(items.slice(0, initialiser)).type()),
            List.of(),
            body,
            specifiers.attributes(),
            Optional.empty());
    add(Kind.VARIABLE, items.token(name), role, specifiers.linkage(), shape, span);
  }

  /// Reads a `#define`.
  ///
  /// `#define f f` only says that `f` exists, and a guard says nothing.
  void macro(int directive, int end) {
    int name = directive + 1;
    if (name >= end || !tokens.isIdentifier(name)) {
      return;
    }
    int body = name + 1;
    Signature signature = new Signature.Plain("");
    boolean callable = tokens.is(body, '(') && tokens.start(body) == endOf(name);
    if (callable) {
      List<Parameter> parameters = new ArrayList<>();
      for (body++; body < end && !tokens.is(body, ')'); body++) {
        if (!tokens.is(body, ',')) {
          parameters.add(new Parameter("", tokens.text(body)));
        }
      }
      body++;
      signature = new Signature.Callable("", parameters);
    }
    String text = tokens.text(name);
    String replacement = body < end ? Bodies.text(tokens, body, end - 1, text) : "";
    boolean marker = replacement.equals("@") || body >= end && text.matches("_*[A-Z0-9_]*_H_*");
    if (!marker) {
      var shape =
          new Shape(
              signature,
              List.of(),
              replacement,
              List.of(),
              docs.above(tokens.line(directive), text));
      var span = new Span(directive, end, conditions.now());
      add(Kind.MACRO, name, Role.DEFINITION, Linkage.INTERNAL, shape, span);
    }
  }

  private int endOf(int token) {
    return tokens.start(token) + tokens.text(token).length();
  }

  private void add(Kind kind, int name, Role role, Linkage linkage, Shape shape, Span span) {
    Entity entity = new Entity(kind, tokens.text(name), role, linkage, place(name, span), shape);
    extents.add(new Extent(entity, span.first(), span.last()));
  }

  private Place place(int name, Span span) {
    var at = new Position(path, tokens.line(name), tokens.column(name));
    return new Place(at, tokens.line(span.first()), tokens.line(span.last()), span.condition());
  }
}
