package org.mmlens.ir.packed;

import java.util.List;
import java.util.Optional;
import org.mmlens.ir.Block;
import org.mmlens.ir.Expr;
import org.mmlens.ir.Function;
import org.mmlens.ir.Instruction;
import org.mmlens.ir.Register;
import org.mmlens.ir.Scalar;
import org.mmlens.ir.Slot;
import org.mmlens.ir.Terminator;

/// Packs the graph of a function. Registers and slots are written once and then by their number.
record FunctionPacker(Words out) {

  void function(Function f) {
    out.word(f.symbol());
    out.word(f.name());
    out.position(f.at());
    out.number(f.lastLine());
    out.word(f.prototype());
    out.flag(f.result().isPresent());
    f.result().ifPresent(this::scalar);
    out.number(f.registers().size());
    f.registers().forEach(this::register);
    out.number(f.slots().size());
    f.slots().forEach(this::slot);
    out.number(f.params().size());
    f.params().forEach(p -> out.number(p.index()));
    out.number(f.blocks().size());
    f.blocks().forEach(this::block);
  }

  private void register(Register r) {
    out.number(r.index());
    out.word(r.name());
    scalar(r.type());
  }

  private void slot(Slot s) {
    out.number(s.index());
    out.word(s.name());
    out.number(s.bytes());
    out.number(s.align());
  }

  private void block(Block block) {
    out.number(block.index());
    out.number(block.instructions().size());
    block.instructions().forEach(this::instruction);
    terminator(block.end());
  }

  private void scalar(Scalar scalar) {
    out.number(scalar.ordinal());
  }

  private void instruction(Instruction instruction) {
    out.number(Tag.of(instruction).ordinal());
    out.number(instruction.line());
    switch (instruction) {
      case Instruction.Assign(var target, var value, _) -> {
        out.number(target.index());
        expr(value);
      }
      case Instruction.Store(var type, var address, var value, _) -> {
        scalar(type);
        expr(address);
        expr(value);
      }
      case Instruction.Copy(var target, var source, var bytes, _) -> {
        expr(target);
        expr(source);
        out.number(bytes);
      }
      case Instruction.Zero(var target, var bytes, _) -> {
        expr(target);
        out.number(bytes);
      }
      case Instruction.Enter(var slot, _) -> out.number(slot.index());
      case Instruction.Forget(var target, _) -> out.number(target.index());
      case Instruction.Call(var result, var callee, var args, _) -> call(result, callee, args);
    }
  }

  private void call(Optional<Register> result, Instruction.Callee callee, List<Expr> args) {
    out.flag(result.isPresent());
    result.ifPresent(r -> out.number(r.index()));
    switch (callee) {
      case Instruction.Callee.Direct(var symbol, var returnsValue) -> {
        out.flag(true);
        out.word(symbol);
        out.flag(returnsValue);
      }
      case Instruction.Callee.Indirect(var address, var returnsValue) -> {
        out.flag(false);
        expr(address);
        out.flag(returnsValue);
      }
    }
    out.number(args.size());
    args.forEach(this::expr);
  }

  private void terminator(Terminator end) {
    out.number(Tag.of(end).ordinal());
    out.number(end.line());
    switch (end) {
      case Terminator.Jump(var target, _) -> out.number(target);
      case Terminator.Branch(var condition, var then, var otherwise, var text, _) -> {
        expr(condition);
        out.number(then);
        out.number(otherwise);
        out.word(text);
      }
      case Terminator.Switch(var value, var arms, var otherwise, var text, _) -> {
        expr(value);
        out.number(arms.size());
        for (Terminator.Arm arm : arms) {
          out.number(arm.first());
          out.number(arm.last());
          out.number(arm.target());
        }
        out.number(otherwise);
        out.word(text);
      }
      case Terminator.Return(var value, _) -> {
        out.flag(value.isPresent());
        value.ifPresent(this::expr);
      }
      case Terminator.Unreachable _ -> {}
      case Terminator.Hole(var construct, _) -> out.word(construct);
    }
  }

  private void expr(Expr expr) {
    out.number(Tag.of(expr).ordinal());
    switch (expr) {
      case Expr.Const(var value, var type) -> {
        out.number(value);
        scalar(type);
      }
      case Expr.Reg(var register) -> out.number(register.index());
      case Expr.Load(var type, var address, var access) -> {
        scalar(type);
        expr(address);
        out.number(access.ordinal());
      }
      case Expr.Binary(var op, var type, var left, var right) -> {
        out.number(op.ordinal());
        scalar(type);
        both(left, right);
      }
      case Expr.Unary(var op, var type, var operand) -> {
        out.number(op.ordinal());
        scalar(type);
        expr(operand);
      }
      case Expr.Convert(var type, var operand) -> {
        scalar(type);
        expr(operand);
      }
      case Expr.Compare(var op, var operands, var left, var right) -> {
        out.number(op.ordinal());
        scalar(operands);
        both(left, right);
      }
      case Expr.AndAlso(var left, var right) -> both(left, right);
      case Expr.OrElse(var left, var right) -> both(left, right);
      case Expr.Select(var type, var condition, var then, var otherwise) -> {
        scalar(type);
        expr(condition);
        both(then, otherwise);
      }
      case Expr.SlotAddress(var slot) -> out.number(slot.index());
      case Expr.GlobalAddress(var symbol, var addend) -> {
        out.word(symbol);
        out.number(addend);
      }
      case Expr.FunctionAddress(var symbol) -> out.word(symbol);
    }
  }

  private void both(Expr left, Expr right) {
    expr(left);
    expr(right);
  }
}
