package org.mmlens.jvm;

import java.util.List;
import java.util.stream.Stream;
import org.mmlens.ir.Expr;
import org.mmlens.ir.Instruction;
import org.mmlens.ir.Instruction.Callee;
import org.mmlens.ir.Terminator;

/// The expressions directly inside something.
final class Operands {

  private Operands() {}

  static List<Expr> of(Instruction instruction) {
    return switch (instruction) {
      case Instruction.Assign(_, Expr value, _) -> List.of(value);
      case Instruction.Store(_, Expr address, Expr value, _) -> List.of(address, value);
      case Instruction.Copy(Expr target, Expr source, _, _) -> List.of(target, source);
      case Instruction.Zero(Expr target, _, _) -> List.of(target);
      case Instruction.Enter _, Instruction.Forget _ -> List.of();
      case Instruction.Call(_, Callee.Direct _, List<Expr> args, _) -> args;
      case Instruction.Call(_, Callee.Indirect(Expr address, _), List<Expr> args, _) ->
          Stream.concat(Stream.of(address), args.stream()).toList();
    };
  }

  static List<Expr> of(Terminator end) {
    return switch (end) {
      case Terminator.Branch(Expr condition, _, _, _, _) -> List.of(condition);
      case Terminator.Switch(Expr value, _, _, _, _) -> List.of(value);
      case Terminator.Return(var value, _) -> value.stream().toList();
      case Terminator.Jump _, Terminator.Unreachable _, Terminator.Hole _ -> List.of();
    };
  }

  static List<Expr> of(Expr expr) {
    return switch (expr) {
      case Expr.Load(_, Expr address, _) -> List.of(address);
      case Expr.Binary(_, _, Expr left, Expr right) -> List.of(left, right);
      case Expr.Compare(_, _, Expr left, Expr right) -> List.of(left, right);
      case Expr.AndAlso(Expr left, Expr right) -> List.of(left, right);
      case Expr.OrElse(Expr left, Expr right) -> List.of(left, right);
      case Expr.Unary(_, _, Expr operand) -> List.of(operand);
      case Expr.Convert(_, Expr operand) -> List.of(operand);
      case Expr.Select(_, Expr condition, Expr then, Expr otherwise) ->
          List.of(condition, then, otherwise);
      case Expr.Const _,
          Expr.Reg _,
          Expr.SlotAddress _,
          Expr.GlobalAddress _,
          Expr.FunctionAddress _ ->
          List.of();
    };
  }
}
