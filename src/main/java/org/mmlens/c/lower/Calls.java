package org.mmlens.c.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.cdt.core.dom.ast.IASTExpression;
import org.eclipse.cdt.core.dom.ast.IASTFunctionCallExpression;
import org.eclipse.cdt.core.dom.ast.IASTIdExpression;
import org.eclipse.cdt.core.dom.ast.IASTInitializerClause;
import org.eclipse.cdt.core.dom.ast.IASTNode;
import org.mmlens.c.type.CType;
import org.mmlens.c.type.Layouts;
import org.mmlens.c.type.Record;
import org.mmlens.ir.Expr;
import org.mmlens.ir.Instruction;
import org.mmlens.ir.Register;
import org.mmlens.ir.Scalar;
import org.mmlens.ir.Slot;
import org.mmlens.ir.Terminator;

/// Function calls (C11 §6.5.2.2), by the convention of [org.mmlens.ir.Instruction.Call].
final class Calls {
  private final Lowering at;
  private final Graph graph;

  Calls(Lowering at) {
    this.at = at;
    this.graph = at.graph();
  }

  /// {@return the arguments as expressions}
  static List<IASTExpression> arguments(IASTFunctionCallExpression e) {
    var result = new ArrayList<IASTExpression>();
    for (IASTInitializerClause c : e.getArguments()) {
      if (!(c instanceof IASTExpression argument)) {
        throw new Unlowerable("braces as an argument");
      }
      result.add(argument);
    }
    return result;
  }

  Value call(IASTFunctionCallExpression e) {
    IASTExpression callee = Expressions.strip(e.getFunctionNameExpression());
    if (callee instanceof IASTIdExpression id) {
      String name = id.getName().toString();
      Optional<Symbol> symbol = at.unit().visible(at.names(), name, id);
      if (symbol.isEmpty() || Builtins.takes(name)) {
        Optional<Value> builtin = new Builtins(at).call(name, e);
        if (builtin.isPresent()) {
          return builtin.get();
        }
      }
      if (symbol.isEmpty()) {
        throw at.refuse("implicit-function", id, "call of '" + name + "', which is not declared");
      }
      if (symbol.get() instanceof Symbol.Function f) {
        return call(
            new Target(
                new Instruction.Callee.Direct(f.symbol(), returnsScalar(f.type())),
                f.type(),
                f.noreturn(),
                name),
            e);
      }
    }
    Value.Number address = at.expressions().number(callee);
    if (address.type().plain() instanceof CType.Pointer(var target)
        && target.plain() instanceof CType.Function f) {
      if (address.expr() instanceof Expr.FunctionAddress(var symbol)) {
        return call(
            new Target(new Instruction.Callee.Direct(symbol, returnsScalar(f)), f, false, symbol),
            e);
      }
      return call(
          new Target(
              new Instruction.Callee.Indirect(address.expr(), returnsScalar(f)),
              f,
              false,
              at.unit().parsed().text(callee)),
          e);
    }
    throw at.refuse("not-a-function", e, "function expected, found '" + address.type() + "'");
  }

  /// What is called.
  private record Target(
      Instruction.Callee callee, CType.Function type, boolean noreturn, String name) {}

  static boolean returnsScalar(CType.Function f) {
    CType result = f.result();
    return result.isInteger()
        || result.isPointer()
        || (result.isRecord() && Layouts.onlyScalar(result).isPresent());
  }

  /// An argument with the place where it was evaluated.
  private record Argument(Expr expr, Graph.Mark after) {}

  private Value call(Target target, IASTFunctionCallExpression e) {
    int line = at.line(e);
    List<IASTExpression> nodes = arguments(e);
    CType.Function type = target.type();
    checkCount(target, nodes.size(), e);
    var fixed = new ArrayList<Argument>();
    var extra = new ArrayList<Argument>();
    Optional<Value.Place> returned = aggregate(type.result(), line);
    Graph.Mark begin = graph.mark();
    for (int i = 0; i < nodes.size(); i++) {
      boolean declared = type.prototyped() && i < type.params().size();
      Expr value =
          declared ? pass(type.params().get(i), nodes.get(i), line) : promoted(nodes.get(i), line);
      (declared || !type.variadic() ? fixed : extra).add(new Argument(value, graph.mark()));
    }
    List<Expr> rest = kept(extra, line);
    var args = new ArrayList<Expr>();
    returned.ifPresent(p -> args.add(addressOf(p)));
    args.addAll(kept(fixed, line));
    Instruction.Callee callee =
        target.callee() instanceof Instruction.Callee.Indirect(var address, var returns)
            ? new Instruction.Callee.Indirect(graph.keep(address, begin, line), returns)
            : target.callee();
    if (type.variadic()) {
      args.add(variable(rest, line));
    }
    return emit(target, callee, args, returned, line);
  }

  /// Later arguments first, so that the places of earlier ones stay where they are.
  private List<Expr> kept(List<Argument> arguments, int line) {
    var result = new ArrayList<Expr>(arguments.stream().map(Argument::expr).toList());
    for (int i = arguments.size() - 1; i >= 0; i--) {
      result.set(i, graph.keep(arguments.get(i).expr(), arguments.get(i).after(), line));
    }
    return result;
  }

  private Value emit(
      Target target,
      Instruction.Callee callee,
      List<Expr> args,
      Optional<Value.Place> returned,
      int line) {
    CType result = target.type().result();
    Optional<Register> register = Optional.empty();
    if (result.isInteger() || result.isPointer()) {
      register = Optional.of(graph.temporary(result.scalar()));
    } else if (result.isRecord() && returned.isEmpty()) {
      register = Optional.of(graph.temporary(Layouts.onlyScalar(result).orElseThrow()));
    } else if (result.plain() instanceof CType.Opaque || Int128.is(result)) {
      throw new Unlowerable("call that returns '" + result + "'");
    }
    graph.emit(new Instruction.Call(register, callee, args, line));
    if (target.noreturn()) {
      graph.stop(new Terminator.Unreachable(line));
    }
    if (returned.isPresent()) {
      return returned.get();
    }
    if (register.isEmpty()) {
      return new Value.Nothing();
    }
    return result.isRecord()
        ? new Value.Place(result.plain(), new Value.Where.InRegister(register.get()))
        : new Value.Number(result.plain(), new Expr.Reg(register.get()));
  }

  private void checkCount(Target target, int found, IASTNode node) {
    CType.Function type = target.type();
    int expected = type.params().size();
    if (type.prototyped() && (found < expected || (found > expected && !type.variadic()))) {
      throw at.refuse(
          "arguments",
          node,
          "%s%d arguments expected by '%s', found %d"
              .formatted(type.variadic() ? "at least " : "", expected, target.name(), found));
    }
  }

  /// {@return room for a returned aggregate, if the function returns one by address}
  private Optional<Value.Place> aggregate(CType result, int line) {
    if (!result.isRecord() || Layouts.onlyScalar(result).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(temporary(result.plain(), line));
  }

  /// {@return a nameless object in memory}
  Value.Place temporary(CType type, int line) {
    Slot slot = graph.slot("", at.arithmetic().size(type), Layouts.align(type));
    graph.emit(new Instruction.Enter(slot, line));
    return new Value.Place(type, new Value.Where.InMemory(new Expr.SlotAddress(slot)));
  }

  private static Expr addressOf(Value.Place p) {
    return switch (p.where()) {
      case Value.Where.InMemory(var address) -> address;
      case Value.Where.InRegister _, Value.Where.InBits _ -> throw new IllegalStateException();
    };
  }

  private Expr pass(CType param, IASTExpression node, int line) {
    Value v = at.expressions().rvalue(at.expressions().lower(node));
    if (v instanceof Value.Wide && (param.isInteger() || param.isPointer())) {
      v = at.expressions().cast(param, v, node);
    }
    if (param.isInteger() || param.isPointer()) {
      Value.Number n = at.expressions().number(v, node);
      new Checks(at).assignable(param, n, node);
      return at.arithmetic().convert(n, param).expr();
    }
    if (param.plain() instanceof Record r) {
      if (v instanceof Value.Number n && r.isTransparent()) {
        return Fold.convert(
            Layouts.onlyScalar(r)
                .orElseThrow(() -> new Unlowerable("transparent union of several sizes")),
            n.expr());
      }
      if (v instanceof Value.Place p && p.type().plain().equals(r)) {
        return passAggregate(p, r, line);
      }
    }
    if (param.plain() instanceof CType.Opaque || Int128.is(param)) {
      throw new Unlowerable("argument of type '" + param + "'");
    }
    throw at.refuse("types", node, "'%s' expected, found '%s'".formatted(param, v.type()));
  }

  private Expr passAggregate(Value.Place p, Record r, int line) {
    Optional<Scalar> only = Layouts.onlyScalar(r);
    if (only.isPresent()) {
      return at.expressions().scalarOf(p, only.get());
    }
    Value.Place copy = temporary(r, line);
    at.assignments().copy(copy, p, r, line);
    return addressOf(copy);
  }

  /// The default argument promotions (C11 §6.5.2.2p6).
  private Expr promoted(IASTExpression node, int line) {
    Value v = at.expressions().rvalue(at.expressions().lower(node));
    if (v instanceof Value.Place p && p.type().plain() instanceof Record r) {
      return passAggregate(p, r, line);
    }
    return at.arithmetic().promote(at.expressions().number(v, node)).expr();
  }

  /// {@return the address of the array of variable arguments, 0 if there are none}
  private Expr variable(List<Expr> values, int line) {
    if (values.isEmpty()) {
      return Fold.constant(0, Scalar.U64);
    }
    Slot slot = graph.slot("", values.size() * 8L, 8);
    graph.emit(new Instruction.Enter(slot, line));
    for (int i = 0; i < values.size(); i++) {
      Expr v = values.get(i);
      Scalar wide = v.type().signed() ? Scalar.I64 : Scalar.U64;
      Expr address = Fold.add(new Expr.SlotAddress(slot), i * 8L);
      graph.emit(new Instruction.Store(wide, address, Fold.convert(wide, v), line));
    }
    return new Expr.SlotAddress(slot);
  }

  /// Calls a function of the C library that a builtin stands for.
  Value library(String name, CType result, List<Value.Number> args, int line) {
    Optional<Register> register =
        result.isVoid() ? Optional.empty() : Optional.of(graph.temporary(result.scalar()));
    String symbol = at.unit().functionSymbol(name).orElse(name);
    graph.emit(
        new Instruction.Call(
            register,
            new Instruction.Callee.Direct(symbol, register.isPresent()),
            args.stream().map(Value.Number::expr).toList(),
            line));
    return register
        .map(r -> (Value) new Value.Number(result, new Expr.Reg(r)))
        .orElse(new Value.Nothing());
  }
}
