package org.mmlens.port;

import org.mmlens.machine.Machine;
import org.mmlens.machine.Ram;

/// Models of `include/linux/find.h`.
public final class FindHeader {

  private static final String SOURCE = "lib/find_bit.c";

  private FindHeader() {}

  /// Finds the first bit that is set.
  ///
  /// @param m the machine
  /// @param bitmap first word
  /// @param bits how many
  /// @return its number, or the size
  @KernelFunction(
      name = "_find_first_bit",
      prototype = "unsigned long _find_first_bit(const unsigned long *addr, unsigned long size)",
      source = SOURCE,
      fidelity = Fidelity.EXACT,
      effect = "finds the first bit that is set")
  public static long findFirstBit(Machine m, long bitmap, long bits) {
    return findNextBit(m, bitmap, bits, 0);
  }

  /// Finds the next bit that is set.
  ///
  /// @param m the machine
  /// @param bitmap first word
  /// @param bits how many
  /// @param start the first that counts
  /// @return its number, or the size
  @KernelFunction(
      name = "_find_next_bit",
      prototype =
          "unsigned long _find_next_bit(const unsigned long *addr, unsigned long nbits, unsigned"
              + " long start)",
      source = SOURCE,
      fidelity = Fidelity.EXACT,
      effect = "finds the next bit that is set")
  public static long findNextBit(Machine m, long bitmap, long bits, long start) {
    for (long i = start; Long.compareUnsigned(i, bits) < 0; i++) {
      if ((Ram.load64(m, bitmap + (i >>> 6) * 8) >>> (i & 63) & 1) != 0) {
        return i;
      }
    }
    return bits;
  }
}
