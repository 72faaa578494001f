package org.mmlens.ir;

import java.util.List;
import java.util.Optional;

/// How a block ends. Targets are indices into [Function#blocks()].
public sealed interface Terminator {

  /// {@return the C line, counted from 1}
  int line();

  /// Goes on elsewhere.
  ///
  /// @param target the next block
  /// @param line the C line
  record Jump(int target, int line) implements Terminator {}

  /// Chooses by a condition.
  ///
  /// @param condition not 0 goes to `then`
  /// @param then block if true
  /// @param otherwise block if false
  /// @param text the condition as the C source spells it, on one line, for people; at most 120
  ///   characters
  /// @param line the C line
  record Branch(Expr condition, int then, int otherwise, String text, int line)
      implements Terminator {}

  /// Chooses by value.
  ///
  /// @param value the controlling expression, promoted
  /// @param arms disjoint ranges of values
  /// @param otherwise block if no arm matches
  /// @param text the controlling expression as the C source spells it
  /// @param line the C line
  record Switch(Expr value, List<Arm> arms, int otherwise, String text, int line)
      implements Terminator {
    /// Copies the list.
    public Switch {
      arms = List.copyOf(arms);
    }
  }

  /// `case first ... last:`; both ends belong to the range, in the order of the value's type.
  ///
  /// @param first lowest value
  /// @param last highest value
  /// @param target the block
  record Arm(long first, long last, int target) {}

  /// Returns to the caller.
  ///
  /// @param value of the function's result type; absent for `void`
  /// @param line the C line
  record Return(Optional<Expr> value, int line) implements Terminator {}

  /// Never reached in a correct program: after a `noreturn` call, or `__builtin_unreachable()`.
  ///
  /// @param line the C line
  record Unreachable(int line) implements Terminator {}

  /// Code the front end could not translate. Reaching it ends the run as inconclusive.
  ///
  /// @param construct what it is, e.g. `label as value`, for people
  /// @param line the C line
  record Hole(String construct, int line) implements Terminator {}
}
