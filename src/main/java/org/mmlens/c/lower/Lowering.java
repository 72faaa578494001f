package org.mmlens.c.lower;

import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.cdt.core.dom.ast.IASTExpression;
import org.eclipse.cdt.core.dom.ast.IASTNode;
import org.eclipse.cdt.core.dom.ast.IASTProblemHolder;
import org.eclipse.cdt.core.parser.IProblem;
import org.mmlens.c.type.CType;
import org.mmlens.diag.Diagnostic;
import org.mmlens.ir.Expr;

/// One place where C becomes graph: a function body, or an expression outside of any.
///
/// It holds what the parts of the lowering share: the unit, the graph and the names in sight.
final class Lowering {
  private final Unit unit;
  private final Graph graph;
  private final Frame frame;
  private Names names;

  private final TypeNames types;
  private final Arithmetic arithmetic;
  private final Expressions expressions;
  private final Assignments assignments;
  private final Calls calls;
  private final Initialisers initialisers;
  private final Declarations declarations;
  private final Statements statements;

  /// What is known of the function around; for constants of the file scope, nothing.
  ///
  /// @param name the C name, for `__func__` and static locals
  /// @param path the file of the definition
  /// @param addressTaken names of locals that must live in memory
  /// @param result what the function returns
  /// @param labels its labels
  /// @param storage where objects of the expressions lie
  record Frame(
      String name,
      String path,
      Set<String> addressTaken,
      CType result,
      Labels labels,
      Storage storage) {

    /// {@return the same function, for the initialiser of a static object in it}
    Frame ofStatics() {
      return new Frame(name, path, addressTaken, result, labels, Storage.STATIC);
    }
  }

  /// How long objects live.
  enum Storage {
    /// As long as the program runs: outside of functions, and in initialisers of static objects.
    STATIC,
    /// As long as their block.
    AUTOMATIC
  }

  static final Frame NO_FRAME =
      new Frame("", "", Set.of(), CType.VOID, Labels.NONE, Storage.STATIC);

  Lowering(Unit unit, Names names, Frame frame) {
    this(unit, names, frame, new Graph());
  }

  private Lowering(Unit unit, Names names, Frame frame, Graph graph) {
    this.unit = unit;
    this.graph = graph;
    this.names = names;
    this.frame = frame;
    this.types = new TypeNames(this);
    this.arithmetic = new Arithmetic(this);
    this.expressions = new Expressions(this);
    this.assignments = new Assignments(this);
    this.calls = new Calls(this);
    this.initialisers = new Initialisers(this);
    this.declarations = new Declarations(this);
    this.statements = new Statements(this);
  }

  /// {@return the same place with a graph that is thrown away: for operands that are not evaluated}
  Lowering unevaluated() {
    return new Lowering(unit, new Scope(names), frame);
  }

  Unit unit() {
    return unit;
  }

  Graph graph() {
    return graph;
  }

  Frame frame() {
    return frame;
  }

  Names names() {
    return names;
  }

  TypeNames types() {
    return types;
  }

  Arithmetic arithmetic() {
    return arithmetic;
  }

  Expressions expressions() {
    return expressions;
  }

  Assignments assignments() {
    return assignments;
  }

  Calls calls() {
    return calls;
  }

  Initialisers initialisers() {
    return initialisers;
  }

  Declarations declarations() {
    return declarations;
  }

  Statements statements() {
    return statements;
  }

  /// Runs `work` in a scope of its own.
  <T> T inScope(Supplier<T> work) {
    Names outer = names;
    names = new Scope(outer);
    try {
      return work.get();
    } finally {
      names = outer;
    }
  }

  int line(IASTNode node) {
    return unit.parsed().line(node);
  }

  /// {@return the type of an expression, which is not evaluated}
  CType typeOf(IASTExpression e) {
    return unevaluated().expressions().lower(e).type();
  }

  /// {@return the value of an integer constant expression, or empty if it is not one}
  java.util.OptionalLong constant(IASTExpression e) {
    Lowering aside = unevaluated();
    try {
      Value.Number n = aside.expressions().number(e);
      return n.expr() instanceof Expr.Const(var v, _)
          ? java.util.OptionalLong.of(v)
          : java.util.OptionalLong.empty();
    } catch (Unlowerable _) {
      return java.util.OptionalLong.empty();
    }
  }

  /// {@return what is wrong with something CDT could not read}
  static String problem(IASTProblemHolder at, String expected) {
    return at.getProblem().getID() == IProblem.MISSING_SEMICOLON
        ? "';' expected"
        : expected + " expected, found what cannot be read as one";
  }

  /// Says that the source breaks a rule of C.
  void error(String code, IASTNode at, String message) {
    unit.report(Diagnostic.error(code, unit.parsed().at(at), message));
  }

  /// Says that the source breaks a rule of C, and gives up on the construct.
  Unlowerable refuse(String code, IASTNode at, String message) {
    error(code, at, message);
    return new Unlowerable(message);
  }
}
