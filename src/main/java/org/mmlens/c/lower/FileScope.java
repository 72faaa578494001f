package org.mmlens.c.lower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.cdt.core.dom.ast.IASTCompositeTypeSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTDeclSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTEnumerationSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTFunctionDefinition;
import org.eclipse.cdt.core.dom.ast.IASTInitializerClause;
import org.eclipse.cdt.core.dom.ast.IASTNode;
import org.eclipse.cdt.core.dom.ast.IASTProblemDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTSimpleDeclaration;
import org.eclipse.cdt.internal.core.dom.parser.ASTNode;
import org.mmlens.c.parse.StaticAssertion;
import org.mmlens.c.type.CType;
import org.mmlens.c.type.Enumeration;

/// The names that a unit declares outside of functions. Declarations are listed at once and
/// understood when a name is first looked up.
final class FileScope implements Names {
  private final Unit unit;
  private final Map<String, List<Entry>> entries = new LinkedHashMap<>();
  private final Map<String, IASTEnumerationSpecifier> enumerators = new HashMap<>();
  private final Map<String, IASTDeclSpecifier> tagDefinitions = new HashMap<>();
  private final List<IASTDeclaration> others = new ArrayList<>();
  private final Map<String, Symbol> symbols = new HashMap<>();
  private final Map<String, CType> tags = new HashMap<>();

  FileScope(Unit unit, IASTDeclaration[] declarations) {
    this.unit = unit;
    for (IASTDeclaration d : declarations) {
      list(d);
    }
  }

  /// One declaration of a name.
  ///
  /// @param specifier its specifiers
  /// @param declarator its declarator
  /// @param definition the function definition it belongs to
  /// @param offset its place in the unit
  record Entry(
      IASTDeclSpecifier specifier,
      IASTDeclarator declarator,
      Optional<IASTFunctionDefinition> definition,
      int offset) {

    boolean isTypedef() {
      return specifier.getStorageClass() == IASTDeclSpecifier.sc_typedef;
    }

    boolean isStatic() {
      return specifier.getStorageClass() == IASTDeclSpecifier.sc_static;
    }

    /// {@return whether it is a body for inlining only, which another may follow (`gnu_inline`)}
    boolean isSpare() {
      return specifier.isInline() && !isStatic();
    }

    boolean isExtern() {
      return specifier.getStorageClass() == IASTDeclSpecifier.sc_extern;
    }
  }

  private void list(IASTDeclaration d) {
    switch (d) {
      case IASTFunctionDefinition f -> {
        list(f.getDeclSpecifier());
        add(
            TypeNames.name(f.getDeclarator()),
            new Entry(f.getDeclSpecifier(), whole(f), Optional.of(f), offset(f)));
      }
      case IASTSimpleDeclaration s -> {
        list(s.getDeclSpecifier());
        for (IASTDeclarator declarator : s.getDeclarators()) {
          add(
              TypeNames.name(declarator),
              new Entry(s.getDeclSpecifier(), declarator, Optional.empty(), offset(declarator)));
        }
      }
      default -> others.add(d);
    }
  }

  /// {@return the declarator with all its parts: CDT names the one that has the parameters}
  static IASTDeclarator whole(IASTFunctionDefinition f) {
    IASTDeclarator d = f.getDeclarator();
    while (d.getParent() instanceof IASTDeclarator outer) {
      d = outer;
    }
    return d;
  }

  private void add(String name, Entry entry) {
    entries.computeIfAbsent(name, _ -> new ArrayList<>(2)).add(entry);
  }

  private void list(IASTDeclSpecifier spec) {
    switch (spec) {
      case IASTCompositeTypeSpecifier c -> {
        String tag = c.getName().toString();
        if (!tag.isEmpty()) {
          tagDefinitions.putIfAbsent(tag, c);
        }
        for (IASTDeclaration member : c.getMembers()) {
          if (member instanceof IASTSimpleDeclaration s) {
            list(s.getDeclSpecifier());
          }
        }
      }
      case IASTEnumerationSpecifier e -> {
        String tag = e.getName().toString();
        if (!tag.isEmpty()) {
          tagDefinitions.putIfAbsent(tag, e);
        }
        for (var enumerator : e.getEnumerators()) {
          enumerators.putIfAbsent(enumerator.getName().toString(), e);
        }
      }
      default -> {}
    }
  }

  static int offset(IASTNode node) {
    return ((ASTNode) node).getOffset();
  }

  /// {@return whether a name is declared before a place of the unit}
  boolean isDeclaredBefore(String name, int offset) {
    List<Entry> known = entries.get(name);
    if (known != null) {
      return known.getFirst().offset() <= offset;
    }
    IASTEnumerationSpecifier e = enumerators.get(name);
    return e != null && offset(e) <= offset;
  }

  /// {@return the functions defined in this unit, by name}
  Map<String, List<Entry>> entries() {
    return entries;
  }

  /// Lays out the structs that a file defines, so that what is wrong in them is seen.
  void layOut(String path) {
    tagDefinitions.forEach(
        (tag, definition) -> {
          if (unit.parsed().path(definition).equals(path)
              && tag(tag).orElse(null) instanceof org.mmlens.c.type.Record r) {
            try {
              r.layout();
            } catch (Unlowerable _) {
              // Reported where it was found, if it is a mistake.
            }
          }
        });
  }

  /// Checks what declares no name: static assertions, and what is not C.
  void checkOthers(Lowering at) {
    for (IASTDeclaration d : others) {
      if (d instanceof StaticAssertion assertion) {
        at.declarations().check(assertion);
      } else if (d instanceof IASTProblemDeclaration p) {
        at.error("syntax", p, Lowering.problem(p, "declaration"));
      }
    }
  }

  @Override
  public Optional<Symbol> symbol(String name) {
    Symbol known = symbols.get(name);
    if (known == null) {
      known = resolve(name);
      if (known != null) {
        symbols.put(name, known);
      }
    }
    return Optional.ofNullable(known);
  }

  private @org.jspecify.annotations.Nullable Symbol resolve(String name) {
    IASTEnumerationSpecifier e = enumerators.get(name);
    if (e != null) {
      unit.atFile().types().enumeration(e);
      return symbols.get(name);
    }
    List<Entry> known = entries.get(name);
    if (known == null) {
      return null;
    }
    Entry first = known.getFirst();
    try {
      CType type = type(first);
      if (first.isTypedef()) {
        return new Symbol.Typedef(type);
      }
      return type.plain() instanceof CType.Function f
          ? function(name, known, f)
          : object(name, known, type);
    } catch (Unlowerable u) {
      return new Symbol.Broken(u.construct());
    }
  }

  CType type(Entry entry) {
    Lowering at = unit.atFile();
    CType type = at.types().apply(entry.declarator(), at.types().of(entry.specifier()));
    var attributes = Attributes.of(at, entry.declarator());
    if (attributes.has("mode")) {
      throw new Unlowerable("attribute 'mode'");
    }
    if (attributes.has("transparent_union") && type.plain() instanceof org.mmlens.c.type.Record r) {
      r.makeTransparent();
    }
    boolean ownAlign = entry.isTypedef() && attributes.alignment() > 0;
    return ownAlign ? type.aligned(attributes.alignment()) : type;
  }

  private Symbol function(String name, List<Entry> known, CType.Function first) {
    CType.Function type = first;
    boolean isStatic = false;
    boolean noreturn = false;
    Optional<Entry> definition = Optional.empty();
    for (Entry entry : known) {
      isStatic |= entry.isStatic();
      noreturn |= isNoreturn(entry);
      boolean better = definition.isEmpty() || definition.get().isSpare();
      if (entry.definition().isPresent() && better) {
        definition = Optional.of(entry);
      }
    }
    if (definition.isPresent()
        && definition.get() != known.getFirst()
        && type(definition.get()) instanceof CType.Function defined) {
      type = defined;
    }
    Entry home = definition.orElse(known.getFirst());
    String symbol = isStatic ? name + "@" + unit.parsed().path(home.declarator()) : name;
    return new Symbol.Function(symbol, type, noreturn, definition.flatMap(Entry::definition));
  }

  private boolean isNoreturn(Entry entry) {
    return Attributes.hasName(entry.specifier(), "noreturn")
        || Attributes.hasName(entry.declarator(), "noreturn")
        || Attributes.hasName(TypeNames.innermost(entry.declarator()), "noreturn");
  }

  private Symbol object(String name, List<Entry> known, CType first) {
    Entry home = known.getFirst();
    boolean isStatic = false;
    for (Entry entry : known) {
      isStatic |= entry.isStatic();
      boolean better =
          entry.declarator().getInitializer() != null || (home.isExtern() && !entry.isExtern());
      home = better ? entry : home;
    }
    CType type = home == known.getFirst() ? first : type(home);
    Optional<IASTInitializerClause> clause =
        Optional.ofNullable(home.declarator().getInitializer()).map(Initialisers::clause);
    if (clause.isPresent()) {
      type = unit.atFile().initialisers().completed(type, clause.get());
    }
    String symbol = isStatic ? name + "@" + unit.parsed().path(home.declarator()) : name;
    if (!home.isExtern() || clause.isPresent()) {
      int align = Attributes.of(unit.atFile(), home.declarator()).alignment();
      unit.statics()
          .later(
              new Statics.Definition(
                  symbol, type, unit.parsed().at(home.declarator()), clause, align),
              this,
              Lowering.NO_FRAME);
    }
    return new Symbol.Static(symbol, type);
  }

  @Override
  public Optional<CType> tag(String name) {
    CType known = tags.get(name);
    if (known == null && tagDefinitions.containsKey(name)) {
      IASTDeclSpecifier definition = tagDefinitions.get(name);
      if (definition instanceof IASTEnumerationSpecifier) {
        // Its enumerators may lead back to it.
        tags.put(name, new Enumeration(name));
      }
      unit.atFile().types().of(definition);
      known = tags.get(name);
    }
    return Optional.ofNullable(known == null ? null : known.plain());
  }

  @Override
  public Optional<CType> ownTag(String name) {
    return Optional.ofNullable(tags.get(name));
  }

  @Override
  public void declare(String name, Symbol symbol) {
    symbols.put(name, symbol);
  }

  @Override
  public void declareTag(String name, CType type) {
    tags.put(name, type);
  }

  @Override
  public boolean isFile() {
    return true;
  }
}
