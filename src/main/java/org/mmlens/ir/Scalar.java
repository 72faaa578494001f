package org.mmlens.ir;

/// What a register or a memory access holds: an integer of 1, 2, 4 or 8 bytes.
///
/// A value of any scalar is carried as a 64-bit `long` that is the sign or zero extension of it
/// (see [#normalize]). Pointers are [#U64]; `_Bool` is [#U8] and holds 0 or 1, enforced by the
/// conversions that the front end writes out.
public enum Scalar {
  /// `signed char`.
  I8(1, true),
  /// `short`.
  I16(2, true),
  /// `int`.
  I32(4, true),
  /// `long`, `long long`.
  I64(8, true),
  /// `unsigned char`, `_Bool`.
  U8(1, false),
  /// `unsigned short`.
  U16(2, false),
  /// `unsigned int`.
  U32(4, false),
  /// `unsigned long`, pointers.
  U64(8, false);

  private final int bytes;
  private final boolean signed;

  Scalar(int bytes, boolean signed) {
    this.bytes = bytes;
    this.signed = signed;
  }

  /// {@return the size in memory, in bytes}
  public int bytes() {
    return bytes;
  }

  /// {@return the size in bits}
  public int bits() {
    return bytes * 8;
  }

  /// {@return whether comparisons, divisions and right shifts are signed}
  public boolean signed() {
    return signed;
  }

  /// {@return the scalar of that size and signedness}
  ///
  /// @param bytes 1, 2, 4 or 8
  /// @param signed whether it is signed
  public static Scalar of(int bytes, boolean signed) {
    for (Scalar s : values()) {
      if (s.bytes == bytes && s.signed == signed) {
        return s;
      }
    }
    throw new IllegalArgumentException("no scalar of " + bytes + " bytes");
  }

  /// {@return the value as this scalar carries it: cut to its width, then sign or zero extended}
  ///
  /// @param value any 64 bits
  public long normalize(long value) {
    return switch (this) {
      case I8 -> (byte) value;
      case I16 -> (short) value;
      case I32 -> (int) value;
      case U8 -> value & 0xffL;
      case U16 -> value & 0xffffL;
      case U32 -> value & 0xffff_ffffL;
      case I64, U64 -> value;
    };
  }
}
