package org.mmlens.surface;

/// A Bloom filter of the identifiers of one file, those in comments and strings included.
final class NameFilter {

  private static final int PROBES = 3;
  private static final int BYTES_PER_BIT = 5;
  private static final boolean[] WORD = new boolean[256];

  static {
    for (int c = 0; c < 256; c++) {
      WORD[c] = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
    }
  }

  /// A power of two.
  private final long[] bits;

  NameFilter(long[] bits) {
    this.bits = bits;
  }

  /// {@return the filter of a file}
  static NameFilter of(byte[] text) {
    int words = Integer.highestOneBit(Math.max(1, text.length / BYTES_PER_BIT / 64)) * 2;
    var filter = new NameFilter(new long[words]);
    int at = 0;
    while (at < text.length) {
      if (!WORD[text[at] & 0xff]) {
        at++;
        continue;
      }
      long hash = 0;
      int start = at;
      while (at < text.length && WORD[text[at] & 0xff]) {
        hash = step(hash, text[at++]);
      }
      if (text[start] > '9') {
        filter.add(mixed(hash));
      }
    }
    return filter;
  }

  long[] bits() {
    return bits;
  }

  static long hash(byte[] name) {
    long hash = 0;
    for (byte b : name) {
      hash = step(hash, b);
    }
    return mixed(hash);
  }

  private static long step(long hash, byte b) {
    return (hash ^ b) * 0x100000001b3L;
  }

  /// The finaliser of MurmurHash3 spreads what the multiplication left in the upper bits.
  private static long mixed(long hash) {
    long h = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
    return h ^ h >>> 33;
  }

  private void add(long hash) {
    for (int probe = 0; probe < PROBES; probe++) {
      int bit = bit(hash, probe);
      bits[bit >>> 6] |= 1L << bit;
    }
  }

  boolean mayContain(long hash) {
    for (int probe = 0; probe < PROBES; probe++) {
      int bit = bit(hash, probe);
      if ((bits[bit >>> 6] & 1L << bit) == 0) {
        return false;
      }
    }
    return true;
  }

  private int bit(long hash, int probe) {
    return (int) (hash >>> probe * 20) & bits.length * 64 - 1;
  }
}
