package org.mmlens.machine;

import java.util.Arrays;

/// Undoes writes to RAM: before the first write to a granule after a snapshot, its bytes and their
/// shadow are put aside; a reset copies them back.
///
/// A granule once put aside at some level stays there for the next reset of that level, so a
/// machine that does the same again and again copies each granule out once and back once a run.
final class Undo {

  static final int SHIFT = 9;
  static final int GRANULE = 1 << SHIFT;

  private final byte[] data;
  private final byte[] shadow;

  /// 1 for granules that need no more care before a write.
  final byte[] dirty;

  private Level[] levels = new Level[4];
  private int depth;

  Undo(byte[] data, byte[] shadow) {
    this.data = data;
    this.shadow = shadow;
    this.dirty = new byte[data.length >>> SHIFT];
    Arrays.fill(dirty, (byte) 1);
  }

  /// Prepares a range for writes.
  void touch(int from, int bytes) {
    if (bytes > 0) {
      for (int g = from >>> SHIFT; g <= (from + bytes - 1) >>> SHIFT; g++) {
        if (dirty[g] == 0) {
          put(g);
        }
      }
    }
  }

  private void put(int granule) {
    levels[depth - 1].keep(granule);
    dirty[granule] = 1;
  }

  /// {@return how many snapshots stand, this one included}
  int push() {
    if (depth == levels.length) {
      levels = Arrays.copyOf(levels, depth * 2);
    }
    if (depth == 0) {
      Arrays.fill(dirty, (byte) 0);
    } else {
      levels[depth - 1].clean();
    }
    if (levels[depth] == null) {
      levels[depth] = new Level(depth + 1);
    }
    depth++;
    return depth;
  }

  /// Goes back to the state when [#push] returned `level`.
  void reset(int level) {
    unwind(level);
    levels[level - 1].leave();
    levels[level - 1].restore();
  }

  private void unwind(int level) {
    if (level < 1 || level > depth) {
      throw new IllegalArgumentException("snapshot " + level + " of " + depth);
    }
    while (depth > level) {
      depth--;
      levels[depth].restore();
      levels[depth].forget();
    }
  }

  /// {@return what has changed since the last snapshot}
  ///
  /// @param level what [#push] returned for it
  Kept keep(int level) {
    if (depth != level) {
      throw new IllegalStateException("snapshot " + level + " of " + depth);
    }
    return levels[level - 1].take();
  }

  /// Goes to what [#keep] returned, from wherever the machine is.
  void reset(Kept to) {
    unwind(to.level());
    levels[to.level() - 1].go(to);
  }

  /// Takes in what has changed since the last snapshot, or since what was kept after it if the
  /// machine went there; the stack, of which nothing is in use, is left out.
  void imprint(Imprint.Builder to) {
    levels[depth - 1].imprint(to);
  }

  /// Tells of each word of RAM that is not what it was at the last snapshot, or in the state last
  /// gone to. In no order.
  void changes(Machine.Changes to) {
    levels[depth - 1].changes(to);
  }

  /// Writes below all snapshots: bytes nobody has used before.
  void beneath(int from, byte[] bytes, int length, byte state) {
    for (int g = from >>> SHIFT; g <= (from + length - 1) >>> SHIFT; g++) {
      for (int i = 0; i < depth; i++) {
        if (levels[i].has(g)) {
          throw new IllegalStateException("granule in use: " + g);
        }
      }
    }
    System.arraycopy(bytes, 0, data, from, bytes.length);
    Arrays.fill(shadow, from, from + length, state);
  }

  /// The granules put aside since one snapshot.
  private final class Level {
    private final int[] placeOf = new int[dirty.length];
    private int[] kept = new int[64];
    private int keptCount;
    private int[] changed = new int[64];
    private int changedCount;
    private byte[] store = new byte[64 << (SHIFT + 1)];
    private final int number;
    private int epoch;
    private Kept at = Kept.NOTHING;
    private int[] placeAt = new int[dirty.length];
    private int[] placeNext = new int[dirty.length];

    Level(int number) {
      this.number = number;
    }

    boolean has(int granule) {
      return placeOf[granule] != 0;
    }

    void keep(int granule) {
      if (placeOf[granule] == 0) {
        copyOut(granule);
      }
      if (changedCount == changed.length) {
        changed = Arrays.copyOf(changed, changedCount * 2);
      }
      changed[changedCount++] = granule;
    }

    private void copyOut(int granule) {
      if (keptCount == kept.length) {
        kept = Arrays.copyOf(kept, keptCount * 2);
        store = Arrays.copyOf(store, store.length * 2);
      }
      int to = keptCount << (SHIFT + 1);
      System.arraycopy(data, granule << SHIFT, store, to, GRANULE);
      System.arraycopy(shadow, granule << SHIFT, store, to + GRANULE, GRANULE);
      kept[keptCount++] = granule;
      placeOf[granule] = keptCount;
    }

    void restore() {
      for (int i = 0; i < changedCount; i++) {
        restore(changed[i]);
      }
      changedCount = 0;
    }

    private void restore(int granule) {
      int from = (placeOf[granule] - 1) << (SHIFT + 1);
      System.arraycopy(store, from, data, granule << SHIFT, GRANULE);
      System.arraycopy(store, from + GRANULE, shadow, granule << SHIFT, GRANULE);
      dirty[granule] = 0;
    }

    /// Goes back from what was kept to the snapshot, but for what has changed meanwhile.
    void leave() {
      for (int i = 0; i < at.size(); i++) {
        restore(at.granule(i));
        placeAt[at.granule(i)] = 0;
      }
      at = Kept.NOTHING;
    }

    /// Makes what has changed the state that later changes are changes of.
    Kept take() {
      var builder = new Kept.Builder(number, epoch, at.size() + changedCount);
      for (int i = 0; i < at.size(); i++) {
        if (dirty[at.granule(i)] == 0) {
          builder.add(at.granule(i), data, shadow);
        }
      }
      for (int i = 0; i < changedCount; i++) {
        builder.add(changed[i], data, shadow);
        dirty[changed[i]] = 0;
      }
      changedCount = 0;
      enter(builder.build());
      return at;
    }

    private void enter(Kept kept) {
      at = kept;
      places(kept, placeAt);
    }

    private static void places(Kept kept, int[] to) {
      for (int i = 0; i < kept.size(); i++) {
        to[kept.granule(i)] = i + 1;
      }
    }

    /// What was kept here and there, mostly the empty rest of a page table, is left as it is.
    void go(Kept to) {
      if (to.epoch() != epoch) {
        throw new IllegalArgumentException("kept after a snapshot that is gone");
      }
      if (to == at) {
        back();
        return;
      }
      places(to, placeNext);
      for (int i = 0; i < changedCount; i++) {
        if (placeNext[changed[i]] == 0) {
          restore(changed[i]);
        }
      }
      for (int i = 0; i < at.size(); i++) {
        if (placeNext[at.granule(i)] == 0) {
          restore(at.granule(i));
        }
      }
      for (int i = 0; i < to.size(); i++) {
        int granule = to.granule(i);
        int before = placeAt[granule] - 1;
        if (before < 0 || dirty[granule] != 0 || !to.sameFill(i, at, before)) {
          to.write(i, data, shadow);
          dirty[granule] = 0;
        }
      }
      changedCount = 0;
      for (int i = 0; i < at.size(); i++) {
        placeAt[at.granule(i)] = 0;
      }
      int[] unused = placeAt;
      placeAt = placeNext;
      placeNext = unused;
      at = to;
    }

    /// Undoes the changes of what was kept.
    private void back() {
      for (int i = 0; i < changedCount; i++) {
        int granule = changed[i];
        if (placeAt[granule] == 0) {
          restore(granule);
        } else {
          at.write(placeAt[granule] - 1, data, shadow);
          dirty[granule] = 0;
        }
      }
      changedCount = 0;
    }

    void changes(Machine.Changes to) {
      byte[] before = new byte[GRANULE];
      for (int i = 0; i < changedCount; i++) {
        int granule = changed[i];
        int from = granule << SHIFT;
        if (from >= MemoryMap.STACK && from < MemoryMap.STACK_END) {
          continue;
        }
        if (placeAt[granule] == 0) {
          System.arraycopy(store, (placeOf[granule] - 1) << (SHIFT + 1), before, 0, GRANULE);
        } else {
          at.copy(placeAt[granule] - 1, before);
        }
        for (int w = 0; w < GRANULE; w += Long.BYTES) {
          long was = (long) Ram.LONG.get(before, w);
          long is = (long) Ram.LONG.get(data, from + w);
          if (was != is) {
            to.changed(MemoryMap.PAGE_OFFSET + from + w, was, is);
          }
        }
      }
    }

    void imprint(Imprint.Builder to) {
      for (int i = 0; i < changedCount; i++) {
        int granule = changed[i];
        int from = granule << SHIFT;
        if (from >= MemoryMap.STACK && from < MemoryMap.STACK_END) {
          continue;
        }
        int place = placeAt[granule] - 1;
        if (place >= 0) {
          imprint(to, data, from, at.data(place), at.dataAt(place), 0);
          imprint(to, shadow, from, at.shadow(place), at.shadowAt(place), 1);
        } else {
          int stored = (placeOf[granule] - 1) << (SHIFT + 1);
          imprint(to, data, from, store, stored, 0);
          imprint(to, shadow, from, store, stored + GRANULE, 1);
        }
      }
    }

    /// Takes in the words of a granule that are not what they were.
    private static void imprint(
        Imprint.Builder to, byte[] now, int from, byte[] then, int at, int kind) {
      int end = from + GRANULE;
      int i = from;
      while (i < end) {
        int same = Arrays.mismatch(now, i, end, then, at + i - from, at + GRANULE);
        if (same < 0) {
          return;
        }
        if (i == from && Fill.uniform(now, from, end)) {
          to.at(from + 2 + kind, now[from]);
          return;
        }
        i = i + same & -8;
        long word = (long) Ram.LONG.get(now, i);
        do {
          to.at(i + kind, word);
          i += 8;
        } while (i < end
            && (word = (long) Ram.LONG.get(now, i)) != (long) Ram.LONG.get(then, at + i - from));
      }
    }

    /// Marks its granules as written to by nobody above; they stay its own to restore.
    void clean() {
      for (int i = 0; i < changedCount; i++) {
        dirty[changed[i]] = 0;
      }
    }

    void forget() {
      for (int i = 0; i < keptCount; i++) {
        placeOf[kept[i]] = 0;
      }
      keptCount = 0;
      epoch++;
    }
  }
}
