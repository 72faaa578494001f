package org.mmlens.jvm;

import org.mmlens.diag.Position;

/// One way out of a branch, or the way into a function.
///
/// @param index its element of [org.mmlens.machine.Machine#coverage], which is set once it was
///   taken
/// @param function the function's symbol
/// @param at the C line of the branch
/// @param condition the condition as the C spells it; empty for the way into a function
/// @param outcome `true`, `false`, `case 1`, `case 1 ... 3` or `default`; [#ENTERED] for the way
///   into a function
public record Probe(int index, String function, Position at, String condition, String outcome) {

  static final String ENTERED = "entered";

  boolean entry() {
    return outcome.equals(ENTERED);
  }
}
