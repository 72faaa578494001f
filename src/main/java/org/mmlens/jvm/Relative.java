package org.mmlens.jvm;

import java.util.List;
import org.mmlens.diag.Position;
import org.mmlens.ir.Block;
import org.mmlens.ir.Function;
import org.mmlens.ir.Instruction;
import org.mmlens.ir.Terminator;

/// Rewrites a function so that its lines count from its first: two functions are then equal if they
/// are the same but for where they stand in their file.
final class Relative {

  private final int first;

  private Relative(int first) {
    this.first = first;
  }

  static Function of(Function f) {
    Relative r = new Relative(f.at().line());
    return new Function(
        f.symbol(),
        f.name(),
        Position.ofFile(f.at().path()),
        r.line(f.lastLine()),
        f.prototype(),
        f.result(),
        f.params(),
        f.registers(),
        f.slots(),
        f.blocks().stream().map(r::block).toList());
  }

  private int line(int line) {
    return line - first;
  }

  private Block block(Block b) {
    List<Instruction> instructions = b.instructions().stream().map(this::instruction).toList();
    return new Block(b.index(), instructions, terminator(b.end()));
  }

  private Instruction instruction(Instruction instruction) {
    int line = line(instruction.line());
    return switch (instruction) {
      case Instruction.Assign i -> new Instruction.Assign(i.target(), i.value(), line);
      case Instruction.Store i -> new Instruction.Store(i.type(), i.address(), i.value(), line);
      case Instruction.Copy i -> new Instruction.Copy(i.target(), i.source(), i.bytes(), line);
      case Instruction.Zero i -> new Instruction.Zero(i.target(), i.bytes(), line);
      case Instruction.Enter i -> new Instruction.Enter(i.slot(), line);
      case Instruction.Forget i -> new Instruction.Forget(i.target(), line);
      case Instruction.Call i -> new Instruction.Call(i.result(), i.callee(), i.args(), line);
    };
  }

  private Terminator terminator(Terminator end) {
    int line = line(end.line());
    return switch (end) {
      case Terminator.Jump t -> new Terminator.Jump(t.target(), line);
      case Terminator.Branch t ->
          new Terminator.Branch(t.condition(), t.then(), t.otherwise(), t.text(), line);
      case Terminator.Switch t ->
          new Terminator.Switch(t.value(), t.arms(), t.otherwise(), t.text(), line);
      case Terminator.Return t -> new Terminator.Return(t.value(), line);
      case Terminator.Unreachable _ -> new Terminator.Unreachable(line);
      case Terminator.Hole t -> new Terminator.Hole(t.construct(), line);
    };
  }
}
