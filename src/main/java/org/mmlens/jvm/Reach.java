package org.mmlens.jvm;

import java.util.function.Consumer;
import org.mmlens.ir.Block;
import org.mmlens.ir.Expr;
import org.mmlens.ir.Function;
import org.mmlens.ir.Instruction;
import org.mmlens.ir.Instruction.Callee;
import org.mmlens.ir.Terminator;

/// Walks over everything a function mentions.
final class Reach {

  /// What is told of each mention.
  ///
  /// @param called a function called by name
  /// @param pointed a function whose address is taken
  /// @param global a global
  /// @param hole a line that could not be translated
  record Visitor(
      Consumer<Callee.Direct> called,
      Consumer<String> pointed,
      Consumer<String> global,
      Consumer<Terminator.Hole> hole) {}

  private Reach() {}

  static void visit(Function function, Visitor visitor) {
    for (Block block : function.blocks()) {
      for (Instruction i : block.instructions()) {
        visit(i, visitor);
      }
      visit(block.end(), visitor);
    }
  }

  private static void visit(Instruction instruction, Visitor visitor) {
    if (instruction instanceof Instruction.Call(_, Callee.Direct direct, _, _)) {
      visitor.called().accept(direct);
    }
    Operands.of(instruction).forEach(e -> visit(e, visitor));
  }

  private static void visit(Terminator end, Visitor visitor) {
    if (end instanceof Terminator.Hole hole) {
      visitor.hole().accept(hole);
    }
    Operands.of(end).forEach(e -> visit(e, visitor));
  }

  private static void visit(Expr expr, Visitor visitor) {
    switch (expr) {
      case Expr.GlobalAddress(String symbol, _) -> visitor.global().accept(symbol);
      case Expr.FunctionAddress(String symbol) -> visitor.pointed().accept(symbol);
      case Expr e -> Operands.of(e).forEach(o -> visit(o, visitor));
    }
  }
}
