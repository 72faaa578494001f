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
      levels[depth] = new Level();
    }
    depth++;
    return depth;
  }

  /// Goes back to the state when [#push] returned `level`.
  void reset(int level) {
    if (level < 1 || level > depth) {
      throw new IllegalArgumentException("snapshot " + level + " of " + depth);
    }
    while (depth > level) {
      depth--;
      levels[depth].restore();
      levels[depth].forget();
    }
    levels[level - 1].restore();
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
      int at = keptCount << (SHIFT + 1);
      System.arraycopy(data, granule << SHIFT, store, at, GRANULE);
      System.arraycopy(shadow, granule << SHIFT, store, at + GRANULE, GRANULE);
      kept[keptCount++] = granule;
      placeOf[granule] = keptCount;
    }

    void restore() {
      for (int i = 0; i < changedCount; i++) {
        int granule = changed[i];
        int at = (placeOf[granule] - 1) << (SHIFT + 1);
        System.arraycopy(store, at, data, granule << SHIFT, GRANULE);
        System.arraycopy(store, at + GRANULE, shadow, granule << SHIFT, GRANULE);
        dirty[granule] = 0;
      }
      changedCount = 0;
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
    }
  }
}
