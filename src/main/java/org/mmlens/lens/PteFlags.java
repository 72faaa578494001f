package org.mmlens.lens;

/// Flags of a page-table entry in letters, as `/proc/PID/maps` and smaps would say them.
final class PteFlags {

  private PteFlags() {}

  /// {@return `rwx` or dashes, then `a` accessed, `d` dirty, `s` soft-dirty, `G` global, `k` if the
  /// kernel alone may use it}
  ///
  /// @param entry the entry; its frame number is ignored
  static String text(long entry) {
    StringBuilder out = new StringBuilder();
    out.append((entry & 0x1) != 0 ? 'r' : '-');
    out.append((entry & 0x2) != 0 ? 'w' : '-');
    out.append((entry & 0x1) != 0 && entry >= 0 ? 'x' : '-');
    append(out, entry, 0x20, 'a');
    append(out, entry, 0x40, 'd');
    append(out, entry, 0x800, 's');
    append(out, entry, 0x100, 'G');
    if ((entry & 0x5) == 0x1) {
      out.append('k');
    }
    return out.toString();
  }

  private static void append(StringBuilder out, long entry, long bit, char letter) {
    if ((entry & bit) != 0) {
      out.append(letter);
    }
  }
}
