package org.mmlens.c.lower;

import java.util.Optional;
import org.eclipse.cdt.core.dom.ast.IASTBinaryExpression;
import org.mmlens.ir.Expr.BinaryOp;
import org.mmlens.ir.Expr.CompareOp;

/// CDT's numbers for operators.
final class Operators {

  private Operators() {}

  static Optional<BinaryOp> arithmetic(int op) {
    return switch (op) {
      case IASTBinaryExpression.op_plus, IASTBinaryExpression.op_plusAssign ->
          Optional.of(BinaryOp.ADD);
      case IASTBinaryExpression.op_minus, IASTBinaryExpression.op_minusAssign ->
          Optional.of(BinaryOp.SUB);
      case IASTBinaryExpression.op_multiply, IASTBinaryExpression.op_multiplyAssign ->
          Optional.of(BinaryOp.MUL);
      case IASTBinaryExpression.op_divide, IASTBinaryExpression.op_divideAssign ->
          Optional.of(BinaryOp.DIV);
      case IASTBinaryExpression.op_modulo, IASTBinaryExpression.op_moduloAssign ->
          Optional.of(BinaryOp.REM);
      case IASTBinaryExpression.op_binaryAnd, IASTBinaryExpression.op_binaryAndAssign ->
          Optional.of(BinaryOp.AND);
      case IASTBinaryExpression.op_binaryOr, IASTBinaryExpression.op_binaryOrAssign ->
          Optional.of(BinaryOp.OR);
      case IASTBinaryExpression.op_binaryXor, IASTBinaryExpression.op_binaryXorAssign ->
          Optional.of(BinaryOp.XOR);
      case IASTBinaryExpression.op_shiftLeft, IASTBinaryExpression.op_shiftLeftAssign ->
          Optional.of(BinaryOp.SHL);
      case IASTBinaryExpression.op_shiftRight, IASTBinaryExpression.op_shiftRightAssign ->
          Optional.of(BinaryOp.SHR);
      default -> Optional.empty();
    };
  }

  static Optional<CompareOp> relation(int op) {
    return switch (op) {
      case IASTBinaryExpression.op_equals -> Optional.of(CompareOp.EQ);
      case IASTBinaryExpression.op_notequals -> Optional.of(CompareOp.NE);
      case IASTBinaryExpression.op_lessThan -> Optional.of(CompareOp.LT);
      case IASTBinaryExpression.op_lessEqual -> Optional.of(CompareOp.LE);
      case IASTBinaryExpression.op_greaterThan -> Optional.of(CompareOp.GT);
      case IASTBinaryExpression.op_greaterEqual -> Optional.of(CompareOp.GE);
      default -> Optional.empty();
    };
  }
}
