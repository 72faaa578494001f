package org.mmlens.ir;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.mmlens.diag.Position;

/// Rewrites the lines of a function, so that two functions can be compared without them.
public final class Relined {

  private final IntUnaryOperator lines;

  private Relined(IntUnaryOperator lines) {
    this.lines = lines;
  }

  /// {@return the function with lines that count from its first: two functions are then equal if
  /// they are the same but for where they stand in their file}
  ///
  /// @param f a function
  public static Function relative(Function f) {
    int first = f.at().line();
    return of(f, line -> line - first);
  }

  /// {@return the function with 0 for every line: two functions are then equal if they are the same
  /// but for their place and for how they are broken into lines}
  ///
  /// @param f a function
  public static Function without(Function f) {
    return of(f, _ -> 0);
  }

  private static Function of(Function f, IntUnaryOperator lines) {
    Relined r = new Relined(lines);
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
    return lines.applyAsInt(line);
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
