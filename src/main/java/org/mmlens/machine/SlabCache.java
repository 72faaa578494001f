package org.mmlens.machine;

/// A kind of slab object.
public final class SlabCache {

  private final String name;
  private final int bytes;
  private final int align;
  private final long kind;

  /// Allocations so far; kept here because every allocation needs it.
  int serial;

  /// The oldest and the newest freed object, as indices into the table of [Slab]; -1 if none.
  int oldestFreed = -1;

  int newestFreed = -1;

  SlabCache(String name, int bytes, int align) {
    this.name = name;
    this.bytes = bytes;
    this.align = align;
    var hash = new Imprint.Builder();
    hash.next(name);
    hash.next(bytes);
    hash.next(align);
    this.kind = hash.build().one();
  }

  /// {@return a hash of all that makes it another cache than others}
  long kind() {
    return kind;
  }

  /// {@return its name}
  public String name() {
    return name;
  }

  /// {@return the size of an object}
  public int bytes() {
    return bytes;
  }

  /// {@return the alignment of an object}
  public int align() {
    return align;
  }
}
