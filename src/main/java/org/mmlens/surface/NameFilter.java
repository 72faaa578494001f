package org.mmlens.surface;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;

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

  private final LongBuffer all;
  private final int first;

  /// A power of two.
  private final int words;

  /// A filter among others.
  ///
  /// @param all the bits of all of them
  /// @param first where its own begin, in words of 64 bits
  /// @param words how many are its own, a power of two
  NameFilter(LongBuffer all, int first, int words) {
    if (Integer.bitCount(words) != 1) {
      throw new IllegalArgumentException("a filter of " + words + " words");
    }
    this.all = all;
    this.first = first;
    this.words = words;
  }

  /// {@return the filter of a file}
  static NameFilter of(byte[] text) {
    int words = Integer.highestOneBit(Math.max(1, text.length / BYTES_PER_BIT / 64)) * 2;
    long[] bits = new long[words];
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
        add(bits, mixed(hash));
      }
    }
    return new NameFilter(LongBuffer.wrap(bits), 0, words);
  }

  int words() {
    return words;
  }

  /// {@return its bits, most significant byte of a word first}
  byte[] bytes() {
    ByteBuffer bytes = ByteBuffer.allocate(words * Long.BYTES);
    bytes.asLongBuffer().put(all.slice(first, words));
    return bytes.array();
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

  private static void add(long[] bits, long hash) {
    for (int probe = 0; probe < PROBES; probe++) {
      int bit = bit(hash, probe, bits.length);
      bits[bit >>> 6] |= 1L << bit;
    }
  }

  boolean mayContain(long hash) {
    for (int probe = 0; probe < PROBES; probe++) {
      int bit = bit(hash, probe, words);
      if ((all.get(first + (bit >>> 6)) & 1L << bit) == 0) {
        return false;
      }
    }
    return true;
  }

  private static int bit(long hash, int probe, int words) {
    return (int) (hash >>> probe * 20) & words * 64 - 1;
  }
}
