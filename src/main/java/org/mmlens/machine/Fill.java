package org.mmlens.machine;

import java.util.Arrays;

/// Fills ranges of RAM and its shadow.
///
/// `Arrays.fill` is fast once C2 has compiled it, a loop over bytes before that, and for good where
/// C2 is not used. Copying from a block that is filled already is fast from the start.
final class Fill {

  /// Up to so many bytes a plain loop is faster.
  private static final int SMALL = 16;

  private static final byte[] NONE = {};

  /// A page of each value that is filled in, by the value.
  private static final byte[][] BLOCKS = blocks();

  private Fill() {}

  private static byte[][] blocks() {
    byte[] values = {
      Shadow.CLEAN,
      Shadow.UNALLOCATED,
      Shadow.GLOBAL_REDZONE,
      Shadow.STACK_DEAD,
      Shadow.SLAB_REDZONE,
      Shadow.SLAB_FREED,
      Shadow.PAGE_FREED,
      Shadow.STACK_UNINITIALISED,
      Shadow.SLAB_UNINITIALISED,
      Shadow.PAGE_UNINITIALISED
    };
    byte[][] blocks = new byte[64][];
    Arrays.fill(blocks, NONE);
    for (byte value : values) {
      blocks[value] = filled(value);
    }
    return blocks;
  }

  private static byte[] filled(byte value) {
    byte[] block = new byte[MemoryMap.PAGE_SIZE];
    Arrays.fill(block, 0, SMALL, value);
    for (int done = SMALL; done < block.length; done *= 2) {
      System.arraycopy(block, 0, block, done, done);
    }
    return block;
  }

  /// Sets the bytes of `[from, to)`.
  static void bytes(byte[] array, int from, int to, byte value) {
    byte[] block = value >= 0 && value < BLOCKS.length ? BLOCKS[value] : NONE;
    if (to - from <= SMALL || block.length == 0) {
      Arrays.fill(array, from, to, value);
      return;
    }
    int done = from;
    for (; to - done > block.length; done += block.length) {
      System.arraycopy(block, 0, array, done, block.length);
    }
    System.arraycopy(block, 0, array, done, to - done);
  }

  /// {@return a page of a value for which [#uniform] was true}
  static byte[] page(byte value) {
    return BLOCKS[value];
  }

  /// {@return whether the bytes of `[from, to)` all have one of the values that are filled in; for
  /// at most a page}
  static boolean uniform(byte[] array, int from, int to) {
    byte value = array[from];
    byte[] block = value >= 0 && value < BLOCKS.length ? BLOCKS[value] : NONE;
    return block.length != 0 && Arrays.equals(array, from, to, block, 0, to - from);
  }
}
