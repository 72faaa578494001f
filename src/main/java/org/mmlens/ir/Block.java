package org.mmlens.ir;

import java.util.List;

/// A straight run of instructions.
///
/// @param index its place in [Function#blocks()]
/// @param instructions in order
/// @param end how it ends
public record Block(int index, List<Instruction> instructions, Terminator end) {
  /// Copies the list.
  public Block {
    instructions = List.copyOf(instructions);
  }
}
