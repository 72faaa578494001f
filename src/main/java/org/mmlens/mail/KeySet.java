package org.mmlens.mail;

/// A set of numbers other than 0 that takes at most 32 bytes for each.
final class KeySet {

  private long[] slots = new long[1024];
  private int size = 0;

  /// Adds a number; {@code false} where it was there.
  boolean add(long key) {
    if (size * 2 >= slots.length) {
      grow();
    }
    int at = slot(slots, key);
    if (slots[at] == key) {
      return false;
    }
    slots[at] = key;
    size++;
    return true;
  }

  private void grow() {
    var larger = new long[slots.length * 2];
    for (long key : slots) {
      if (key != 0) {
        larger[slot(larger, key)] = key;
      }
    }
    slots = larger;
  }

  /// The slot of the number, or the free one for it; there always is one.
  private static int slot(long[] slots, long key) {
    int at = (int) (key >>> 20) & (slots.length - 1);
    while (slots[at] != 0 && slots[at] != key) {
      at = (at + 1) & (slots.length - 1);
    }
    return at;
  }
}
