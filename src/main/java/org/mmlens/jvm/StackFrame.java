package org.mmlens.jvm;

import org.mmlens.ir.Function;
import org.mmlens.ir.Slot;

/// Where the slots of a function lie in its stack frame, with gaps that nothing may touch.
final class StackFrame {

  private static final int GAP = 16;
  private static final int BASE_ALIGN = 16;

  private final long[] offsets;
  private final long bytes;

  StackFrame(Function function) {
    offsets = new long[function.slots().size()];
    long at = 0;
    for (Slot slot : function.slots()) {
      long align = isAligned(slot) ? Math.max(8, slot.align()) : BASE_ALIGN;
      at = (at + align - 1) & -align;
      offsets[slot.index()] = at;
      at += slot.bytes() + GAP + (isAligned(slot) ? 0 : slot.align());
    }
    bytes = offsets.length == 0 ? 0 : (at + 15) & -16;
  }

  /// {@return whether the base of the frame, a multiple of 16, gives a slot its alignment; else its
  /// address is rounded up, for which there is room}
  static boolean isAligned(Slot slot) {
    return slot.align() <= BASE_ALIGN;
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
