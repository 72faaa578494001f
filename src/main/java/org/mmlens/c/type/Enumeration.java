package org.mmlens.c.type;

import org.jspecify.annotations.Nullable;

/// An enumeration; the same only as itself.
public final class Enumeration implements CType {
  private final String tag;
  private @Nullable IntKind underlying;

  /// Declares an enumeration.
  ///
  /// @param tag its tag; empty if it has none
  public Enumeration(String tag) {
    this.tag = tag;
  }

  /// {@return the integer type it is compatible with: `unsigned int` unless its values need
  /// another}
  public IntKind underlying() {
    return underlying == null ? IntKind.UINT : underlying;
  }

  /// Completes it.
  ///
  /// @param kind the compatible integer type
  public void complete(IntKind kind) {
    underlying = kind;
  }

  @Override
  public String toString() {
    return "enum " + (tag.isEmpty() ? "(unnamed)" : tag);
  }
}
