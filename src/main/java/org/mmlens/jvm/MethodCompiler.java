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

/// Emits the body of the method that stands for one C function: `static long f(Machine, long…)`.
///
/// Parameters and registers are locals; the order of blocks is that of [Graph].
final class MethodCompiler {

  private static final MethodTypeDesc PUSH =
      MethodTypeDesc.of(Descriptors.LONG, Descriptors.MACHINE, Descriptors.INT);
  private static final MethodTypeDesc POP =
      MethodTypeDesc.of(Descriptors.VOID, Descriptors.MACHINE, Descriptors.LONG, Descriptors.INT);

  private final CodeBuilder code;
  private final Function function;
  private final Scope scope;
  private final Graph graph;
  private final Assigned assigned;
  private final Registers registers;
  private final StackFrame frame;
  private final int base;
  private final ExprCompiler exprs;
  private final InstructionCompiler instructions;
  private final Label[] labels;
  private int line = -1;

  MethodCompiler(CodeBuilder code, Function function, Scope scope) {
    this.code = code;
    this.function = function;
    this.scope = scope;
    this.graph = new Graph(function);
    this.assigned = new Assigned(function, graph);
    this.registers = new Registers(code, function, assigned);
    this.frame = new StackFrame(function);
    this.base = registers.end();
    this.exprs = new ExprCompiler(code, registers, frame, base, scope);
    this.instructions = new InstructionCompiler(code, registers, exprs, scope);
    this.labels = new Label[function.blocks().size()];
  }

  void emit() {
    for (Block block : graph.order()) {
      labels[block.index()] = code.newLabel();
    }
    open();
    for (Block block : graph.order()) {
      block(block);
    }
  }

  private void open() {
    line(function.at().line());
    step();
    if (scope.recursive(function.symbol())) {
      code.aload(0).invokestatic(Descriptors.CPU, "enter", Descriptors.MACHINE_VOID);
    }
    if (frame.bytes() != 0) {
      code.aload(0).loadConstant(frame.bytes());
      code.invokestatic(Descriptors.CPU, "push", PUSH).lstore(base);
    }
    registers.open(function);
    if (graph.order().getFirst().index() != 0) {
      throw new IllegalStateException("block 0 is not first");
    }
  }

  private void step() {
    code.aload(0).invokestatic(Descriptors.CPU, "step", Descriptors.MACHINE_VOID);
  }

  private void line(int of) {
    if (of != line && of > 0 && of <= 0xffff) {
      code.lineNumber(of);
      line = of;
    }
  }

  private void block(Block block) {
    code.labelBinding(labels[block.index()]);
    line = -1;
    BitSet now = assigned.atStart(block);
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
        close();
      }
      case Terminator.Unreachable _ -> {
        code.invokestatic(Descriptors.CPU, "unreachable", MethodTypeDesc.of(Descriptors.STOP));
        code.athrow();
      }
      case Terminator.Hole(String construct, _) -> instructions.stop("hole", construct);
    }
  }

  private void close() {
    if (frame.bytes() != 0) {
      code.aload(0).lload(base).loadConstant(frame.bytes());
      code.invokestatic(Descriptors.CPU, "pop", POP);
    }
    if (scope.recursive(function.symbol())) {
      code.aload(0).invokestatic(Descriptors.CPU, "leave", Descriptors.MACHINE_VOID);
    }
    code.lreturn();
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
    if (graph.goesBack(from.index(), to)) {
      step();
    }
    code.goto_(labels[to]);
  }
}
