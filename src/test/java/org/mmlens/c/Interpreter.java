package org.mmlens.c;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mmlens.ir.Block;
import org.mmlens.ir.Expr;
import org.mmlens.ir.Function;
import org.mmlens.ir.Global;
import org.mmlens.ir.Instruction;
import org.mmlens.ir.Program;
import org.mmlens.ir.Register;
import org.mmlens.ir.Scalar;
import org.mmlens.ir.Slot;
import org.mmlens.ir.Terminator;

/// Runs a graph by its definition, slowly: the judge of the front end, independent of the JVM back
/// end.
final class Interpreter {
  private static final long STEPS = 5_000_000;
  private static final int PAGE = 4096;

  private final Program program;
  private final List<Long> output = new ArrayList<>();
  private final Map<Long, byte[]> pages = new HashMap<>();
  private final Map<String, Long> globals = new HashMap<>();
  private final Map<String, Long> functions = new HashMap<>();
  private final Map<Long, String> functionAt = new HashMap<>();
  private long nextGlobal = 0x10_0000;
  private long nextFunction = 0x4000_0000;
  private long stack = 0x7000_0000;
  private long steps;

  Interpreter(Program program) {
    this.program = program;
  }

  List<Long> output() {
    return output;
  }

  private static final class Frame {
    private final Map<Register, Long> registers = new HashMap<>();
    private final Map<Slot, Long> slots = new HashMap<>();
  }

  long call(String symbol, List<Long> args) {
    Optional<Function> body = program.function(symbol);
    return body.isPresent() ? run(body.get(), args) : library(symbol, args);
  }

  private long run(Function f, List<Long> args) {
    var frame = new Frame();
    long top = stack;
    for (Slot s : f.slots()) {
      stack = (stack - s.bytes()) & -(long) Math.max(16, s.align());
      frame.slots.put(s, stack);
    }
    for (int i = 0; i < f.params().size(); i++) {
      Register p = f.params().get(i);
      frame.registers.put(p, p.type().normalize(args.get(i)));
    }
    int at = 0;
    while (true) {
      Block b = f.blocks().get(at);
      b.instructions().forEach(i -> step(i, frame));
      if (++steps > STEPS) {
        throw new IllegalStateException("endless: " + f.symbol());
      }
      switch (b.end()) {
        case Terminator.Jump(var target, _) -> at = target;
        case Terminator.Branch(var c, var then, var otherwise, _, _) ->
            at = value(c, frame) != 0 ? then : otherwise;
        case Terminator.Switch s -> at = choose(s, frame);
        case Terminator.Return(var v, _) -> {
          long result = v.isPresent() ? value(v.get(), frame) : 0;
          stack = top;
          return result;
        }
        case Terminator.Unreachable(var line) ->
            throw new IllegalStateException("unreachable reached in " + f.symbol() + ":" + line);
        case Terminator.Hole(var construct, var line) ->
            throw new IllegalStateException(f.at().path() + ":" + line + " hole: " + construct);
      }
    }
  }

  private int choose(Terminator.Switch s, Frame frame) {
    long v = value(s.value(), frame);
    boolean signed = s.value().type().signed();
    for (Terminator.Arm a : s.arms()) {
      boolean in =
          signed
              ? a.first() <= v && v <= a.last()
              : Long.compareUnsigned(a.first(), v) <= 0 && Long.compareUnsigned(v, a.last()) <= 0;
      if (in) {
        return a.target();
      }
    }
    return s.otherwise();
  }

  private void step(Instruction i, Frame frame) {
    steps++;
    switch (i) {
      case Instruction.Assign(var target, var e, _) -> {
        check(e.type() == target.type(), "assignment of " + e.type() + " to " + target);
        frame.registers.put(target, target.type().normalize(value(e, frame)));
      }
      case Instruction.Store(var type, var address, var e, _) -> {
        check(e.type() == type, "store of " + e.type() + " as " + type);
        write(type, value(address, frame), value(e, frame));
      }
      case Instruction.Copy(var to, var from, var bytes, _) ->
          copy(value(to, frame), value(from, frame), bytes);
      case Instruction.Zero(var to, var bytes, _) -> fill(value(to, frame), 0, bytes);
      case Instruction.Enter(var slot, _) -> fill(frame.slots.get(slot), 0xa5, slot.bytes());
      case Instruction.Forget(var target, _) -> frame.registers.remove(target);
      case Instruction.Call(var result, var callee, var args, _) -> {
        List<Long> values = args.stream().map(a -> value(a, frame)).toList();
        String symbol =
            switch (callee) {
              case Instruction.Callee.Direct(var name, _) -> name;
              case Instruction.Callee.Indirect(var address, _) ->
                  functionAt.get(value(address, frame));
            };
        long v = call(symbol, values);
        result.ifPresent(r -> frame.registers.put(r, r.type().normalize(v)));
      }
    }
  }

  private static void check(boolean law, String what) {
    if (!law) {
      throw new IllegalStateException(what);
    }
  }

  private long value(Expr e, Frame f) {
    return switch (e) {
      case Expr.Const(var v, _) -> v;
      case Expr.Reg(var r) -> {
        check(f.registers.containsKey(r), "register " + r + " has no value");
        yield f.registers.get(r);
      }
      case Expr.Load(var type, var address, _) -> read(type, value(address, f));
      case Expr.Binary b -> binary(b, f);
      case Expr.Unary(var op, var type, var o) -> {
        check(o.type() == type, "operand of " + op);
        long v = value(o, f);
        yield type.normalize(op == Expr.UnaryOp.NEGATE ? -v : ~v);
      }
      case Expr.Convert(var type, var o) -> type.normalize(value(o, f));
      case Expr.Compare c -> compare(c, f) ? 1 : 0;
      case Expr.AndAlso(var l, var r) -> value(l, f) != 0 && value(r, f) != 0 ? 1 : 0;
      case Expr.OrElse(var l, var r) -> value(l, f) != 0 || value(r, f) != 0 ? 1 : 0;
      case Expr.Select(_, var c, var t, var o) -> value(c, f) != 0 ? value(t, f) : value(o, f);
      case Expr.SlotAddress(var s) -> f.slots.get(s);
      case Expr.GlobalAddress(var s, var addend) -> global(s) + addend;
      case Expr.FunctionAddress(var s) -> function(s);
    };
  }

  private long binary(Expr.Binary b, Frame f) {
    boolean shift = b.op() == Expr.BinaryOp.SHL || b.op() == Expr.BinaryOp.SHR;
    check(
        b.left().type() == b.type() && (shift || b.right().type() == b.type()), "operands of " + b);
    long l = value(b.left(), f);
    long r = value(b.right(), f);
    long count = r & (b.type().bits() == 64 ? 63 : 31);
    boolean signed = b.type().signed();
    long v =
        switch (b.op()) {
          case ADD -> l + r;
          case SUB -> l - r;
          case MUL -> l * r;
          case DIV -> signed ? l / r : Long.divideUnsigned(l, r);
          case REM -> signed ? l % r : Long.remainderUnsigned(l, r);
          case AND -> l & r;
          case OR -> l | r;
          case XOR -> l ^ r;
          case SHL -> l << count;
          case SHR -> signed ? l >> count : l >>> count;
        };
    return b.type().normalize(v);
  }

  private boolean compare(Expr.Compare c, Frame f) {
    check(c.left().type() == c.operands() && c.right().type() == c.operands(), "operands of " + c);
    long l = value(c.left(), f);
    long r = value(c.right(), f);
    int order = c.operands().signed() ? Long.compare(l, r) : Long.compareUnsigned(l, r);
    return switch (c.op()) {
      case EQ -> order == 0;
      case NE -> order != 0;
      case LT -> order < 0;
      case LE -> order <= 0;
      case GT -> order > 0;
      case GE -> order >= 0;
    };
  }

  private long function(String symbol) {
    return functions.computeIfAbsent(
        symbol,
        s -> {
          nextFunction += 16;
          functionAt.put(nextFunction, s);
          return nextFunction;
        });
  }

  private long global(String symbol) {
    Long known = globals.get(symbol);
    if (known != null) {
      return known;
    }
    Optional<Global> object = program.global(symbol);
    if (object.isEmpty()) {
      if (program.function(symbol).isPresent()) {
        return function(symbol);
      }
      throw new IllegalStateException("no object " + symbol);
    }
    Global g = object.get();
    long address = (nextGlobal + g.align() - 1) & -(long) g.align();
    nextGlobal = address + Math.max(1, g.bytes());
    globals.put(symbol, address);
    fill(address, 0, g.bytes());
    for (int i = 0; i < g.image().length; i++) {
      write(Scalar.U8, address + i, g.image()[i]);
    }
    for (Global.Relocation r : g.relocations()) {
      write(Scalar.U64, address + r.offset(), global(r.symbol()) + r.addend());
    }
    return address;
  }

  private byte[] page(long address) {
    return pages.computeIfAbsent(address / PAGE, _ -> new byte[PAGE]);
  }

  private long read(Scalar type, long address) {
    check(address >= PAGE, "read of address " + address);
    long v = 0;
    for (int i = 0; i < type.bytes(); i++) {
      v |= (page(address + i)[(int) ((address + i) % PAGE)] & 0xffL) << (8 * i);
    }
    return type.normalize(v);
  }

  private void write(Scalar type, long address, long v) {
    check(address >= PAGE, "write to address " + address);
    for (int i = 0; i < type.bytes(); i++) {
      page(address + i)[(int) ((address + i) % PAGE)] = (byte) (v >>> (8 * i));
    }
  }

  private void copy(long to, long from, long bytes) {
    var buffer = new long[(int) bytes];
    for (int i = 0; i < bytes; i++) {
      buffer[i] = read(Scalar.U8, from + i);
    }
    for (int i = 0; i < bytes; i++) {
      write(Scalar.U8, to + i, buffer[i]);
    }
  }

  private void fill(long to, int value, long bytes) {
    for (long i = 0; i < bytes; i++) {
      write(Scalar.U8, to + i, value);
    }
  }

  private long library(String name, List<Long> args) {
    switch (name) {
      case "out" -> {
        output.add(args.getFirst());
        return 0;
      }
      case "memcpy", "memmove" -> {
        copy(args.get(0), args.get(1), args.get(2));
        return args.getFirst();
      }
      case "memset" -> {
        fill(args.get(0), args.get(1).intValue(), args.get(2));
        return args.getFirst();
      }
      case "memcmp" -> {
        for (long i = 0; i < args.get(2); i++) {
          long d = read(Scalar.U8, args.get(0) + i) - read(Scalar.U8, args.get(1) + i);
          if (d != 0) {
            return d;
          }
        }
        return 0;
      }
      case "strlen" -> {
        long n = 0;
        while (read(Scalar.U8, args.getFirst() + n) != 0) {
          n++;
        }
        return n;
      }
      default -> throw new IllegalStateException("no function " + name);
    }
  }
}
