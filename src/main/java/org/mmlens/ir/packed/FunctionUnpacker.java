package org.mmlens.ir.packed;

import java.util.ArrayList;
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

/// Unpacks the graph of a function.
final class FunctionUnpacker {

  private static final Scalar[] SCALARS = Scalar.values();
  private static final Expr.Access[] ACCESSES = Expr.Access.values();
  private static final Expr.BinaryOp[] BINARY = Expr.BinaryOp.values();
  private static final Expr.UnaryOp[] UNARY = Expr.UnaryOp.values();
  private static final Expr.CompareOp[] COMPARE = Expr.CompareOp.values();

  private final Reading in;
  private final List<Register> registers = new ArrayList<>();
  private final List<Slot> slots = new ArrayList<>();

  FunctionUnpacker(Reading in) {
    this.in = in;
  }

  Function function() {
    String symbol = in.word();
    String name = in.word();
    var at = in.position();
    int lastLine = in.count();
    String prototype = in.word();
    Optional<Scalar> result = in.flag() ? Optional.of(scalar()) : Optional.empty();
    registers.addAll(PackedIr.list(in, () -> new Register(in.count(), in.word(), scalar())));
    slots.addAll(PackedIr.list(in, () -> new Slot(in.count(), in.word(), in.number(), in.count())));
    List<Register> params = PackedIr.list(in, this::register);
    List<Block> blocks = PackedIr.list(in, this::block);
    return new Function(
        symbol, name, at, lastLine, prototype, result, params, registers, slots, blocks);
  }

  private Scalar scalar() {
    return SCALARS[in.count()];
  }

  private Register register() {
    return registers.get(in.count());
  }

  private Slot slot() {
    return slots.get(in.count());
  }

  private Block block() {
    return new Block(in.count(), PackedIr.list(in, this::instruction), terminator());
  }

  private Instruction instruction() {
    Tag tag = Tag.at(in.count());
    int line = in.count();
    return switch (tag) {
      case ASSIGN -> new Instruction.Assign(register(), expr(), line);
      case STORE -> new Instruction.Store(scalar(), expr(), expr(), line);
      case COPY -> new Instruction.Copy(expr(), expr(), in.number(), line);
      case ZERO -> new Instruction.Zero(expr(), in.number(), line);
      case ENTER -> new Instruction.Enter(slot(), line);
      case FORGET -> new Instruction.Forget(register(), line);
      case CALL -> call(line);
      default -> throw new IndexOutOfBoundsException("an instruction, not " + tag);
    };
  }

  private Instruction call(int line) {
    Optional<Register> result = in.flag() ? Optional.of(register()) : Optional.empty();
    Instruction.Callee callee =
        in.flag()
            ? new Instruction.Callee.Direct(in.word(), in.flag())
            : new Instruction.Callee.Indirect(expr(), in.flag());
    return new Instruction.Call(result, callee, PackedIr.list(in, this::expr), line);
  }

  private Terminator terminator() {
    Tag tag = Tag.at(in.count());
    int line = in.count();
    return switch (tag) {
      case JUMP -> new Terminator.Jump(in.count(), line);
      case BRANCH -> new Terminator.Branch(expr(), in.count(), in.count(), in.word(), line);
      case SWITCH ->
          new Terminator.Switch(
              expr(),
              PackedIr.list(in, () -> new Terminator.Arm(in.number(), in.number(), in.count())),
              in.count(),
              in.word(),
              line);
      case RETURN ->
          new Terminator.Return(in.flag() ? Optional.of(expr()) : Optional.empty(), line);
      case UNREACHABLE -> new Terminator.Unreachable(line);
      case HOLE -> new Terminator.Hole(in.word(), line);
      default -> throw new IndexOutOfBoundsException("the end of a block, not " + tag);
    };
  }

  private Expr expr() {
    Tag tag = Tag.at(in.count());
    return switch (tag) {
      case CONST -> new Expr.Const(in.number(), scalar());
      case REG -> new Expr.Reg(register());
      case LOAD -> new Expr.Load(scalar(), expr(), ACCESSES[in.count()]);
      case BINARY -> new Expr.Binary(BINARY[in.count()], scalar(), expr(), expr());
      case UNARY -> new Expr.Unary(UNARY[in.count()], scalar(), expr());
      case CONVERT -> new Expr.Convert(scalar(), expr());
      case COMPARE -> new Expr.Compare(COMPARE[in.count()], scalar(), expr(), expr());
      case AND_ALSO -> new Expr.AndAlso(expr(), expr());
      case OR_ELSE -> new Expr.OrElse(expr(), expr());
      case SELECT -> new Expr.Select(scalar(), expr(), expr(), expr());
      case SLOT_ADDRESS -> new Expr.SlotAddress(slot());
      case GLOBAL_ADDRESS -> new Expr.GlobalAddress(in.word(), in.number());
      case FUNCTION_ADDRESS -> new Expr.FunctionAddress(in.word());
      default -> throw new IndexOutOfBoundsException("an operand, not " + tag);
    };
  }
}
