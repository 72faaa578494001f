package org.mmlens.jvm;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import org.mmlens.ir.Block;
import org.mmlens.ir.Function;

/// Emits the body of the method that stands for one C function: `static long f(Machine, long…)`.
///
/// Parameters and registers are locals; the order of blocks is that of [Graph].
final class MethodCompiler implements BlockCompiler.Exits {

  private static final MethodTypeDesc PUSH =
      MethodTypeDesc.of(Descriptors.LONG, Descriptors.MACHINE, Descriptors.INT);
  private static final MethodTypeDesc POP =
      MethodTypeDesc.of(Descriptors.VOID, Descriptors.MACHINE, Descriptors.LONG, Descriptors.INT);

  private static final MethodTypeDesc RETURNED =
      MethodTypeDesc.of(
          Descriptors.LONG, Descriptors.LONG, Descriptors.MACHINE, ConstantDescs.CD_String);

  private static final MethodTypeDesc ENTERED =
      MethodTypeDesc.of(
          Descriptors.VOID, Descriptors.MACHINE, Descriptors.STRING, Descriptors.LONGS);

  private static final MethodTypeDesc LEFT =
      MethodTypeDesc.of(Descriptors.LONG, Descriptors.LONG, Descriptors.MACHINE);

  private final CodeBuilder code;
  private final Function function;
  private final Scope scope;
  private final BlockCompiler.Shape shape;
  private final LocalRegisters registers;
  private final int base;
  private final Label[] labels;

  MethodCompiler(CodeBuilder code, Function function, Scope scope) {
    this.code = code;
    this.function = function;
    this.scope = scope;
    this.shape = BlockCompiler.Shape.of(function);
    this.registers = new LocalRegisters(code, function, shape.assigned().doubtful());
    this.base = registers.end();
    this.labels = new Label[function.blocks().size()];
  }

  void emit() {
    for (Block block : shape.graph().order()) {
      labels[block.index()] = code.newLabel();
    }
    if (function.at().line() > 0 && function.at().line() <= 0xffff) {
      code.lineNumber(function.at().line());
    }
    open(code, function, scope, shape.frame(), base);
    registers.open();
    BlockCompiler blocks = new BlockCompiler(code, function, scope, shape, registers, base, this);
    for (Block block : shape.graph().order()) {
      code.labelBinding(labels[block.index()]);
      blocks.emit(block);
    }
  }

  /// Pays for the call and makes the stack frame.
  static void open(CodeBuilder code, Function function, Scope scope, StackFrame frame, int base) {
    code.aload(0).invokestatic(Descriptors.CPU, "step", Descriptors.MACHINE_VOID);
    if (scope.coverage() == Options.Coverage.ON) {
      int number = scope.probe(function.symbol(), function.at().line(), "", Probe.ENTERED);
      code.aload(0).getfield(Descriptors.MACHINE, "coverage", Descriptors.BYTES);
      code.loadConstant(number).iconst_1().bastore();
    }
    if (scope.calls() == Options.Calls.TOLD) {
      tell(code, function);
    }
    if (scope.recursive(function.symbol())) {
      code.aload(0).invokestatic(Descriptors.CPU, "enter", Descriptors.MACHINE_VOID);
    }
    if (frame.bytes() != 0) {
      code.aload(0).loadConstant(frame.bytes());
      code.invokestatic(Descriptors.CPU, "push", PUSH).lstore(base);
    }
  }

  private static void tell(CodeBuilder code, Function function) {
    int params = function.params().size();
    code.aload(0).loadConstant(function.name());
    code.loadConstant(params).newarray(TypeKind.LONG);
    for (int i = 0; i < params; i++) {
      code.dup().loadConstant(i).lload(1 + 2 * i).lastore();
    }
    code.invokestatic(Descriptors.CPU, "entered", ENTERED);
  }

  /// Tells of the end of what returns the value on the stack, if it returns one.
  static void left(CodeBuilder code, boolean value) {
    if (value) {
      code.aload(0).invokestatic(Descriptors.CPU, "left", LEFT);
    } else {
      code.aload(0).invokestatic(Descriptors.CPU, "leftVoid", Descriptors.MACHINE_VOID);
    }
  }

  /// Drops the stack frame and returns the value on the stack.
  static void close(CodeBuilder code, Function function, Scope scope, StackFrame frame, int base) {
    if (frame.bytes() != 0) {
      code.aload(0).lload(base).loadConstant(frame.bytes());
      code.invokestatic(Descriptors.CPU, "pop", POP);
    }
    if (scope.watched(function.symbol())) {
      code.aload(0).loadConstant(function.symbol());
      code.invokestatic(Descriptors.CPU, "returned", RETURNED);
    }
    if (scope.recursive(function.symbol())) {
      code.aload(0).invokestatic(Descriptors.CPU, "leave", Descriptors.MACHINE_VOID);
    }
    if (scope.calls() == Options.Calls.TOLD) {
      left(code, function.result().isPresent());
    }
    code.lreturn();
  }

  @Override
  public void to(int block) {
    code.goto_(labels[block]);
  }

  @Override
  public void leave() {
    close(code, function, scope, shape.frame(), base);
  }
}
