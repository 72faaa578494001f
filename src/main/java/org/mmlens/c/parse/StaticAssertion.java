package org.mmlens.c.parse;

import org.eclipse.cdt.core.dom.ast.ASTNodeProperty;
import org.eclipse.cdt.core.dom.ast.ASTVisitor;
import org.eclipse.cdt.core.dom.ast.IASTDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTExpression;
import org.eclipse.cdt.internal.core.dom.parser.ASTNode;

/// `_Static_assert(condition, "message")` (C11 §6.7.10).
public final class StaticAssertion extends ASTNode implements IASTDeclaration {
  private static final ASTNodeProperty CONDITION =
      new ASTNodeProperty("StaticAssertion.CONDITION [IASTExpression]");

  private final IASTExpression condition;
  private final String message;

  StaticAssertion(IASTExpression condition, String message) {
    this.condition = condition;
    this.message = message;
    condition.setParent(this);
    condition.setPropertyInParent(CONDITION);
  }

  /// {@return what must not be 0}
  public IASTExpression condition() {
    return condition;
  }

  /// {@return the message as spelt, quotes included; empty if there is none}
  public String message() {
    return message;
  }

  @Override
  public boolean accept(ASTVisitor visitor) {
    if (visitor.shouldVisitDeclarations) {
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
    return condition.accept(visitor)
        && (!visitor.shouldVisitDeclarations || visitor.leave(this) != ASTVisitor.PROCESS_ABORT);
  }

  @Override
  public IASTDeclaration copy() {
    return this;
  }

  @Override
  public IASTDeclaration copy(CopyStyle style) {
    return this;
  }
}
