package org.mmlens.c.lower;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.cdt.core.dom.ast.IASTExpression;
import org.mmlens.c.parse.AsmDeclaration;

/// `asm` statements without instructions, by which the kernel hides values from the optimiser or
/// fences it. One with instructions is a hole.
final class Assembly {
  private final Lowering at;

  Assembly(Lowering at) {
    this.at = at;
  }

  void lower(AsmDeclaration asm) {
    if (!asm.isEmpty()) {
      throw new Unlowerable("asm");
    }
    Map<Integer, IASTExpression> tied = new HashMap<>();
    for (AsmDeclaration.Operand in : asm.inputs()) {
      if (in.constraint().matches("\\d")) {
        tied.put(Integer.parseInt(in.constraint()), in.expression());
      } else {
        at.expressions().effect(in.expression());
      }
    }
    List<AsmDeclaration.Operand> outputs = asm.outputs();
    for (int i = 0; i < outputs.size(); i++) {
      if (!outputs.get(i).constraint().startsWith("+")) {
        move(outputs.get(i).expression(), tied.get(i), at.line(asm));
      }
    }
  }

  /// What is in the register of an input is in it still when it becomes the output.
  private void move(
      IASTExpression to, @org.jspecify.annotations.Nullable IASTExpression from, int line) {
    if (from == null) {
      throw new Unlowerable("asm output");
    }
    Value v = at.expressions().rvalue(at.expressions().lower(from));
    if (!(at.expressions().lower(to) instanceof Value.Place target)) {
      throw new Unlowerable("asm operands");
    }
    Value converted =
        v instanceof Value.Number n && (target.type().isInteger() || target.type().isPointer())
            ? at.arithmetic().convert(n, target.type())
            : v;
    at.assignments().store(target, converted, Assignments.Use.DISCARDED, from, line);
  }
}
