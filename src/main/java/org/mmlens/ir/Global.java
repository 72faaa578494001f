package org.mmlens.ir;

import java.util.Arrays;
import java.util.List;
import org.mmlens.diag.Position;

/// An object with static storage duration: a global, a static local or a string literal.
///
/// @param symbol unique in its program: the C name for external linkage, else with `@file` and a
///   number where needed
/// @param at where it is defined
/// @param bytes its size in bytes
/// @param align its alignment in bytes, a power of two
/// @param image its first bytes, little endian; what is not covered is zero
/// @param relocations addresses to be written into the image, ordered by offset
/// @param constant whether the C type is `const` or it is a string literal: a store is an oops
public record Global(
    String symbol,
    Position at,
    long bytes,
    int align,
    byte[] image,
    List<Relocation> relocations,
    boolean constant) {
  /// Copies image and list.
  public Global {
    image = image.clone();
    relocations = List.copyOf(relocations);
  }

  /// {@return a copy of the initial bytes}
  @Override
  public byte[] image() {
    return image.clone();
  }

  /// {@return whether the other is an object with the same first bytes and of the same kind,
  /// wherever it is defined}
  ///
  /// @param other an object of the same symbol in another program
  public boolean beginsLike(Global other) {
    return this == other
        || bytes == other.bytes
            && align == other.align
            && constant == other.constant
            && relocations.equals(other.relocations)
            && Arrays.equals(image, other.image);
  }

  /// An address inside an image: 8 bytes at `offset` become the address of `symbol` plus `addend`.
  ///
  /// @param offset bytes from the start of the object
  /// @param symbol a global or function
  /// @param addend bytes added
  public record Relocation(long offset, String symbol, long addend) {}
}
