package org.mmlens.ir;

import java.util.stream.Collectors;

/// The graph as text, for people and tests.
public final class IrPrinter {

  private IrPrinter() {}

  /// {@return a function, one line each for blocks, instructions and terminators}
  ///
  /// @param f the function
  public static String print(Function f) {
    var out = new StringBuilder();
    out.append(f.symbol()).append(": ").append(f.prototype()).append(" at ").append(f.at());
    out.append('\n');
    f.slots()
        .forEach(
            s ->
                out.append("  slot ")
                    .append(slot(s))
                    .append(" %d bytes align %d\n".formatted(s.bytes(), s.align())));
    for (Block b : f.blocks()) {
      out.append("  b").append(b.index()).append(":\n");
      b.instructions().forEach(i -> line(out, i.line(), print(i)));
      line(out, b.end().line(), print(b.end()));
    }
    return out.toString();
  }

  private static void line(StringBuilder out, int line, String text) {
    out.append("%6d    ".formatted(line)).append(text).append('\n');
  }

  /// {@return an instruction on one line}
  ///
  /// @param i the instruction
  public static String print(Instruction i) {
    return switch (i) {
      case Instruction.Assign(var target, var value, _) -> register(target) + " = " + print(value);
      case Instruction.Store(var type, var address, var value, _) ->
          type + "[" + print(address) + "] = " + print(value);
      case Instruction.Copy(var target, var source, var bytes, _) ->
          "copy [" + print(target) + "] = [" + print(source) + "] " + bytes;
      case Instruction.Zero(var target, var bytes, _) -> "zero [" + print(target) + "] " + bytes;
      case Instruction.Enter(var slot, _) -> "enter " + slot(slot);
      case Instruction.Forget(var target, _) -> "forget " + register(target);
      case Instruction.Call(var result, var callee, var args, _) ->
          result.map(r -> register(r) + " = ").orElse("")
              + switch (callee) {
                case Instruction.Callee.Direct(var symbol, _) -> symbol;
                case Instruction.Callee.Indirect(var address, _) -> "*(" + print(address) + ")";
              }
              + args.stream().map(IrPrinter::print).collect(Collectors.joining(", ", "(", ")"));
    };
  }

  /// {@return a terminator on one line}
  ///
  /// @param t the terminator
  public static String print(Terminator t) {
    return switch (t) {
      case Terminator.Jump(var target, _) -> "jump b" + target;
      case Terminator.Branch(var condition, var then, var otherwise, var text, _) ->
          "if %s then b%d else b%d  // %s".formatted(print(condition), then, otherwise, text);
      case Terminator.Switch(var value, var arms, var otherwise, var text, _) ->
          "switch %s %s else b%d  // %s"
              .formatted(
                  print(value),
                  arms.stream()
                      .map(a -> a.first() + ".." + a.last() + ": b" + a.target())
                      .collect(Collectors.joining(", ")),
                  otherwise,
                  text);
      case Terminator.Return(var value, _) -> "return" + value.map(v -> " " + print(v)).orElse("");
      case Terminator.Unreachable _ -> "unreachable";
      case Terminator.Hole(var construct, _) -> "hole: " + construct;
    };
  }

  /// {@return an expression, fully parenthesised}
  ///
  /// @param e the expression
  public static String print(Expr e) {
    return switch (e) {
      case Expr.Const(var value, var type) ->
          (type == Scalar.U64 && (value < 0 || value > 0xffff)
                  ? "0x" + Long.toHexString(value)
                  : value)
              + ":"
              + type;
      case Expr.Reg(var r) -> register(r);
      case Expr.Load(var type, var address, var access) ->
          type + (access == Expr.Access.PLAIN ? "" : "." + access) + "[" + print(address) + "]";
      case Expr.Binary(var op, var type, var l, var r) ->
          "(" + print(l) + " " + op + "." + type + " " + print(r) + ")";
      case Expr.Unary(var op, var type, var o) -> op + "." + type + "(" + print(o) + ")";
      case Expr.Convert(var type, var o) -> type + "(" + print(o) + ")";
      case Expr.Compare(var op, var type, var l, var r) ->
          "(" + print(l) + " " + op + "." + type + " " + print(r) + ")";
      case Expr.AndAlso(var l, var r) -> "(" + print(l) + " && " + print(r) + ")";
      case Expr.OrElse(var l, var r) -> "(" + print(l) + " || " + print(r) + ")";
      case Expr.Select(_, var c, var t, var o) ->
          "(" + print(c) + " ? " + print(t) + " : " + print(o) + ")";
      case Expr.SlotAddress(var slot) -> "&" + slot(slot);
      case Expr.GlobalAddress(var symbol, var addend) ->
          "&" + symbol + (addend == 0 ? "" : "+" + addend);
      case Expr.FunctionAddress(var symbol) -> "&" + symbol + "()";
    };
  }

  private static String register(Register r) {
    return "%" + r.index() + r.name();
  }

  private static String slot(Slot s) {
    return "$" + s.index() + s.name();
  }
}
