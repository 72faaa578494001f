package org.mmlens.jvm;

import org.mmlens.ir.Function;
import org.mmlens.ir.Slot;

/// Where the slots of a function lie in its stack frame, with gaps that nothing may touch.
final class StackFrame {

  private static final int GAP = 16;

  private final long[] offsets;
  private final long bytes;

  StackFrame(Function function) {
    offsets = new long[function.slots().size()];
    long at = 0;
    for (Slot slot : function.slots()) {
      long align = Math.max(8, slot.align());
      at = (at + align - 1) & -align;
      offsets[slot.index()] = at;
      at += slot.bytes() + GAP;
    }
    bytes = offsets.length == 0 ? 0 : (at + 15) & -16;
  }

  /// {@return the distance of a slot from the base of the frame}
  long offset(Slot slot) {
    return offsets[slot.index()];
  }

  /// {@return the size of the frame, cut where no stack is that large}
  int bytes() {
    return (int) Math.min(bytes, 1 << 24);
  }
}
