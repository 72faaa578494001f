package org.mmlens.c.lower;

import java.util.Optional;
import org.eclipse.cdt.core.dom.ast.IASTBinaryExpression;
import org.eclipse.cdt.core.dom.ast.IASTExpression;
import org.eclipse.cdt.core.dom.ast.IASTNode;
import org.eclipse.cdt.core.dom.ast.IASTUnaryExpression;
import org.mmlens.c.type.CType;
import org.mmlens.c.type.Layouts;
import org.mmlens.c.type.Record;
import org.mmlens.ir.Expr;
import org.mmlens.ir.Expr.BinaryOp;
import org.mmlens.ir.Instruction;
import org.mmlens.ir.Scalar;

/// Assignment, `++` and `--` (C11 §6.5.16, §6.5.2.4, §6.5.3.1).
final class Assignments {
  private final Lowering at;
  private final Graph graph;

  Assignments(Lowering at) {
    this.at = at;
    this.graph = at.graph();
  }

  /// Whether the value of an assignment is used.
  enum Use {
    /// Nobody looks at it.
    DISCARDED,
    /// It is an operand.
    NEEDED
  }

  static boolean isAssignment(int op) {
    return op >= IASTBinaryExpression.op_assign && op <= IASTBinaryExpression.op_binaryOrAssign;
  }

  static boolean isStep(int op) {
    return op == IASTUnaryExpression.op_prefixIncr
        || op == IASTUnaryExpression.op_prefixDecr
        || op == IASTUnaryExpression.op_postFixIncr
        || op == IASTUnaryExpression.op_postFixDecr;
  }

  Value assign(IASTBinaryExpression e, Use use) {
    int line = at.line(e);
    Value.Place place = place(e.getOperand1());
    if (e.getOperator() != IASTBinaryExpression.op_assign) {
      return compound(e, place, use, line);
    }
    Graph.Mark mark = graph.mark();
    Value source = at.expressions().rvalue(at.expressions().lower(e.getOperand2()));
    return store(keep(place, mark, line), source, use, e.getOperand2(), line);
  }

  private Value.Place place(IASTExpression target) {
    Value v = at.expressions().lower(target);
    if (!(v instanceof Value.Place place) || place.type().plain() instanceof CType.Array) {
      throw at.refuse("lvalue", target, "object expected on the left of an assignment");
    }
    if (place.type().isConst()) {
      at.error("read-only", target, "assignment to a read-only object");
    }
    return place;
  }

  /// {@return the place as it was at `mark`, whatever has been emitted since}
  private Value.Place keep(Value.Place place, Graph.Mark mark, int line) {
    return switch (place.where()) {
      case Value.Where.InRegister _ -> place;
      case Value.Where.InMemory(var address) ->
          new Value.Place(place.type(), new Value.Where.InMemory(graph.keep(address, mark, line)));
      case Value.Where.InBits(var struct, var unit, var width, var declared) ->
          new Value.Place(
              place.type(),
              new Value.Where.InBits(graph.keep(struct, mark, line), unit, width, declared));
    };
  }

  /// {@return the place with an address that can be used twice}
  private Value.Place once(Value.Place place, int line) {
    return switch (place.where()) {
      case Value.Where.InRegister _ -> place;
      case Value.Where.InMemory(var address) ->
          new Value.Place(place.type(), new Value.Where.InMemory(graph.once(address, line)));
      case Value.Where.InBits(var struct, var unit, var width, var declared) ->
          new Value.Place(
              place.type(),
              new Value.Where.InBits(graph.once(struct, line), unit, width, declared));
    };
  }

  /// Assigns a value of any type, converted as if by assignment (C11 §6.5.16.1).
  Value store(Value.Place place, Value source, Use use, IASTNode node, int line) {
    CType type = place.type();
    if (Int128.is(type) && place.where() instanceof Value.Where.InMemory(var address)) {
      Value wide = at.expressions().cast(type, source, node);
      new Int128(graph, line).store(address, wide);
      return wide;
    }
    if (source instanceof Value.Wide && (type.isInteger() || type.isPointer())) {
      return store(place, at.expressions().cast(type, source, node), use, node, line);
    }
    if (type.isInteger() || type.isPointer()) {
      Value.Number n = at.expressions().number(source, node);
      new Checks(at).assignable(type, n, node);
      return write(place, at.arithmetic().convert(n, type).expr(), use, line);
    }
    if (type.plain() instanceof Record r && source instanceof Value.Place from) {
      if (!from.type().plain().equals(r)) {
        throw at.refuse("types", node, "'%s' expected, found '%s'".formatted(type, from.type()));
      }
      copy(place, from, r, line);
      return place;
    }
    if (type.plain() instanceof CType.Opaque(var name, _)) {
      throw new Unlowerable("value of type '" + name + "'");
    }
    throw at.refuse("types", node, "'%s' expected, found '%s'".formatted(type, source.type()));
  }

  /// Copies a struct or union.
  void copy(Value.Place to, Value.Place from, Record type, int line) {
    long bytes = at.arithmetic().size(type);
    if (to.where() instanceof Value.Where.InMemory(var target)
        && from.where() instanceof Value.Where.InMemory(var source)) {
      if (bytes > 0) {
        graph.emit(new Instruction.Copy(target, source, bytes, line));
      }
      return;
    }
    Scalar scalar = Layouts.onlyScalar(type).orElseThrow();
    writeScalar(to, scalar, at.expressions().scalarOf(from, scalar), line);
  }

  private void writeScalar(Value.Place to, Scalar scalar, Expr e, int line) {
    switch (to.where()) {
      case Value.Where.InRegister(var r) ->
          graph.emit(new Instruction.Assign(r, Fold.convert(r.type(), e), line));
      case Value.Where.InMemory(var address) ->
          graph.emit(new Instruction.Store(scalar, address, e, line));
      case Value.Where.InBits _ -> throw new IllegalStateException();
    }
  }

  /// Writes a number already converted to the type of the place.
  Value.Number write(Value.Place place, Expr converted, Use use, int line) {
    CType type = place.type().plain();
    switch (place.where()) {
      case Value.Where.InRegister(var r) -> {
        graph.emit(new Instruction.Assign(r, Fold.convert(r.type(), converted), line));
        return new Value.Number(type, Fold.convert(type.scalar(), new Expr.Reg(r)));
      }
      case Value.Where.InMemory(var address) -> {
        Expr e = converted;
        Expr target = address;
        if (use == Use.NEEDED) {
          e = graph.once(converted, line);
          target = address;
        }
        graph.emit(new Instruction.Store(type.scalar(), target, e, line));
        return new Value.Number(type, e);
      }
      case Value.Where.InBits b -> {
        return new BitFields(graph).write(b, type, converted, line);
      }
    }
  }

  private Value compound(IASTBinaryExpression e, Value.Place target, Use use, int line) {
    Value.Place place = once(target, line);
    if (Int128.is(place.type())) {
      return compoundWide(e, place, use, line);
    }
    if (!place.type().isInteger() && !place.type().isPointer()) {
      throw at.refuse("operands", e, "number expected, found '" + place.type() + "'");
    }
    Value.Number right = at.expressions().number(e.getOperand2());
    Value.Number old = (Value.Number) at.expressions().rvalue(place);
    BinaryOp op =
        Operators.arithmetic(e.getOperator()).orElseThrow(() -> new Unlowerable("assignment"));
    Value.Number result = at.arithmetic().binary(op, old, right, e);
    return write(place, at.arithmetic().convert(result, place.type()).expr(), use, line);
  }

  private Value compoundWide(IASTBinaryExpression e, Value.Place place, Use use, int line) {
    Value right = at.expressions().rvalue(at.expressions().lower(e.getOperand2()));
    Value old = at.expressions().rvalue(place);
    BinaryOp op =
        Operators.arithmetic(e.getOperator()).orElseThrow(() -> new Unlowerable("assignment"));
    return store(place, new Int128(graph, line).binary(op, old, right, e, at), use, e, line);
  }

  private Value stepWide(Value.Place place, boolean up, boolean before, IASTNode node, int line) {
    Value old = at.expressions().rvalue(place);
    Value one = Expressions.constant(CType.INT, 1);
    BinaryOp op = up ? BinaryOp.ADD : BinaryOp.SUB;
    Value stepped = new Int128(graph, line).binary(op, old, one, node, at);
    Value written = store(place, stepped, Use.NEEDED, node, line);
    return before ? written : old;
  }

  Value step(IASTUnaryExpression e, Use use) {
    int line = at.line(e);
    Value.Place place = once(place(e.getOperand()), line);
    int op = e.getOperator();
    boolean up =
        op == IASTUnaryExpression.op_prefixIncr || op == IASTUnaryExpression.op_postFixIncr;
    boolean before =
        op == IASTUnaryExpression.op_prefixIncr || op == IASTUnaryExpression.op_prefixDecr;
    if (Int128.is(place.type())) {
      return stepWide(place, up, before, e, line);
    }
    if (!place.type().isInteger() && !place.type().isPointer()) {
      throw at.refuse("operands", e, "number expected, found '" + place.type() + "'");
    }
    Value.Number old = (Value.Number) at.expressions().rvalue(place);
    Optional<Value.Number> kept = Optional.empty();
    if (!before && use == Use.NEEDED) {
      old = new Value.Number(old.type(), graph.into(old.expr(), line));
      kept = Optional.of(old);
    }
    Value.Number one = Expressions.constant(CType.INT, 1);
    Value.Number result = at.arithmetic().binary(up ? BinaryOp.ADD : BinaryOp.SUB, old, one, e);
    Value.Number written =
        write(place, at.arithmetic().convert(result, place.type()).expr(), use, line);
    return kept.isPresent() ? kept.get() : written;
  }
}
