package org.mmlens.c.parse;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.cdt.core.dom.ast.ASTNodeProperty;
import org.eclipse.cdt.core.dom.ast.ASTVisitor;
import org.eclipse.cdt.core.dom.ast.IASTDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTExpression;
import org.eclipse.cdt.internal.core.dom.parser.ASTNode;

/// `asm("template" : outputs : inputs : clobbers)` (GNU C extensions manual, "Extended Asm").
public final class AsmDeclaration extends ASTNode implements IASTDeclaration {
  private static final ASTNodeProperty OPERAND =
      new ASTNodeProperty("AsmDeclaration.OPERAND [IASTExpression]");

  private final String template;
  private final List<Operand> outputs;
  private final List<Operand> inputs;

  /// An operand.
  ///
  /// @param constraint without its quotes, e.g. `=r`
  /// @param expression what it stands for
  public record Operand(String constraint, IASTExpression expression) {}

  AsmDeclaration(String template, List<Operand> outputs, List<Operand> inputs) {
    this.template = template;
    this.outputs = List.copyOf(outputs);
    this.inputs = List.copyOf(inputs);
    Stream.concat(outputs.stream(), inputs.stream())
        .forEach(
            o -> {
              o.expression().setParent(this);
              o.expression().setPropertyInParent(OPERAND);
            });
  }

  /// {@return whether it has no instructions: it hides values from the optimiser, or fences it}
  public boolean isEmpty() {
    return template.replaceAll("\\\\[nt]", "").isBlank();
  }

  /// {@return what it writes}
  public List<Operand> outputs() {
    return outputs;
  }

  /// {@return what it reads}
  public List<Operand> inputs() {
    return inputs;
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
    for (List<Operand> operands : List.of(outputs, inputs)) {
      for (Operand o : operands) {
        if (!o.expression().accept(visitor)) {
          return false;
        }
      }
    }
    return !visitor.shouldVisitDeclarations || visitor.leave(this) != ASTVisitor.PROCESS_ABORT;
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
