package org.mmlens.report;

/// Addresses as the kernel prints them.
final class Hex {

  private Hex() {}

  /// {@return the address in lower-case hex without `0x`, at least eight digits, as in
  /// `/proc/PID/maps`}
  static String address(long value) {
    String digits = Long.toHexString(value);
    return "0".repeat(Math.max(0, 8 - digits.length())) + digits;
  }

  /// {@return the half-open range `start-end`; an end of 0 means the top of the address space}
  static String range(long start, long end) {
    return address(start) + "-" + (end == 0 ? "top" : address(end));
  }
}
