package org.mmlens.lens;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a maple tree must hold: disjoint ranges of indices, each with an entry, and the gaps
/// between them. Both ends of a range belong to it, all numbers are unsigned.
final class RangeOracle {

  private final TreeMap<Long, Slot> ranges = new TreeMap<>(Long::compareUnsigned);

  /// A range with its entry, or a gap as wide as it can be.
  ///
  /// @param first its first index
  /// @param last its last index
  /// @param entry what it holds, 0 for a gap
  record Slot(long first, long last, long entry) {
    @Override
    public String toString() {
      return "[%x,%x]=%x".formatted(first, last, entry);
    }
  }

  /// Overwrites a range; entry 0 clears it.
  void store(long first, long last, long entry) {
    Slot left = at(first);
    Slot right = at(last);
    ranges.subMap(first, true, last, true).clear();
    if (left.entry() != 0 && left.first() != first) {
      ranges.put(left.first(), new Slot(left.first(), first - 1, left.entry()));
    }
    if (right.entry() != 0 && right.last() != last) {
      ranges.put(last + 1, new Slot(last + 1, right.last(), right.entry()));
    }
    if (entry != 0) {
      ranges.put(first, new Slot(first, last, entry));
    }
  }

  /// Clears the whole range around an index. {@return what it held}
  long erase(long index) {
    Slot slot = at(index);
    if (slot.entry() != 0) {
      ranges.remove(slot.first());
    }
    return slot.entry();
  }

  /// {@return the range or gap around an index}
  Slot at(long index) {
    Map.Entry<Long, Slot> below = ranges.floorEntry(index);
    if (below != null && Long.compareUnsigned(index, below.getValue().last()) <= 0) {
      return below.getValue();
    }
    Map.Entry<Long, Slot> above = ranges.higherEntry(index);
    return new Slot(
        below == null ? 0 : below.getValue().last() + 1,
        above == null ? -1 : above.getKey() - 1,
        0);
  }

  /// {@return the range or gap after one}
  Optional<Slot> after(Slot slot) {
    return slot.last() == -1 ? Optional.empty() : Optional.of(at(slot.last() + 1));
  }

  /// {@return the range or gap before one}
  Optional<Slot> before(Slot slot) {
    return slot.first() == 0 ? Optional.empty() : Optional.of(at(slot.first() - 1));
  }

  /// {@return this slot if it is a range, else the first range after it}
  Optional<Slot> rangeFrom(Slot slot) {
    return slot.entry() != 0 ? Optional.of(slot) : after(slot);
  }

  /// {@return this slot if it is a range, else the last range before it}
  Optional<Slot> rangeDownFrom(Slot slot) {
    return slot.entry() != 0 ? Optional.of(slot) : before(slot);
  }

  /// {@return all ranges, ascending}
  List<Slot> all() {
    return new ArrayList<>(ranges.values());
  }

  int size() {
    return ranges.size();
  }
}
