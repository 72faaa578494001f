package org.mmlens.machine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The table of slab objects, in ascending order of address.
final class SlabObjects {

  private int count;
  private SlabCache[] cacheOf = new SlabCache[256];

  /// Where it is, the size asked for, its serial in its cache, its order among all (negative once
  /// freed), the next freed one of its cache.
  private int[] at = new int[256];

  private int[] bytes = new int[256];
  private int[] serial = new int[256];
  private int[] order = new int[256];
  private int[] nextFreed = new int[256];

  int append(int offset, SlabCache cache) {
    if (count == at.length) {
      grow();
    }
    at[count] = offset;
    cacheOf[count] = cache;
    return count++;
  }

  private void grow() {
    int size = count * 2;
    cacheOf = Arrays.copyOf(cacheOf, size);
    at = Arrays.copyOf(at, size);
    bytes = Arrays.copyOf(bytes, size);
    serial = Arrays.copyOf(serial, size);
    order = Arrays.copyOf(order, size);
    nextFreed = Arrays.copyOf(nextFreed, size);
  }

  void take(int object, int size, int serialInCache, int orderOfAll) {
    bytes[object] = size;
    serial[object] = serialInCache;
    order[object] = orderOfAll;
  }

  void release(int object) {
    SlabCache cache = cacheOf[object];
    order[object] = -order[object];
    nextFreed[object] = -1;
    if (cache.newestFreed < 0) {
      cache.oldestFreed = object;
    } else {
      nextFreed[cache.newestFreed] = object;
    }
    cache.newestFreed = object;
  }

  int dequeue(SlabCache cache) {
    int object = cache.oldestFreed;
    cache.oldestFreed = nextFreed[object];
    if (cache.oldestFreed < 0) {
      cache.newestFreed = -1;
    }
    return object;
  }

  /// {@return the last object that begins at or below an offset, or -1}
  int find(int offset) {
    int found = Arrays.binarySearch(at, 0, count, offset);
    return found >= 0 ? found : -found - 2;
  }

  int at(int object) {
    return at[object];
  }

  int bytes(int object) {
    return bytes[object];
  }

  SlabCache cache(int object) {
    return cacheOf[object];
  }

  boolean alive(int object) {
    return order[object] > 0;
  }

  Allocation allocation(int object) {
    return new Allocation(
        cacheOf[object].name(),
        serial[object],
        Math.abs(order[object]),
        MemoryMap.PAGE_OFFSET + at[object],
        bytes[object],
        alive(object));
  }

  List<Allocation> live(int after) {
    List<Allocation> found = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      if (order[i] > after) {
        found.add(allocation(i));
      }
    }
    return found;
  }

  /// A copy of the table.
  ///
  /// @param cacheOf kinds
  /// @param at places
  /// @param bytes sizes
  /// @param serial serials
  /// @param order orders
  /// @param nextFreed queue links
  record State(
      SlabCache[] cacheOf, int[] at, int[] bytes, int[] serial, int[] order, int[] nextFreed) {}

  State save() {
    return new State(
        Arrays.copyOf(cacheOf, count),
        Arrays.copyOf(at, count),
        Arrays.copyOf(bytes, count),
        Arrays.copyOf(serial, count),
        Arrays.copyOf(order, count),
        Arrays.copyOf(nextFreed, count));
  }

  void restore(State to) {
    count = to.bytes().length;
    System.arraycopy(to.cacheOf(), 0, cacheOf, 0, count);
    System.arraycopy(to.at(), 0, at, 0, count);
    System.arraycopy(to.bytes(), 0, bytes, 0, count);
    System.arraycopy(to.serial(), 0, serial, 0, count);
    System.arraycopy(to.order(), 0, order, 0, count);
    System.arraycopy(to.nextFreed(), 0, nextFreed, 0, count);
  }
}
