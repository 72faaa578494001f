package org.mmlens.c.lower;

import java.util.Optional;
import org.eclipse.cdt.core.dom.ast.IASTDeclSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTExpression;
import org.eclipse.cdt.core.dom.ast.IASTInitializerClause;
import org.eclipse.cdt.core.dom.ast.IASTNamedTypeSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTSimpleDeclaration;
import org.mmlens.c.parse.StaticAssertion;
import org.mmlens.c.type.CType;
import org.mmlens.c.type.Layouts;
import org.mmlens.ir.Expr;
import org.mmlens.ir.Instruction;
import org.mmlens.ir.Register;
import org.mmlens.ir.Scalar;
import org.mmlens.ir.Slot;

/// Declarations inside functions (C11 §6.7).
final class Declarations {
  private final Lowering at;
  private final Graph graph;

  Declarations(Lowering at) {
    this.at = at;
    this.graph = at.graph();
  }

  /// Evaluates a `_Static_assert`.
  void check(StaticAssertion assertion) {
    var value = at.constant(assertion.condition());
    if (value.isPresent() && value.getAsLong() == 0) {
      at.error("static-assert", assertion, "static assertion failed: " + assertion.message());
    }
  }

  void declare(IASTSimpleDeclaration d) {
    IASTDeclSpecifier spec = d.getDeclSpecifier();
    if (spec instanceof IASTNamedTypeSpecifier named) {
      switch (named.getName().toString()) {
        case "__label__" -> {
          return;
        }
        case "__auto_type" -> {
          for (IASTDeclarator declarator : d.getDeclarators()) {
            auto(declarator, spec);
          }
          return;
        }
        default -> {}
      }
    }
    CType base = type(d);
    for (IASTDeclarator declarator : d.getDeclarators()) {
      try {
        declare(spec, declarator, base);
      } catch (Unlowerable u) {
        at.names().declare(TypeNames.name(declarator), new Symbol.Broken(u.construct()));
        throw u;
      }
    }
  }

  private CType type(IASTSimpleDeclaration d) {
    try {
      return at.types().of(d.getDeclSpecifier());
    } catch (Unlowerable u) {
      for (IASTDeclarator declarator : d.getDeclarators()) {
        at.names().declare(TypeNames.name(declarator), new Symbol.Broken(u.construct()));
      }
      throw u;
    }
  }

  private void auto(IASTDeclarator declarator, IASTDeclSpecifier spec) {
    if (declarator.getInitializer() == null
        || !(Initialisers.clause(declarator.getInitializer()) instanceof IASTExpression e)) {
      throw at.refuse("syntax", declarator, "__auto_type needs an initialiser");
    }
    Lowering aside = at.unevaluated();
    CType type = aside.expressions().rvalue(aside.expressions().lower(e)).type().plain();
    object(declarator, type.with(spec.isConst(), spec.isVolatile()), Attributes.NONE);
  }

  private void declare(IASTDeclSpecifier spec, IASTDeclarator declarator, CType base) {
    String name = TypeNames.name(declarator);
    CType type = at.types().apply(declarator, base);
    var attributes = Attributes.of(at, declarator);
    if (spec.getStorageClass() == IASTDeclSpecifier.sc_typedef) {
      int align = attributes.alignment();
      at.names().declare(name, new Symbol.Typedef(align > 0 ? type.aligned(align) : type));
    } else if (type.plain() instanceof CType.Function f) {
      at.names().declare(name, function(name, f, spec, attributes));
    } else if (spec.getStorageClass() == IASTDeclSpecifier.sc_extern) {
      at.names().declare(name, external(name, type));
    } else if (spec.getStorageClass() == IASTDeclSpecifier.sc_static) {
      staticLocal(declarator, name, type, attributes);
    } else {
      object(declarator, type, attributes);
    }
  }

  private Symbol function(
      String name, CType.Function type, IASTDeclSpecifier spec, Attributes attributes) {
    boolean noreturn = attributes.has("noreturn") || Attributes.of(at, spec).has("noreturn");
    Optional<Symbol> known = at.unit().file().symbol(name);
    if (known.isPresent() && known.get() instanceof Symbol.Function f) {
      return new Symbol.Function(f.symbol(), type, noreturn || f.noreturn(), f.definition());
    }
    return new Symbol.Function(name, type, noreturn, Optional.empty());
  }

  private Symbol external(String name, CType type) {
    Optional<Symbol> known = at.unit().file().symbol(name);
    return known.isPresent() && known.get() instanceof Symbol.Static s
        ? s
        : new Symbol.Static(name, type);
  }

  private void staticLocal(
      IASTDeclarator declarator, String name, CType declared, Attributes attributes) {
    Optional<IASTInitializerClause> clause =
        Optional.ofNullable(declarator.getInitializer()).map(Initialisers::clause);
    CType type =
        clause.isPresent() ? at.initialisers().completed(declared, clause.get()) : declared;
    String symbol = at.unit().statics().local(declarator, at.frame(), name);
    at.names().declare(name, new Symbol.Static(symbol, type));
    at.unit()
        .statics()
        .later(
            new Statics.Definition(
                symbol, type, at.unit().parsed().at(declarator), clause, attributes.alignment()),
            at.names(),
            at.frame());
  }

  private void object(IASTDeclarator declarator, CType declared, Attributes attributes) {
    String name = TypeNames.name(declarator);
    int line = at.line(declarator);
    Optional<IASTInitializerClause> clause =
        Optional.ofNullable(declarator.getInitializer()).map(Initialisers::clause);
    CType type =
        clause.isPresent() ? at.initialisers().completed(declared, clause.get()) : declared;
    if (Layouts.size(type).isEmpty() || type.isVoid()) {
      throw at.refuse(
          "incomplete-type", declarator, "'" + name + "' has incomplete type '" + type + "'");
    }
    if (at.names() instanceof Scope scope && scope.own(name).orElse(null) instanceof Symbol.Local) {
      at.error("redefinition", declarator, "'" + name + "' is declared twice in this block");
    }
    Value.Place place = place(name, type, attributes.alignment(), line);
    at.names().declare(name, new Symbol.Local(place));
    attributes
        .argument("cleanup")
        .ifPresent(function -> at.statements().cleanUp(place, function, declarator));
    if (clause.isPresent()) {
      at.initialisers().local(place, clause.get(), line);
    } else if (place.where() instanceof Value.Where.InRegister(Register r)) {
      graph.emit(new Instruction.Forget(r, line));
    }
  }

  /// {@return a new local, in a register if nobody takes its address and it is a single scalar}
  Value.Place place(String name, CType type, int align, int line) {
    Optional<Scalar> only = Layouts.onlyScalar(type);
    if (only.isPresent() && !at.frame().addressTaken().contains(name)) {
      return new Value.Place(type, new Value.Where.InRegister(graph.register(name, only.get())));
    }
    Slot slot = graph.slot(name, at.arithmetic().size(type), Math.max(align, Layouts.align(type)));
    graph.emit(new Instruction.Enter(slot, line));
    return new Value.Place(type, new Value.Where.InMemory(new Expr.SlotAddress(slot)));
  }
}
