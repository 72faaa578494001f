package org.mmlens.c.lower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.mmlens.ir.Block;
import org.mmlens.ir.Expr;
import org.mmlens.ir.Instruction;
import org.mmlens.ir.Register;
import org.mmlens.ir.Scalar;
import org.mmlens.ir.Slot;
import org.mmlens.ir.Terminator;

/// A control-flow graph under construction.
///
/// Expressions are kept as trees until something emitted after them could change what they read;
/// then they are computed into a register at the place where they were built ([#keep]).
final class Graph {
  private final List<Register> registers = new ArrayList<>();
  private final List<Slot> slots = new ArrayList<>();
  private final List<Pending> blocks = new ArrayList<>();
  private final Map<Register, Long> assigned = new HashMap<>();
  private final Set<Register> temporaries = new LinkedHashSet<>();
  private Pending current;
  private long clock;
  private long memoryChanged;

  Graph() {
    current = block();
  }

  /// A block that may still grow.
  static final class Pending {
    private final List<Instruction> code = new ArrayList<>();
    private @Nullable End end;
  }

  private record End(List<Pending> targets, Function<ToIntFunction<Pending>, Terminator> make) {}

  /// A place between two instructions.
  record Mark(Pending block, int index, long clock) {}

  Pending block() {
    var result = new Pending();
    blocks.add(result);
    return result;
  }

  Pending current() {
    return current;
  }

  void enter(Pending block) {
    current = block;
  }

  /// Forgets a block that was begun and holds nothing.
  void drop(Pending block) {
    blocks.remove(block);
  }

  boolean isUntouched(Pending block) {
    return current == block && block.code.isEmpty() && block.end == null;
  }

  Register register(String name, Scalar type) {
    var result = new Register(registers.size(), name, type);
    registers.add(result);
    return result;
  }

  Register temporary(Scalar type) {
    Register result = register("", type);
    temporaries.add(result);
    return result;
  }

  Slot slot(String name, long bytes, int align) {
    var result = new Slot(slots.size(), name, Math.max(1, bytes), Math.max(1, align));
    slots.add(result);
    return result;
  }

  void emit(Instruction instruction) {
    clock++;
    switch (instruction) {
      case Instruction.Assign(var target, _, _) -> assigned.put(target, clock);
      case Instruction.Forget(var target, _) -> assigned.put(target, clock);
      case Instruction.Call(var result, _, _, _) -> {
        result.ifPresent(r -> assigned.put(r, clock));
        memoryChanged = clock;
      }
      case Instruction.Store _, Instruction.Copy _, Instruction.Zero _, Instruction.Enter _ ->
          memoryChanged = clock;
    }
    current.code.add(instruction);
  }

  Mark mark() {
    return new Mark(current, current.code.size(), clock);
  }

  /// {@return `e`, or a register that holds what it was at `mark` if it may be different by now}
  Expr keep(Expr e, Mark mark, int line) {
    if (!changedSince(e, mark.clock())) {
      return e;
    }
    Register kept = temporary(e.type());
    mark.block().code.add(mark.index(), new Instruction.Assign(kept, e, line));
    return new Expr.Reg(kept);
  }

  private boolean changedSince(Expr e, long since) {
    return switch (e) {
      case Expr.Const _, Expr.SlotAddress _, Expr.GlobalAddress _, Expr.FunctionAddress _ -> false;
      case Expr.Reg(var r) -> !temporaries.contains(r) && assigned.getOrDefault(r, 0L) > since;
      case Expr.Load(_, var address, _) -> memoryChanged > since || changedSince(address, since);
      case Expr.Binary(_, _, var l, var r) -> changedSince(l, since) || changedSince(r, since);
      case Expr.Unary(_, _, var o) -> changedSince(o, since);
      case Expr.Convert(_, var o) -> changedSince(o, since);
      case Expr.Compare(_, _, var l, var r) -> changedSince(l, since) || changedSince(r, since);
      case Expr.AndAlso(var l, var r) -> changedSince(l, since) || changedSince(r, since);
      case Expr.OrElse(var l, var r) -> changedSince(l, since) || changedSince(r, since);
      case Expr.Select(_, var c, var t, var o) ->
          changedSince(c, since) || changedSince(t, since) || changedSince(o, since);
    };
  }

  /// {@return an expression of the same value that reads no memory and can be used several times}
  Expr once(Expr e, int line) {
    return switch (e) {
      case Expr.Const _, Expr.SlotAddress _, Expr.GlobalAddress _, Expr.FunctionAddress _ -> e;
      case Expr.Reg(var r) when temporaries.contains(r) -> e;
      case Expr.Binary(var op, var type, var l, Expr.Const c)
          when op == Expr.BinaryOp.ADD && isSimple(l) ->
          new Expr.Binary(op, type, l, c);
      default -> into(e, line);
    };
  }

  private boolean isSimple(Expr e) {
    return e instanceof Expr.SlotAddress
        || (e instanceof Expr.Reg(var r) && temporaries.contains(r));
  }

  /// {@return a new temporary that holds the value}
  Expr into(Expr e, int line) {
    Register r = temporary(e.type());
    emit(new Instruction.Assign(r, e, line));
    return new Expr.Reg(r);
  }

  void jump(Pending target, int line) {
    end(List.of(target), at -> new Terminator.Jump(at.applyAsInt(target), line));
  }

  void branch(Expr condition, Pending then, Pending otherwise, String text, int line) {
    if (condition instanceof Expr.Const(var v, _)) {
      jump(v != 0 ? then : otherwise, line);
      return;
    }
    end(
        List.of(then, otherwise),
        at ->
            new Terminator.Branch(
                condition, at.applyAsInt(then), at.applyAsInt(otherwise), text, line));
  }

  /// One arm of a switch under construction.
  record Arm(long first, long last, Pending target) {
    boolean meets(long low, long high, Scalar type) {
      return contains(this, low, type)
          || contains(this, high, type)
          || contains(new Arm(low, high, target), first, type);
    }
  }

  void select(Expr value, List<Arm> arms, Pending otherwise, String text, int line) {
    if (value instanceof Expr.Const(var v, _)) {
      Pending target =
          arms.stream()
              .filter(a -> contains(a, v, value.type()))
              .map(Arm::target)
              .findFirst()
              .orElse(otherwise);
      jump(target, line);
      return;
    }
    var targets = new ArrayList<Pending>();
    arms.forEach(a -> targets.add(a.target()));
    targets.add(otherwise);
    end(
        targets,
        at ->
            new Terminator.Switch(
                value,
                arms.stream()
                    .map(a -> new Terminator.Arm(a.first(), a.last(), at.applyAsInt(a.target())))
                    .toList(),
                at.applyAsInt(otherwise),
                text,
                line));
  }

  private static boolean contains(Arm arm, long v, Scalar type) {
    return type.signed()
        ? arm.first() <= v && v <= arm.last()
        : Long.compareUnsigned(arm.first(), v) <= 0 && Long.compareUnsigned(v, arm.last()) <= 0;
  }

  /// Ends the block with something that goes nowhere.
  void stop(Terminator end) {
    end(List.of(), _ -> end);
  }

  /// Ends the current block; what follows goes to a block that nothing reaches yet.
  private void end(List<Pending> targets, Function<ToIntFunction<Pending>, Terminator> make) {
    if (current.end == null) {
      current.end = new End(targets, make);
    }
    current = block();
  }

  /// {@return whether anything can reach the current block, as far as jumps are known}
  boolean isReachable() {
    return reachable().contains(current);
  }

  private Set<Pending> reachable() {
    var seen = new LinkedHashSet<Pending>();
    var todo = new ArrayList<Pending>();
    todo.add(blocks.getFirst());
    while (!todo.isEmpty()) {
      Pending b = todo.removeLast();
      if (seen.add(b) && b.end != null) {
        todo.addAll(b.end.targets());
      }
    }
    return seen;
  }

  /// {@return the blocks that can be reached, in the order they were begun}
  ///
  /// @param missing ends a block that nothing ended
  List<Block> finish(Terminator missing) {
    for (Pending b : blocks) {
      if (b.end == null) {
        b.end = new End(List.of(), _ -> missing);
      }
    }
    Map<Pending, Pending> forward = forwards();
    Set<Pending> reached = new LinkedHashSet<>();
    var todo = new ArrayList<Pending>();
    Pending entry = blocks.getFirst();
    todo.add(entry);
    while (!todo.isEmpty()) {
      Pending b = todo.removeLast();
      if (reached.add(b) && b.end != null) {
        b.end.targets().forEach(t -> todo.add(forward.getOrDefault(t, t)));
      }
    }
    var order = new ArrayList<Pending>();
    var index = new IdentityHashMap<Pending, Integer>();
    for (Pending b : blocks) {
      if (reached.contains(b)) {
        index.put(b, order.size());
        order.add(b);
      }
    }
    var result = new ArrayList<Block>();
    for (Pending b : order) {
      End end = java.util.Objects.requireNonNull(b.end);
      ToIntFunction<Pending> at =
          t -> java.util.Objects.requireNonNull(index.get(forward.getOrDefault(t, t)));
      result.add(new Block(result.size(), b.code, end.make().apply(at)));
    }
    return result;
  }

  /// Empty blocks that only jump on, and where each leads in the end.
  private Map<Pending, Pending> forwards() {
    var result = new IdentityHashMap<Pending, Pending>();
    for (Pending b : blocks) {
      Pending to = b;
      for (int steps = 0; steps < blocks.size() && isTrampoline(to); steps++) {
        to = java.util.Objects.requireNonNull(to.end).targets().getFirst();
      }
      if (to != b) {
        result.put(b, to);
      }
    }
    return result;
  }

  private static boolean isTrampoline(Pending b) {
    return b.code.isEmpty() && b.end != null && b.end.targets().size() == 1 && isJump(b.end);
  }

  private static boolean isJump(End end) {
    return end.make().apply(_ -> 0) instanceof Terminator.Jump;
  }

  List<Register> registers() {
    return registers;
  }

  List<Slot> slots() {
    return slots;
  }
}
