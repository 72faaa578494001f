package org.mmlens.ir;

import java.util.List;
import java.util.Optional;
import org.mmlens.diag.Position;

/// A C function with a body.
///
/// @param symbol unique in its program: the C name for external linkage, else `name@file`, e.g.
///   `move_ptes@mm/mremap.c`; a static function two units get from one header is one function
/// @param name the C name
/// @param at where the definition's name stands; its path is the file of all lines in the body
/// @param lastLine the line of the closing brace
/// @param prototype the signature in normal form, for people
/// @param result what it returns; absent for `void` and for aggregates (see [Instruction.Call])
/// @param params registers set on entry, in order, hidden ones included
/// @param registers all registers, parameters first
/// @param slots all slots
/// @param blocks the graph; execution begins at block 0
public record Function(
    String symbol,
    String name,
    Position at,
    int lastLine,
    String prototype,
    Optional<Scalar> result,
    List<Register> params,
    List<Register> registers,
    List<Slot> slots,
    List<Block> blocks) {
  /// Copies the lists.
  public Function {
    params = List.copyOf(params);
    registers = List.copyOf(registers);
    slots = List.copyOf(slots);
    blocks = List.copyOf(blocks);
  }
}
