package org.mmlens.port;

import org.mmlens.machine.Machine;
import org.mmlens.machine.Ram;

/// Models of `include/linux/mmu_notifier.h`.
public final class MmuNotifierHeader {

  private MmuNotifierHeader() {}

  /// Is recorded as an effect, with mm, start and end, whether or not anybody subscribed.
  ///
  /// @param m the machine
  /// @param range a `struct mmu_notifier_range`
  @KernelFunction(
      name = "mmu_notifier_invalidate_range_start",
      prototype = "void mmu_notifier_invalidate_range_start(struct mmu_notifier_range *range)",
      source = "include/linux/mmu_notifier.h",
      fidelity = Fidelity.ABSTRACT,
      effect =
          "is recorded as an effect, with mm, start and end, whether or not anybody subscribed",
      omits = "the subscribers: none is called, none can block")
  public static void mmuNotifierInvalidateRangeStart(Machine m, long range) {
    Sleeping.here(m, "mmu_notifier_invalidate_range_start");
    record(m, "mmu_notifier_invalidate_range_start", range);
  }

  /// Is recorded as an effect, with mm, start and end, whether or not anybody subscribed.
  ///
  /// @param m the machine
  /// @param range a `struct mmu_notifier_range`
  @KernelFunction(
      name = "mmu_notifier_invalidate_range_end",
      prototype = "void mmu_notifier_invalidate_range_end(struct mmu_notifier_range *range)",
      source = "include/linux/mmu_notifier.h",
      fidelity = Fidelity.ABSTRACT,
      effect =
          "is recorded as an effect, with mm, start and end, whether or not anybody subscribed",
      omits = "the subscribers: none is called, none can block")
  public static void mmuNotifierInvalidateRangeEnd(Machine m, long range) {
    record(m, "mmu_notifier_invalidate_range_end", range);
  }

  /// Is recorded as an effect, with mm, start and end.
  ///
  /// @param m the machine
  /// @param range a `struct mmu_notifier_range`
  /// @return 0
  @KernelFunction(
      name = "mmu_notifier_invalidate_range_start_nonblock",
      prototype =
          "int mmu_notifier_invalidate_range_start_nonblock(struct mmu_notifier_range *range)",
      source = "include/linux/mmu_notifier.h",
      fidelity = Fidelity.ABSTRACT,
      effect = "is recorded as an effect, with mm, start and end",
      omits = "the subscribers: none is called, none can block")
  public static long mmuNotifierInvalidateRangeStartNonblock(Machine m, long range) {
    record(m, "mmu_notifier_invalidate_range_start", range);
    return 0;
  }

  /// Is recorded as an effect.
  ///
  /// @param m the machine
  /// @param mm the address space
  /// @param start first address
  /// @param end first address behind
  @KernelFunction(
      name = "mmu_notifier_invalidate_range",
      prototype =
          "void mmu_notifier_invalidate_range(struct mm_struct *mm, unsigned long start, unsigned"
              + " long end)",
      source = "include/linux/mmu_notifier.h of Linux 6.1",
      fidelity = Fidelity.ABSTRACT,
      effect = "is recorded as an effect",
      omits = "the subscribers: none is called, none can block")
  public static void mmuNotifierInvalidateRange(Machine m, long mm, long start, long end) {
    m.effects().record("mmu_notifier_invalidate_range", mm, start, end);
  }

  private static void record(Machine m, String effect, long range) {
    KernelState state = KernelState.of(m);
    m.effects()
        .record(
            effect,
            member(m, range, state.rangeMm),
            member(m, range, state.rangeStart),
            member(m, range, state.rangeEnd));
  }

  private static long member(Machine m, long range, long offset) {
    return offset < 0 ? 0 : Ram.load64(m, range + offset);
  }
}
