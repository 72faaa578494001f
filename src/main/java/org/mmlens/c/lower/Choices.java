package org.mmlens.c.lower;

import java.util.Optional;
import java.util.function.Function;
import org.eclipse.cdt.core.dom.ast.IASTBinaryExpression;
import org.eclipse.cdt.core.dom.ast.IASTConditionalExpression;
import org.eclipse.cdt.core.dom.ast.IASTExpression;
import org.eclipse.cdt.core.dom.ast.IASTFunctionCallExpression;
import org.eclipse.cdt.core.dom.ast.IASTIdExpression;
import org.eclipse.cdt.core.dom.ast.IASTNode;
import org.eclipse.cdt.core.dom.ast.IASTUnaryExpression;
import org.mmlens.c.type.CType;
import org.mmlens.c.type.Conversions;
import org.mmlens.c.type.Layouts;
import org.mmlens.ir.Expr;
import org.mmlens.ir.Instruction;
import org.mmlens.ir.Register;
import org.mmlens.ir.Scalar;
import org.mmlens.ir.Terminator;

/// What evaluates only some of its operands: `&&`, `||`, `?:`, and conditions (C11 §6.5.13–15).
final class Choices {
  private final Lowering at;
  private final Graph graph;

  Choices(Lowering at) {
    this.at = at;
    this.graph = at.graph();
  }

  /// An operand that may not be evaluated, lowered into a block of its own.
  ///
  /// @param begin the block it begins in
  /// @param end the block it ends in
  /// @param value what it denotes; absent if it became a hole
  /// @param pure whether it emitted nothing
  private record Arm(Graph.Pending begin, Graph.Pending end, Optional<Value> value, boolean pure) {}

  private Arm arm(IASTExpression node, Function<IASTExpression, Value> lower) {
    Graph.Pending begin = graph.block();
    graph.enter(begin);
    try {
      Value v = lower.apply(node);
      return new Arm(begin, graph.current(), Optional.of(v), graph.isUntouched(begin));
    } catch (Unlowerable u) {
      graph.stop(new Terminator.Hole(u.construct(), at.line(node)));
      return new Arm(begin, graph.current(), Optional.empty(), false);
    }
  }

  Value logical(IASTBinaryExpression e) {
    boolean and = e.getOperator() == IASTBinaryExpression.op_logicalAnd;
    int line = at.line(e);
    Expr left = truth(e.getOperand1());
    if (left instanceof Expr.Const(var v, _)) {
      if ((v != 0) == and) {
        return new Value.Number(CType.INT, truth(e.getOperand2()));
      }
      lookAt(e.getOperand2());
      return Expressions.constant(CType.INT, and ? 0 : 1);
    }
    Graph.Pending before = graph.current();
    Arm right = arm(e.getOperand2(), n -> new Value.Number(CType.INT, truth(n)));
    if (right.pure() && right.value().orElseThrow() instanceof Value.Number(_, var r)) {
      graph.drop(right.begin());
      graph.enter(before);
      return new Value.Number(CType.INT, join(and, left, r, line));
    }
    Graph.Pending after = graph.block();
    Register result = graph.temporary(Scalar.I32);
    graph.enter(before);
    graph.emit(new Instruction.Assign(result, Fold.constant(and ? 0 : 1, Scalar.I32), line));
    String text = at.unit().parsed().text(e.getOperand1());
    graph.branch(left, and ? right.begin() : after, and ? after : right.begin(), text, line);
    if (right.value().isPresent() && right.value().get() instanceof Value.Number(_, var r)) {
      graph.enter(right.end());
      graph.emit(new Instruction.Assign(result, r, line));
      graph.jump(after, line);
    }
    graph.enter(after);
    return new Value.Number(CType.INT, new Expr.Reg(result));
  }

  private Expr join(boolean and, Expr left, Expr right, int line) {
    if (right instanceof Expr.Const(var v, _)) {
      if ((v != 0) == and) {
        return left;
      }
      if (Fold.loads(left)) {
        graph.into(left, line);
      }
      return right;
    }
    return and ? new Expr.AndAlso(left, right) : new Expr.OrElse(left, right);
  }

  private Expr truth(IASTExpression node) {
    return Fold.truth(at.expressions().truth(node));
  }

  /// Lets code that is never evaluated be checked all the same.
  private void lookAt(IASTExpression node) {
    try {
      at.unevaluated().expressions().lower(node);
    } catch (Unlowerable _) {
      // What never runs may stay untranslated.
    }
  }

  Value conditional(IASTConditionalExpression e) {
    int line = at.line(e);
    IASTExpression then = e.getPositiveResultExpression();
    Value.Number condition =
        then == null
            ? at.expressions().number(e.getLogicalConditionExpression())
            : new Value.Number(
                CType.INT, Fold.truth(at.expressions().truth(e.getLogicalConditionExpression())));
    IASTExpression otherwise = e.getNegativeResultExpression();
    if (then == null) {
      condition = new Value.Number(condition.type(), graph.once(condition.expr(), line));
    }
    if (condition.expr() instanceof Expr.Const(var v, _)) {
      return decided(v != 0, condition, then, otherwise, e);
    }
    Graph.Pending before = graph.current();
    Value.Number chosen = condition;
    Arm first =
        then == null
            ? arm(e, _ -> chosen)
            : arm(then, n -> at.expressions().rvalue(at.expressions().lower(n)));
    Arm second = arm(otherwise, n -> at.expressions().rvalue(at.expressions().lower(n)));
    CType type;
    try {
      type = common(first.value(), second.value(), e);
    } catch (Unlowerable u) {
      // The arms hang in the air: what cannot be translated is where they would have begun.
      graph.enter(before);
      throw u;
    }
    Expr test = condition.expr();
    if (first.pure() && second.pure()) {
      graph.drop(first.begin());
      graph.drop(second.begin());
      graph.enter(before);
      return pure(test, first.value().orElseThrow(), second.value().orElseThrow(), type, line);
    }
    graph.enter(before);
    String text = at.unit().parsed().text(e.getLogicalConditionExpression());
    graph.branch(test, first.begin(), second.begin(), text, line);
    Graph.Pending after = graph.block();
    Optional<Register> result =
        type.isVoid() ? Optional.empty() : Optional.of(graph.temporary(carrier(type)));
    for (Arm arm : new Arm[] {first, second}) {
      if (arm.value().isPresent()) {
        graph.enter(arm.end());
        carry(arm.value().get(), type, result, line);
        graph.jump(after, line);
      }
    }
    graph.enter(after);
    return result.map(r -> uncarried(new Expr.Reg(r), type, line)).orElse(new Value.Nothing());
  }

  private void carry(Value v, CType type, Optional<Register> to, int line) {
    try {
      to.ifPresent(r -> graph.emit(new Instruction.Assign(r, carried(v, type), line)));
    } catch (Unlowerable u) {
      graph.stop(new Terminator.Hole(u.construct(), line));
    }
  }

  private Value decided(
      boolean yes,
      Value.Number condition,
      @org.jspecify.annotations.Nullable IASTExpression then,
      IASTExpression otherwise,
      IASTNode node) {
    Value taken =
        yes
            ? then == null ? condition : at.expressions().rvalue(at.expressions().lower(then))
            : at.expressions().rvalue(at.expressions().lower(otherwise));
    Optional<Value> other = Optional.empty();
    IASTExpression left = yes ? otherwise : then;
    try {
      if (left != null) {
        Lowering aside = at.unevaluated();
        other = Optional.of(aside.expressions().rvalue(aside.expressions().lower(left)));
      }
    } catch (Unlowerable _) {
      // The type is that of the operand taken then.
    }
    CType type = common(Optional.of(taken), other, node);
    return taken instanceof Value.Number n && (type.isInteger() || type.isPointer())
        ? at.arithmetic().convert(n, type)
        : type.isVoid() ? new Value.Nothing() : taken;
  }

  private Value pure(Expr test, Value then, Value otherwise, CType type, int line) {
    if (type.isVoid()) {
      return new Value.Nothing();
    }
    Expr select =
        new Expr.Select(carrier(type), test, carried(then, type), carried(otherwise, type));
    return uncarried(select, type, line);
  }

  /// {@return the scalar by which a value travels: itself, or the address of an aggregate}
  private static Scalar carrier(CType type) {
    return type.isInteger() || type.isPointer()
        ? type.scalar()
        : Layouts.onlyScalar(type).orElse(Scalar.U64);
  }

  private Expr carried(Value v, CType type) {
    if (v instanceof Value.Number n) {
      return at.arithmetic().convert(n, type).expr();
    }
    if (v instanceof Value.Place p) {
      Optional<Scalar> only = Layouts.onlyScalar(type);
      if (only.isPresent()) {
        return at.expressions().scalarOf(p, only.get());
      }
      if (p.where() instanceof Value.Where.InMemory(var address)) {
        return address;
      }
    }
    throw new Unlowerable("conditional of type '" + type + "'");
  }

  private Value uncarried(Expr e, CType type, int line) {
    if (type.isInteger() || type.isPointer()) {
      return new Value.Number(type, e);
    }
    if (Layouts.onlyScalar(type).isPresent()) {
      Expr.Reg reg = (Expr.Reg) (e instanceof Expr.Reg ? e : graph.into(e, line));
      return new Value.Place(type, new Value.Where.InRegister(reg.register()));
    }
    return new Value.Place(type, new Value.Where.InMemory(graph.once(e, line)));
  }

  /// The type of `?:` (C11 §6.5.15p5–6).
  private CType common(Optional<Value> first, Optional<Value> second, IASTNode node) {
    if (first.isEmpty() || second.isEmpty()) {
      return first
          .or(() -> second)
          .map(v -> v.type().plain())
          .orElseThrow(() -> new Unlowerable("conditional"));
    }
    Value a = first.get();
    Value b = second.get();
    CType l = a.type().plain();
    CType r = b.type().plain();
    if (l.isVoid() || r.isVoid()) {
      return CType.VOID;
    }
    if (Int128.is(l) || Int128.is(r)) {
      throw new Unlowerable("conditional of type '__int128'");
    }
    if (l.isInteger() && r.isInteger()) {
      return Conversions.usual(l, r);
    }
    if (l.isPointer() && r.isPointer()) {
      return commonPointer(a, b, (CType.Pointer) l, (CType.Pointer) r);
    }
    if (l.isPointer() && r.isInteger()) {
      return l;
    }
    if (r.isPointer() && l.isInteger()) {
      return r;
    }
    if (l.equals(r)) {
      return l;
    }
    throw at.refuse("operands", node, "operands of '?:' do not fit: '%s' and '%s'".formatted(l, r));
  }

  private static CType commonPointer(Value a, Value b, CType.Pointer l, CType.Pointer r) {
    if (Arithmetic.isNull(a)) {
      return r;
    }
    if (Arithmetic.isNull(b)) {
      return l;
    }
    CType lt = l.target();
    CType rt = r.target();
    boolean c = lt.isConst() || rt.isConst();
    boolean v = lt.isVolatile() || rt.isVolatile();
    CType target = lt.isVoid() ? lt : rt.isVoid() ? rt : lt;
    return new CType.Pointer(target.with(c, v));
  }

  /// Goes to `then` or `otherwise`, by the value of a controlling expression.
  void condition(IASTExpression node, Graph.Pending then, Graph.Pending otherwise) {
    IASTExpression bare = Expressions.strip(node);
    switch (bare) {
      case IASTUnaryExpression e when e.getOperator() == IASTUnaryExpression.op_not ->
          condition(e.getOperand(), otherwise, then);
      case IASTBinaryExpression e when e.getOperator() == IASTBinaryExpression.op_logicalAnd -> {
        Graph.Pending right = graph.block();
        condition(e.getOperand1(), right, otherwise);
        graph.enter(right);
        condition(e.getOperand2(), then, otherwise);
      }
      case IASTBinaryExpression e when e.getOperator() == IASTBinaryExpression.op_logicalOr -> {
        Graph.Pending right = graph.block();
        condition(e.getOperand1(), then, right);
        graph.enter(right);
        condition(e.getOperand2(), then, otherwise);
      }
      case IASTFunctionCallExpression e when isExpect(e) ->
          condition((IASTExpression) e.getArguments()[0], then, otherwise);
      default -> {
        int line = at.line(bare);
        Expr value = at.expressions().truth(bare);
        graph.branch(value, then, otherwise, at.unit().parsed().text(bare), line);
      }
    }
  }

  private static boolean isExpect(IASTFunctionCallExpression e) {
    return e.getFunctionNameExpression() instanceof IASTIdExpression id
        && id.getName().toString().startsWith("__builtin_expect")
        && e.getArguments().length >= 2
        && e.getArguments()[0] instanceof IASTExpression;
  }
}
