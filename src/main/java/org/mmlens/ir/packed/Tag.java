package org.mmlens.ir.packed;

import org.mmlens.ir.Expr;
import org.mmlens.ir.Instruction;
import org.mmlens.ir.Terminator;

/// Which record follows.
enum Tag {
  ASSIGN,
  STORE,
  COPY,
  ZERO,
  ENTER,
  FORGET,
  CALL,
  JUMP,
  BRANCH,
  SWITCH,
  RETURN,
  UNREACHABLE,
  HOLE,
  CONST,
  REG,
  LOAD,
  BINARY,
  UNARY,
  CONVERT,
  COMPARE,
  AND_ALSO,
  OR_ELSE,
  SELECT,
  SLOT_ADDRESS,
  GLOBAL_ADDRESS,
  FUNCTION_ADDRESS;

  private static final Tag[] ALL = values();

  static Tag at(int number) {
    return ALL[number];
  }

  static Tag of(Instruction instruction) {
    return switch (instruction) {
      case Instruction.Assign _ -> ASSIGN;
      case Instruction.Store _ -> STORE;
      case Instruction.Copy _ -> COPY;
      case Instruction.Zero _ -> ZERO;
      case Instruction.Enter _ -> ENTER;
      case Instruction.Forget _ -> FORGET;
      case Instruction.Call _ -> CALL;
    };
  }

  static Tag of(Terminator end) {
    return switch (end) {
      case Terminator.Jump _ -> JUMP;
      case Terminator.Branch _ -> BRANCH;
      case Terminator.Switch _ -> SWITCH;
      case Terminator.Return _ -> RETURN;
      case Terminator.Unreachable _ -> UNREACHABLE;
      case Terminator.Hole _ -> HOLE;
    };
  }

  static Tag of(Expr expr) {
    return switch (expr) {
      case Expr.Const _ -> CONST;
      case Expr.Reg _ -> REG;
      case Expr.Load _ -> LOAD;
      case Expr.Binary _ -> BINARY;
      case Expr.Unary _ -> UNARY;
      case Expr.Convert _ -> CONVERT;
      case Expr.Compare _ -> COMPARE;
      case Expr.AndAlso _ -> AND_ALSO;
      case Expr.OrElse _ -> OR_ELSE;
      case Expr.Select _ -> SELECT;
      case Expr.SlotAddress _ -> SLOT_ADDRESS;
      case Expr.GlobalAddress _ -> GLOBAL_ADDRESS;
      case Expr.FunctionAddress _ -> FUNCTION_ADDRESS;
    };
  }
}
