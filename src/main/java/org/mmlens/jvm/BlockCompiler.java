package org.mmlens.jvm;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.mmlens.ir.Block;
import org.mmlens.ir.Expr;
import org.mmlens.ir.Function;
import org.mmlens.ir.Instruction;
import org.mmlens.ir.Terminator;

/// Emits blocks.
final class BlockCompiler {

  /// How control leaves a block.
  interface Exits {
    /// Goes on at another block.
    void to(int block);

    /// Returns the value on the stack.
    void leave();
  }

  private final CodeBuilder code;
  private final Function function;
  private final Scope scope;
  private final Shape shape;
  private final Registers registers;
  private final ExprCompiler exprs;
  private final InstructionCompiler instructions;
  private final Exits exits;
  private int line = -1;

  /// What was found out about a function before code is emitted.
  record Shape(Graph graph, Assigned assigned, StackFrame frame) {
    static Shape of(Function function) {
      Graph graph = new Graph(function);
      return new Shape(graph, new Assigned(function, graph), new StackFrame(function));
    }
  }

  /// `base` is the local that holds the lowest address of the stack frame.
  BlockCompiler(
      CodeBuilder code,
      Function function,
      Scope scope,
      Shape shape,
      Registers registers,
      int base,
      Exits exits) {
    this.code = code;
    this.function = function;
    this.scope = scope;
    this.shape = shape;
    this.registers = registers;
    this.exprs = new ExprCompiler(code, registers, shape.frame(), base, scope);
    this.instructions = new InstructionCompiler(code, registers, exprs, scope);
    this.exits = exits;
  }

  private void line(int of) {
    if (of != line && of > 0 && of <= 0xffff) {
      code.lineNumber(of);
      line = of;
    }
  }

  void emit(Block block) {
    line = -1;
    BitSet now = shape.assigned().atStart(block);
    registers.at(now);
    for (Instruction i : block.instructions()) {
      line(i.line());
      if (!instructions.emit(i)) {
        return;
      }
      Assigned.apply(i, now);
    }
    line(block.end().line());
    end(block);
  }

  private void end(Block block) {
    switch (block.end()) {
      case Terminator.Jump(int to, _) -> edge(block, to);
      case Terminator.Branch(Expr.Const(long value, _), int then, int otherwise, _, _) ->
          edge(block, value != 0 ? then : otherwise);
      case Terminator.Branch branch -> branch(block, branch);
      case Terminator.Switch s -> new SwitchCompiler(code, exprs).emit(s, arms(block, s));
      case Terminator.Return(var value, _) -> {
        value.ifPresentOrElse(exprs::value, code::lconst_0);
        exits.leave();
      }
      case Terminator.Unreachable _ -> {
        code.invokestatic(Descriptors.CPU, "unreachable", MethodTypeDesc.of(Descriptors.STOP));
        code.athrow();
      }
      case Terminator.Hole(String construct, _) -> instructions.stop("hole", construct);
    }
  }

  private void branch(Block block, Terminator.Branch branch) {
    Label no = code.newLabel();
    exprs.jump(branch.condition(), false, no);
    hit(branch.line(), branch.text(), "true");
    edge(block, branch.then());
    code.labelBinding(no);
    hit(branch.line(), branch.text(), "false");
    edge(block, branch.otherwise());
  }

  /// The ways out of a switch, the default last.
  private List<Runnable> arms(Block block, Terminator.Switch s) {
    List<Runnable> ways = new ArrayList<>();
    for (Terminator.Arm arm : s.arms()) {
      String outcome =
          "case " + arm.first() + (arm.first() == arm.last() ? "" : " ... " + arm.last());
      ways.add(() -> way(block, s, outcome, arm.target()));
    }
    ways.add(() -> way(block, s, "default", s.otherwise()));
    return ways;
  }

  private void way(Block block, Terminator.Switch s, String outcome, int target) {
    hit(s.line(), s.text(), outcome);
    edge(block, target);
  }

  private void hit(int at, String condition, String outcome) {
    if (scope.coverage() == Options.Coverage.ON) {
      int number = scope.probe(function.symbol(), at, condition, outcome);
      code.aload(0).getfield(Descriptors.MACHINE, "coverage", Descriptors.BYTES);
      code.loadConstant(number).iconst_1().bastore();
    }
  }

  private void edge(Block from, int to) {
    if (shape.graph().goesBack(from.index(), to)) {
      code.aload(0).invokestatic(Descriptors.CPU, "step", Descriptors.MACHINE_VOID);
    }
    exits.to(to);
  }
}
