package org.mmlens.c.parse;

import java.util.List;
import org.eclipse.cdt.core.dom.ast.ASTNodeProperty;
import org.eclipse.cdt.core.dom.ast.ASTVisitor;
import org.eclipse.cdt.core.dom.ast.IASTExpression;
import org.eclipse.cdt.core.dom.ast.IASTNode;
import org.eclipse.cdt.core.dom.ast.IASTTypeId;
import org.eclipse.cdt.core.dom.ast.IType;
import org.eclipse.cdt.internal.core.dom.parser.ASTNode;
import org.eclipse.cdt.internal.core.dom.parser.ProblemType;

/// An expression that CDT's grammar of C lacks.
public abstract class ExtraExpression extends ASTNode implements IASTExpression {
  private static final ASTNodeProperty PART =
      new ASTNodeProperty("ExtraExpression.PART [IASTNode]");

  /// For the kinds in this package.
  ExtraExpression() {}

  abstract List<IASTExpression> expressions();

  abstract List<IASTTypeId> typeIds();

  final void adopt(IASTNode part) {
    part.setParent(this);
    part.setPropertyInParent(PART);
  }

  @Override
  public boolean accept(ASTVisitor visitor) {
    if (visitor.shouldVisitExpressions) {
      switch (visitor.visit(this)) {
        case ASTVisitor.PROCESS_ABORT -> {
          return false;
        }
        case ASTVisitor.PROCESS_SKIP -> {
          return true;
        }
        default -> {}
      }
    }
    for (IASTTypeId type : typeIds()) {
      if (!type.accept(visitor)) {
        return false;
      }
    }
    for (IASTExpression operand : expressions()) {
      if (!operand.accept(visitor)) {
        return false;
      }
    }
    return !visitor.shouldVisitExpressions || visitor.leave(this) != ASTVisitor.PROCESS_ABORT;
  }

  @Override
  public final IType getExpressionType() {
    return ProblemType.UNKNOWN_FOR_EXPRESSION;
  }

  @Override
  public final boolean isLValue() {
    return false;
  }

  @Override
  public final ValueCategory getValueCategory() {
    return ValueCategory.PRVALUE;
  }

  @Override
  public final IASTExpression copy() {
    return this;
  }

  @Override
  public final IASTExpression copy(CopyStyle style) {
    return this;
  }
}
