package org.mmlens.jvm;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Optional;
import org.mmlens.ir.Expr;
import org.mmlens.ir.Function;
import org.mmlens.ir.Instruction;
import org.mmlens.ir.Instruction.Callee;
import org.mmlens.ir.Register;
import org.mmlens.ir.Slot;

/// Emits instructions.
final class InstructionCompiler {

  private static final MethodTypeDesc STORE =
      MethodTypeDesc.of(Descriptors.VOID, Descriptors.MACHINE, Descriptors.LONG, Descriptors.LONG);
  private static final MethodTypeDesc MOVE = STORE.insertParameterTypes(3, Descriptors.LONG);
  private static final MethodTypeDesc LOCAL =
      MethodTypeDesc.of(Descriptors.VOID, Descriptors.MACHINE, Descriptors.LONG, Descriptors.INT);
  private static final MethodTypeDesc TARGET = LOCAL.changeReturnType(Descriptors.HANDLE);
  private static final MethodTypeDesc CALLED =
      MethodTypeDesc.of(Descriptors.VOID, Descriptors.MACHINE, Descriptors.INT);

  private static final MethodTypeDesc ANSWERED =
      MethodTypeDesc.of(Descriptors.VOID, Descriptors.MACHINE, Descriptors.STRING);

  private final CodeBuilder code;
  private final Registers registers;
  private final ExprCompiler exprs;
  private final Scope scope;

  InstructionCompiler(CodeBuilder code, Registers registers, ExprCompiler exprs, Scope scope) {
    this.code = code;
    this.registers = registers;
    this.exprs = exprs;
    this.scope = scope;
  }

  /// {@return whether control goes on behind it}
  boolean emit(Instruction instruction) {
    if (instruction instanceof Instruction.Call call) {
      return call(call);
    }
    plain(instruction);
    return true;
  }

  private void plain(Instruction instruction) {
    switch (instruction) {
      case Instruction.Assign(Register target, Expr value, _) -> {
        exprs.value(value);
        registers.store(target);
      }
      case Instruction.Store(var type, Expr address, Expr value, _) -> {
        code.aload(0);
        exprs.value(address);
        exprs.value(value);
        code.invokestatic(Descriptors.RAM, "store" + type.bits(), STORE);
      }
      case Instruction.Copy(Expr target, Expr source, long bytes, _) -> copy(target, source, bytes);
      case Instruction.Zero(Expr target, long bytes, _) -> {
        code.aload(0);
        exprs.value(target);
        code.lconst_0().loadConstant(bytes);
        code.invokestatic(Descriptors.RAM, "fill", MOVE);
      }
      case Instruction.Enter(Slot slot, _) -> {
        code.aload(0);
        exprs.value(new Expr.SlotAddress(slot));
        code.loadConstant((int) Math.min(slot.bytes(), 1 << 24));
        code.invokestatic(Descriptors.CPU, "local", LOCAL);
      }
      case Instruction.Forget(Register target, _) -> registers.forget(target);
      case Instruction.Call _ -> {}
    }
  }

  private void copy(Expr target, Expr source, long bytes) {
    code.aload(0);
    exprs.value(target);
    exprs.value(source);
    if (bytes == 8) {
      code.invokestatic(Descriptors.RAM, "copy64", STORE);
    } else {
      code.loadConstant(bytes);
      code.invokestatic(Descriptors.RAM, "copy", MOVE);
    }
  }

  private boolean call(Instruction.Call call) {
    return switch (call.callee()) {
      case Callee.Direct(String symbol, _) -> direct(symbol, call);
      case Callee.Indirect(Expr address, _) -> indirect(address, call);
    };
  }

  private boolean direct(String symbol, Instruction.Call call) {
    int args = call.args().size();
    return switch (scope.target(symbol)) {
      case Target.Unknown(String name) -> stop("notModelled", name);
      case Target.Body(Function f) when f.params().size() != args ->
          stop("hole", mismatch(f.name(), f.params().size(), args));
      case Target.Modelled(Model model, _) when model.params() != args ->
          stop(
              "notModelled",
              mismatch(model.name(), model.params(), args) + " by the model in Java");
      case Target.Body(Function f) -> body(f, call);
      case Target.Modelled(Model model, int number) -> model(model, number, call);
    };
  }

  private boolean body(Function f, Instruction.Call call) {
    arguments(call.args());
    code.invokestatic(scope.owner(f), f.name(), Descriptors.function(f.params().size()));
    boolean same = call.result().isEmpty() || f.result().equals(call.result().map(Register::type));
    return result(call.result(), same);
  }

  private boolean model(Model model, int number, Instruction.Call call) {
    boolean told = scope.calls() == Options.Calls.TOLD;
    code.aload(0).loadConstant(number).invokestatic(Descriptors.CPU, "called", CALLED);
    if (told) {
      code.aload(0).loadConstant(model.name());
      code.invokestatic(Descriptors.CPU, "answered", ANSWERED);
    }
    arguments(call.args());
    code.invokestatic(model.owner(), model.method().getName(), model.type());
    if (!model.returnsValue()) {
      code.lconst_0();
    }
    if (told) {
      MethodCompiler.left(code, model.returnsValue());
    }
    return result(call.result(), false);
  }

  private static String mismatch(String name, int params, int args) {
    return "%s called with %d arguments, %d expected".formatted(name, args, params);
  }

  private boolean indirect(Expr address, Instruction.Call call) {
    code.aload(0);
    exprs.value(address);
    code.loadConstant(call.args().size());
    code.invokestatic(Descriptors.CPU, "target", TARGET);
    arguments(call.args());
    code.invokevirtual(Descriptors.HANDLE, "invokeExact", Descriptors.function(call.args().size()));
    return result(call.result(), false);
  }

  private void arguments(List<Expr> args) {
    code.aload(0);
    args.forEach(exprs::value);
  }

  private boolean result(Optional<Register> target, boolean normalized) {
    if (target.isEmpty()) {
      code.pop2();
    } else {
      if (!normalized) {
        ExprCompiler.normalize(code, target.get().type());
      }
      registers.store(target.get());
    }
    return true;
  }

  /// Ends the run here; what follows in the block is not reached.
  boolean stop(String how, String what) {
    code.loadConstant(what);
    code.invokestatic(
        Descriptors.CPU, how, MethodTypeDesc.of(Descriptors.STOP, Descriptors.STRING));
    code.athrow();
    return false;
  }
}
