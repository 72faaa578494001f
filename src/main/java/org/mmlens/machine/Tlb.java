package org.mmlens.machine;

import java.util.Arrays;

/// A cache of entries by address space and page number; open addressing, without limit.
///
/// `level` says how much an entry spans: 1 for 4 KiB, 2 for 2 MiB, 3 for 1 GiB. In the cache of
/// tables the numbers are those of 2 MiB areas, and the level is 2.
final class Tlb {

  private final int shiftOfNumber;
  private long[] asid = new long[64];
  private long[] number = new long[64];
  private long[] entry = new long[64];
  private byte[] level = new byte[64];
  private int size;

  /// Numbers are addresses shifted right by so many bits.
  Tlb(int shiftOfNumber) {
    this.shiftOfNumber = shiftOfNumber;
  }

  int size() {
    return size;
  }

  private int slot(long space, long page) {
    int mask = asid.length - 1;
    long h = (page * 0x9e37_79b9_7f4a_7c15L) ^ (space * 0xc2b2_ae3d_27d4_eb4fL);
    int i = (int) (h >>> 40) & mask;
    while (level[i] != 0 && (number[i] != page || asid[i] != space)) {
      i = (i + 1) & mask;
    }
    return i;
  }

  /// {@return where the entry is, or -1}
  int find(long space, long page) {
    if (size == 0) {
      return -1;
    }
    int i = slot(space, page);
    return level[i] == 0 ? -1 : i;
  }

  long entry(int at) {
    return entry[at];
  }

  int level(int at) {
    return level[at];
  }

  void add(long space, long page, long value, int span) {
    if (2 * size >= asid.length) {
      rebuild(asid.length * 2, -1);
    }
    int i = slot(space, page);
    if (level[i] == 0) {
      size++;
    }
    asid[i] = space;
    number[i] = page;
    entry[i] = value;
    level[i] = (byte) span;
  }

  void remove(int at) {
    rebuild(asid.length, at);
  }

  /// Puts the entries into tables of a size, all but one (-1: all) and those with level 0.
  private void rebuild(int capacity, int without) {
    if (without >= 0) {
      level[without] = 0;
    }
    State left = save();
    if (capacity == level.length) {
      Arrays.fill(level, (byte) 0);
    } else {
      asid = new long[capacity];
      number = new long[capacity];
      entry = new long[capacity];
      level = new byte[capacity];
    }
    size = 0;
    addAll(left);
  }

  /// Drops entries that hold `start` or an address a multiple of the stride after it, below `end`;
  /// addresses are compared unsigned. The page numbers of level-1 entries are of 4 KiB pages, those
  /// of a table cache of 2 MiB areas. Costs what the cache holds, however large the range is.
  ///
  /// @param stride log2 of the distance of two addresses; 0 for all addresses of the range
  void flush(long space, long start, long end, int stride) {
    if (size == 0) {
      return;
    }
    boolean dropped = false;
    for (int i = 0; i < asid.length; i++) {
      if (level[i] != 0 && asid[i] == space && touches(i, start, end, stride)) {
        level[i] = 0;
        dropped = true;
      }
    }
    if (dropped) {
      rebuild(asid.length, -1);
    }
  }

  private boolean touches(int i, long start, long end, int stride) {
    long span = 1L << (MemoryMap.PAGE_SHIFT + 9 * (level[i] - 1));
    long from = (number[i] << shiftOfNumber) & -span;
    long first = start;
    if (Long.compareUnsigned(from, start) > 0) {
      long gap = from - start;
      long strides = (gap >>> stride) + ((gap & ((1L << stride) - 1)) == 0 ? 0 : 1);
      first = start + (strides << stride);
      if (Long.compareUnsigned(first, from) < 0) {
        return false;
      }
    }
    return Long.compareUnsigned(first, end) < 0
        && Long.compareUnsigned(first, from + (span - 1)) <= 0;
  }

  /// {@return whether an entry holds the frame}
  boolean mapsFrame(int pfn) {
    if (size == 0) {
      return false;
    }
    for (int i = 0; i < asid.length; i++) {
      if (level[i] != 0 && (entry[i] & Mmu.ADDRESS) >>> MemoryMap.PAGE_SHIFT == pfn) {
        return true;
      }
    }
    return false;
  }

  void clear() {
    if (size != 0) {
      Arrays.fill(level, (byte) 0);
      size = 0;
    }
  }

  /// Takes in what is cached, wherever in the table it lies.
  void imprint(Imprint.Builder to) {
    var entries = new Imprint.Builder();
    for (int i = 0; size != 0 && i < level.length; i++) {
      if (level[i] != 0) {
        var one = new Imprint.Builder();
        one.next(asid[i]);
        one.next(number[i]);
        one.next(entry[i]);
        entries.at(level[i], one.build().one());
      }
    }
    to.next(size);
    to.next(entries.build().one());
    to.next(entries.build().two());
  }

  /// The entries.
  ///
  /// @param asid address spaces
  /// @param number page numbers
  /// @param entry entries
  /// @param level spans
  record State(long[] asid, long[] number, long[] entry, byte[] level) {}

  State save() {
    var state = new State(new long[size], new long[size], new long[size], new byte[size]);
    int n = 0;
    for (int i = 0; i < level.length; i++) {
      if (level[i] != 0) {
        state.asid()[n] = asid[i];
        state.number()[n] = number[i];
        state.entry()[n] = entry[i];
        state.level()[n++] = level[i];
      }
    }
    return state;
  }

  void restore(State to) {
    clear();
    addAll(to);
  }

  private void addAll(State entries) {
    for (int i = 0; i < entries.level().length && entries.level()[i] != 0; i++) {
      add(entries.asid()[i], entries.number()[i], entries.entry()[i], entries.level()[i]);
    }
  }
}
