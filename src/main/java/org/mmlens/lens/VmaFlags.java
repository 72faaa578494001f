package org.mmlens.lens;

/// `vm_flags` in letters. Only the four lowest bits mean the same in all kernel generations; the
/// rest is shown as a number.
final class VmaFlags {

  private VmaFlags() {}

  /// {@return `rwxp` as in `/proc/PID/maps`, then the other bits in hexadecimal}
  ///
  /// @param flags `vm_flags`
  static String text(long flags) {
    String letters =
        ((flags & 1) != 0 ? "r" : "-")
            + ((flags & 2) != 0 ? "w" : "-")
            + ((flags & 4) != 0 ? "x" : "-")
            + ((flags & 8) != 0 ? "s" : "p");
    return "%s 0x%x".formatted(letters, flags & ~0xfL);
  }
}
