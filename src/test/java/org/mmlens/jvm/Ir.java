package org.mmlens.jvm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.mmlens.diag.Position;
import org.mmlens.ir.Block;
import org.mmlens.ir.Expr;
import org.mmlens.ir.Function;
import org.mmlens.ir.Global;
import org.mmlens.ir.Instruction;
import org.mmlens.ir.Instruction.Callee;
import org.mmlens.ir.Program;
import org.mmlens.ir.Register;
import org.mmlens.ir.Scalar;
import org.mmlens.ir.Slot;
import org.mmlens.ir.StructLayout;
import org.mmlens.ir.Terminator;

/// A program written down by hand, for tests.
final class Ir implements Program {

  private final Map<String, Function> functions = new LinkedHashMap<>();
  private final Map<String, Global> globals = new LinkedHashMap<>();

  /// A function while it is written down; lines count up by themselves from 10.
  final class Fn {
    private final String name;
    private final List<Register> registers = new ArrayList<>();
    private final List<Slot> slots = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();
    private int params;
    private final int first;
    private int line;

    Fn(String name, int first) {
      this.name = name;
      this.first = first;
      this.line = first;
    }

    Register param(String of) {
      params++;
      return reg(of, Scalar.I64);
    }

    Register reg(String of, Scalar type) {
      Register r = new Register(registers.size(), of, type);
      registers.add(r);
      return r;
    }

    Slot slot(String of, long bytes) {
      Slot s = new Slot(slots.size(), of, bytes, 8);
      slots.add(s);
      return s;
    }

    int line() {
      return ++line;
    }

    Fn block(Terminator end, Instruction... instructions) {
      blocks.add(new Block(blocks.size(), List.of(instructions), end));
      return this;
    }

    Function end() {
      Function f =
          new Function(
              name,
              name,
              new Position("mm/test.c", first, 1),
              line + 1,
              "long " + name + "()",
              Optional.of(Scalar.I64),
              registers.subList(0, params),
              registers,
              slots,
              blocks);
      functions.put(name, f);
      return f;
    }
  }

  Fn fn(String name) {
    return new Fn(name, 9);
  }

  Fn fn(String name, int line) {
    return new Fn(name, line);
  }

  /// A function of two parameters that returns one expression.
  void binary(String name, Scalar type, BinaryOperator<Expr> body) {
    Fn f = fn(name);
    Register a = f.param("a");
    Register b = f.param("b");
    f.block(ret(body.apply(convert(type, reg(a)), convert(type, reg(b))), f.line())).end();
  }

  void global(Global global) {
    globals.put(global.symbol(), global);
  }

  static Expr c(long value) {
    return new Expr.Const(value, Scalar.I64);
  }

  static Expr reg(Register r) {
    return new Expr.Reg(r);
  }

  static Expr convert(Scalar type, Expr e) {
    return new Expr.Convert(type, e);
  }

  static Expr load(Scalar type, Expr address) {
    return new Expr.Load(type, address, Expr.Access.PLAIN);
  }

  static Expr add(Expr a, Expr b) {
    return new Expr.Binary(Expr.BinaryOp.ADD, Scalar.I64, a, b);
  }

  static Expr less(Expr a, Expr b) {
    return new Expr.Compare(Expr.CompareOp.LT, Scalar.I64, a, b);
  }

  static Terminator ret(Expr value, int line) {
    return new Terminator.Return(Optional.of(value), line);
  }

  static Instruction call(Register result, String symbol, int line, Expr... args) {
    return new Instruction.Call(
        Optional.of(result), new Callee.Direct(symbol, true), List.of(args), line);
  }

  @Override
  public Optional<Function> function(String symbol) {
    return Optional.ofNullable(functions.get(symbol));
  }

  @Override
  public Optional<String> symbolOf(String name, String file) {
    return functions.containsKey(name) ? Optional.of(name) : Optional.empty();
  }

  @Override
  public Optional<Global> global(String symbol) {
    return Optional.ofNullable(globals.get(symbol));
  }

  @Override
  public Optional<StructLayout> layout(String tag) {
    return Optional.empty();
  }

  @Override
  public Optional<Long> constant(String name) {
    return Optional.empty();
  }

  Executable link(String... entries) {
    List<String> from = entries.length == 0 ? List.copyOf(functions.keySet()) : List.of(entries);
    return Linker.link(this, Models.none(), from, Options.standard());
  }
}
