package org.mmlens.jvm;

import org.mmlens.diag.Position;

/// One way out of a branch.
///
/// @param index its element of [org.mmlens.machine.Machine#coverage], which is set once it was
///   taken
/// @param function the function's symbol
/// @param at the C line of the branch
/// @param condition the condition as the C spells it
/// @param outcome `true`, `false`, `case 1`, `case 1 ... 3` or `default`
public record Probe(int index, String function, Position at, String condition, String outcome) {}
