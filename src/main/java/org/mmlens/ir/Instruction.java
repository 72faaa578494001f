package org.mmlens.ir;

import java.util.List;
import java.util.Optional;

/// One step of a block. `line` is the C line it comes from, in the file of its function; for what a
/// macro expands to, the line the macro is used on.
public sealed interface Instruction {

  /// {@return the C line, counted from 1}
  int line();

  /// Sets a register.
  ///
  /// @param target the register
  /// @param value of the register's type
  /// @param line the C line
  record Assign(Register target, Expr value, int line) implements Instruction {}

  /// Writes a scalar to memory.
  ///
  /// @param type how many bytes
  /// @param address where
  /// @param value what; of `type`
  /// @param line the C line
  record Store(Scalar type, Expr address, Expr value, int line) implements Instruction {}

  /// Copies bytes, with their initialised-or-not state: the assignment of an aggregate.
  ///
  /// @param target address written
  /// @param source address read; the ranges are equal or do not overlap
  /// @param bytes how many bytes
  /// @param line the C line
  record Copy(Expr target, Expr source, long bytes, int line) implements Instruction {}

  /// Writes zero bytes: the part of an object that its initialiser leaves out (C11 §6.7.9p21).
  ///
  /// @param target address of the first byte
  /// @param bytes how many bytes
  /// @param line the C line
  record Zero(Expr target, long bytes, int line) implements Instruction {}

  /// Begins the lifetime of a slot: its bytes are uninitialised from here on.
  ///
  /// @param slot the slot
  /// @param line the C line of the declaration
  record Enter(Slot slot, int line) implements Instruction {}

  /// Makes the value of a register indeterminate: the declaration of a local without initialiser,
  /// reached again in a loop.
  ///
  /// @param target the register
  /// @param line the C line of the declaration
  record Forget(Register target, int line) implements Instruction {}

  /// Calls a function.
  ///
  /// @param result where the returned value goes; absent for `void` and for a value nobody uses
  /// @param callee what is called
  /// @param args the arguments, each normalised to its parameter's type. Aggregates are passed as
  ///   the address of a copy, a returned aggregate's address is the first argument, and the
  ///   variable arguments of a variadic function as one last argument: the address of an array of
  ///   8-byte values (0 if there are none)
  /// @param line the C line
  record Call(Optional<Register> result, Callee callee, List<Expr> args, int line)
      implements Instruction {
    /// Copies the list.
    public Call {
      args = List.copyOf(args);
    }
  }

  /// What a call calls.
  sealed interface Callee {
    /// A function by name.
    ///
    /// @param symbol the function's [Function#symbol()], or the plain C name of one without a body
    /// @param returnsValue whether the prototype returns a scalar
    record Direct(String symbol, boolean returnsValue) implements Callee {}

    /// A function by address.
    ///
    /// @param address the value of a function pointer
    /// @param returnsValue whether the pointed-to type returns a scalar
    record Indirect(Expr address, boolean returnsValue) implements Callee {}
  }
}
