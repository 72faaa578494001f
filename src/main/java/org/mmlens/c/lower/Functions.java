package org.mmlens.c.lower;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.cdt.core.dom.ast.ASTVisitor;
import org.eclipse.cdt.core.dom.ast.IASTArraySubscriptExpression;
import org.eclipse.cdt.core.dom.ast.IASTDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTExpression;
import org.eclipse.cdt.core.dom.ast.IASTFieldReference;
import org.eclipse.cdt.core.dom.ast.IASTFunctionDefinition;
import org.eclipse.cdt.core.dom.ast.IASTIdExpression;
import org.eclipse.cdt.core.dom.ast.IASTNode;
import org.eclipse.cdt.core.dom.ast.IASTParameterDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTStandardFunctionDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTUnaryExpression;
import org.mmlens.c.type.CType;
import org.mmlens.c.type.Layouts;
import org.mmlens.c.type.Record;
import org.mmlens.ir.Expr;
import org.mmlens.ir.Function;
import org.mmlens.ir.Instruction;
import org.mmlens.ir.Register;
import org.mmlens.ir.Scalar;
import org.mmlens.ir.Terminator;

/// Function definitions (C11 §6.9.1).
final class Functions {
  /// Not C names, so that they cannot clash.
  static final String VARIABLE_ARGUMENTS = "...";

  static final String RETURNED_AGGREGATE = "(returned)";

  private final Unit unit;

  Functions(Unit unit) {
    this.unit = unit;
  }

  Function lower(Symbol.Function symbol, String name, IASTFunctionDefinition definition) {
    var taken = new AddressTaken();
    definition.getBody().accept(taken);
    String path = unit.parsed().path(definition.getDeclarator());
    var frame =
        new Lowering.Frame(
            name,
            path,
            taken.names,
            symbol.type().result(),
            Labels.of(definition.getBody()),
            Lowering.Storage.AUTOMATIC);
    var at = new Lowering(unit, new Scope(unit.file()), frame);
    int line = at.line(TypeNames.innermost(definition.getDeclarator()).getName());
    var params = new ArrayList<Register>();
    try {
      parameters(at, symbol.type(), definition, params, line);
      at.statements().lower(definition.getBody());
    } catch (Unlowerable u) {
      at.graph().stop(new Terminator.Hole(u.construct(), line));
    }
    int lastLine = unit.parsed().lastLine(definition);
    end(at, symbol.type().result(), name, lastLine);
    return new Function(
        symbol.symbol(),
        name,
        unit.parsed().at(TypeNames.innermost(definition.getDeclarator()).getName()),
        lastLine,
        Spelling.declaration(symbol.type(), name),
        Layouts.onlyScalar(symbol.type().result()),
        params,
        at.graph().registers(),
        at.graph().slots(),
        at.graph().finish(new Terminator.Unreachable(lastLine)));
  }

  /// Falling off the end is a mistake only where the caller uses the value (C11 §6.9.1p12); the
  /// value is indeterminate then.
  private static void end(Lowering at, CType result, String name, int line) {
    Optional<Scalar> scalar = Layouts.onlyScalar(result);
    if (scalar.isEmpty()) {
      at.graph().stop(new Terminator.Return(Optional.empty(), line));
      return;
    }
    if (name.equals("main")) {
      at.graph().stop(new Terminator.Return(Optional.of(Fold.constant(0, scalar.get())), line));
      return;
    }
    Register nothing = at.graph().register("", scalar.get());
    at.graph().emit(new Instruction.Forget(nothing, line));
    at.graph().stop(new Terminator.Return(Optional.of(new Expr.Reg(nothing)), line));
  }

  private void parameters(
      Lowering at,
      CType.Function type,
      IASTFunctionDefinition definition,
      List<Register> params,
      int line) {
    if (!(functionDeclarator(FileScope.whole(definition))
        instanceof IASTStandardFunctionDeclarator declarator)) {
      throw new Unlowerable("old-style function definition");
    }
    if (type.result().plain() instanceof Record r && Layouts.onlyScalar(r).isEmpty()) {
      Register address = at.graph().register(RETURNED_AGGREGATE, Scalar.U64);
      params.add(address);
      at.names()
          .declare(
              RETURNED_AGGREGATE,
              new Symbol.Local(
                  new Value.Place(r, new Value.Where.InMemory(new Expr.Reg(address)))));
    }
    IASTParameterDeclaration[] nodes = declarator.getParameters();
    var places = new ArrayList<Runnable>();
    for (int i = 0; i < type.params().size(); i++) {
      parameter(
          at, type.params().get(i), TypeNames.name(nodes[i].getDeclarator()), params, places, line);
    }
    if (type.variadic()) {
      Register area = at.graph().register(VARIABLE_ARGUMENTS, Scalar.U64);
      params.add(area);
      at.names()
          .declare(
              VARIABLE_ARGUMENTS,
              new Symbol.Local(
                  new Value.Place(CType.VOID_POINTER, new Value.Where.InRegister(area))));
    }
    places.forEach(Runnable::run);
  }

  private void parameter(
      Lowering at, CType type, String name, List<Register> params, List<Runnable> later, int line) {
    Optional<Scalar> only = Layouts.onlyScalar(type);
    if (only.isEmpty() && !type.isRecord()) {
      throw new Unlowerable("parameter of type '" + type + "'");
    }
    Register register = at.graph().register(name, only.orElse(Scalar.U64));
    params.add(register);
    if (name.isEmpty()) {
      return;
    }
    if (only.isEmpty()) {
      at.names()
          .declare(
              name,
              new Symbol.Local(
                  new Value.Place(type, new Value.Where.InMemory(new Expr.Reg(register)))));
    } else if (!at.frame().addressTaken().contains(name)) {
      at.names()
          .declare(
              name, new Symbol.Local(new Value.Place(type, new Value.Where.InRegister(register))));
    } else {
      later.add(
          () -> {
            Value.Place place = at.declarations().place(name, type, 0, line);
            at.names().declare(name, new Symbol.Local(place));
            if (place.where() instanceof Value.Where.InMemory(var address)) {
              at.graph()
                  .emit(new Instruction.Store(only.get(), address, new Expr.Reg(register), line));
            }
          });
    }
  }

  /// {@return the declarator with the parameters of the function itself, inside those of what it
  /// returns}
  static IASTDeclarator functionDeclarator(IASTDeclarator d) {
    IASTDeclarator result = d;
    for (IASTDeclarator n = d; n != null; n = n.getNestedDeclarator()) {
      if (n instanceof IASTStandardFunctionDeclarator) {
        result = n;
      }
    }
    return result;
  }

  /// Names after `&` and of variables with a cleanup function. By name, so a name that two blocks
  /// declare counts for both.
  private static final class AddressTaken extends ASTVisitor {
    private final Set<String> names = new HashSet<>();

    AddressTaken() {
      shouldVisitExpressions = true;
      shouldVisitDeclarators = true;
    }

    @Override
    public int visit(IASTExpression e) {
      if (e instanceof IASTUnaryExpression u && u.getOperator() == IASTUnaryExpression.op_amper) {
        IASTNode n = Expressions.strip(u.getOperand());
        while (true) {
          if (n instanceof IASTFieldReference f && !f.isPointerDereference()) {
            n = Expressions.strip(f.getFieldOwner());
          } else if (n instanceof IASTArraySubscriptExpression s) {
            n = Expressions.strip(s.getArrayExpression());
          } else {
            break;
          }
        }
        if (n instanceof IASTIdExpression id) {
          names.add(id.getName().toString());
        }
      }
      return PROCESS_CONTINUE;
    }

    @Override
    public int visit(IASTDeclarator d) {
      if (java.util.Arrays.stream(d.getAttributes())
          .anyMatch(a -> new String(a.getName()).contains("cleanup"))) {
        names.add(TypeNames.name(d));
      }
      return PROCESS_CONTINUE;
    }
  }
}
