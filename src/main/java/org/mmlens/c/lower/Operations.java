package org.mmlens.c.lower;

import java.util.Optional;
import org.eclipse.cdt.core.dom.ast.IASTBinaryExpression;
import org.eclipse.cdt.core.dom.ast.IASTExpression;
import org.mmlens.c.type.CType;
import org.mmlens.ir.Expr;
import org.mmlens.ir.Expr.BinaryOp;
import org.mmlens.ir.Expr.UnaryOp;

/// Unary and binary operators whose operands are all evaluated (C11 §6.5.3.3, §6.5.5–6.5.12).
final class Operations {
  private final Lowering at;

  Operations(Lowering at) {
    this.at = at;
  }

  Value unary(UnaryOp op, IASTExpression operand) {
    Value v = at.expressions().rvalue(at.expressions().lower(operand));
    return v instanceof Value.Wide w
        ? new Int128(at.graph(), at.line(operand)).unary(op, w)
        : at.arithmetic().unary(op, at.expressions().number(v, operand));
  }

  Value binary(IASTBinaryExpression e) {
    int op = e.getOperator();
    if (Assignments.isAssignment(op)) {
      return at.assignments().assign(e, Assignments.Use.NEEDED);
    }
    if (op == IASTBinaryExpression.op_logicalAnd || op == IASTBinaryExpression.op_logicalOr) {
      return new Choices(at).logical(e);
    }
    Optional<Value> asCast = new Readings(at).binaryThatCasts(e);
    if (asCast.isPresent()) {
      return asCast.get();
    }
    int line = at.line(e);
    Value first = at.expressions().rvalue(at.expressions().lower(e.getOperand1()));
    Graph.Mark mark = at.graph().mark();
    Value second = at.expressions().rvalue(at.expressions().lower(e.getOperand2()));
    if (first instanceof Value.Wide || second instanceof Value.Wide) {
      return wide(e, kept(first, mark, line), second, line);
    }
    Value.Number l = at.expressions().number(first, e.getOperand1());
    Value.Number r = at.expressions().number(second, e.getOperand2());
    Value.Number left = new Value.Number(l.type(), at.graph().keep(l.expr(), mark, line));
    Optional<Expr.CompareOp> relation = Operators.relation(op);
    if (relation.isPresent()) {
      new Checks(at).comparable(left, r, e);
      return at.arithmetic().compare(relation.get(), left, r);
    }
    BinaryOp arithmetic =
        Operators.arithmetic(op)
            .orElseThrow(() -> new Unlowerable("operator in '" + at.unit().parsed().text(e) + "'"));
    return at.arithmetic().binary(arithmetic, left, r, e);
  }

  private Value kept(Value v, Graph.Mark mark, int line) {
    return switch (v) {
      case Value.Number n -> new Value.Number(n.type(), at.graph().keep(n.expr(), mark, line));
      case Value.Wide(CType type, Int128.Words w) ->
          new Value.Wide(
              type,
              new Int128.Words(
                  at.graph().keep(w.low(), mark, line), at.graph().keep(w.high(), mark, line)));
      case Value.Place _, Value.Code _, Value.Nothing _ -> v;
    };
  }

  private Value wide(IASTBinaryExpression e, Value left, Value right, int line) {
    var arithmetic = new Int128(at.graph(), line);
    Optional<Expr.CompareOp> relation = Operators.relation(e.getOperator());
    if (relation.isPresent()) {
      return arithmetic.compare(relation.get(), left, right);
    }
    BinaryOp op =
        Operators.arithmetic(e.getOperator())
            .orElseThrow(() -> new Unlowerable("operator in '" + at.unit().parsed().text(e) + "'"));
    return arithmetic.binary(op, left, right, e, at);
  }
}
