package org.mmlens.machine;

import java.util.Arrays;

/// What RAM and its shadow hold where that is not what they held at a snapshot, by granules of
/// [Undo]. Granules of which every byte is the same, as most of a page table are, take no room.
final class Kept {

  static final Kept NOTHING = new Builder(0, 0, 0).build();

  /// A granule, and where its bytes and their shadow are: an offset into `bytes`, or the complement
  /// of the one value they all have.
  private final int[] granule;

  private final int[] dataAt;
  private final int[] shadowAt;
  private final byte[] bytes;

  /// The snapshot it follows on.
  private final int level;

  private final int epoch;

  private Kept(int level, int epoch, int[] granule, int[] dataAt, int[] shadowAt, byte[] bytes) {
    this.level = level;
    this.epoch = epoch;
    this.granule = granule;
    this.dataAt = dataAt;
    this.shadowAt = shadowAt;
    this.bytes = bytes;
  }

  int level() {
    return level;
  }

  int epoch() {
    return epoch;
  }

  int size() {
    return granule.length;
  }

  int granule(int i) {
    return granule[i];
  }

  /// {@return where the bytes of a granule are: at [#dataAt]}
  byte[] data(int i) {
    return dataAt[i] < 0 ? Fill.page((byte) ~dataAt[i]) : bytes;
  }

  int dataAt(int i) {
    return Math.max(0, dataAt[i]);
  }

  /// {@return where the shadow of a granule is: at [#shadowAt]}
  byte[] shadow(int i) {
    return shadowAt[i] < 0 ? Fill.page((byte) ~shadowAt[i]) : bytes;
  }

  int shadowAt(int i) {
    return Math.max(0, shadowAt[i]);
  }

  /// {@return roughly how much memory it takes}
  int weight() {
    return bytes.length + 12 * granule.length + 128;
  }

  /// {@return whether every byte of a granule is the same, and so it is in another state; false
  /// says nothing}
  boolean sameFill(int i, Kept other, int there) {
    return dataAt[i] < 0
        && dataAt[i] == other.dataAt[there]
        && shadowAt[i] < 0
        && shadowAt[i] == other.shadowAt[there];
  }

  void write(int i, byte[] data, byte[] shadow) {
    int at = granule[i] << Undo.SHIFT;
    write(dataAt[i], data, at);
    write(shadowAt[i], shadow, at);
  }

  /// Copies what the bytes of a granule were.
  void copy(int i, byte[] to) {
    write(dataAt[i], to, 0);
  }

  private void write(int from, byte[] to, int at) {
    if (from < 0) {
      Fill.bytes(to, at, at + Undo.GRANULE, (byte) ~from);
    } else {
      System.arraycopy(bytes, from, to, at, Undo.GRANULE);
    }
  }

  /// Collects granules.
  static final class Builder {
    private final int level;
    private final int epoch;
    private final int[] granule;
    private final int[] dataAt;
    private final int[] shadowAt;
    private byte[] bytes = new byte[64 << Undo.SHIFT];
    private int count;
    private int end;

    Builder(int level, int epoch, int most) {
      this.level = level;
      this.epoch = epoch;
      granule = new int[most];
      dataAt = new int[most];
      shadowAt = new int[most];
    }

    void add(int number, byte[] data, byte[] shadow) {
      granule[count] = number;
      dataAt[count] = put(data, number << Undo.SHIFT);
      shadowAt[count++] = put(shadow, number << Undo.SHIFT);
    }

    private int put(byte[] from, int at) {
      if (Fill.uniform(from, at, at + Undo.GRANULE)) {
        return ~from[at];
      }
      if (end == bytes.length) {
        bytes = Arrays.copyOf(bytes, 2 * end);
      }
      System.arraycopy(from, at, bytes, end, Undo.GRANULE);
      end += Undo.GRANULE;
      return end - Undo.GRANULE;
    }

    Kept build() {
      return new Kept(
          level,
          epoch,
          Arrays.copyOf(granule, count),
          Arrays.copyOf(dataAt, count),
          Arrays.copyOf(shadowAt, count),
          Arrays.copyOf(bytes, end));
    }
  }
}
