package org.mmlens.c.type;

import org.mmlens.ir.Scalar;

/// The standard integer types (C11 §6.2.5), by LP64.
public enum IntKind {
  /// `_Bool`.
  BOOL("_Bool", 0, Scalar.U8),
  /// `char`, signed on x86-64.
  CHAR("char", 1, Scalar.I8),
  /// `signed char`.
  SCHAR("signed char", 1, Scalar.I8),
  /// `unsigned char`.
  UCHAR("unsigned char", 1, Scalar.U8),
  /// `short`.
  SHORT("short", 2, Scalar.I16),
  /// `unsigned short`.
  USHORT("unsigned short", 2, Scalar.U16),
  /// `int`.
  INT("int", 3, Scalar.I32),
  /// `unsigned int`.
  UINT("unsigned int", 3, Scalar.U32),
  /// `long`.
  LONG("long", 4, Scalar.I64),
  /// `unsigned long`.
  ULONG("unsigned long", 4, Scalar.U64),
  /// `long long`.
  LLONG("long long", 5, Scalar.I64),
  /// `unsigned long long`.
  ULLONG("unsigned long long", 5, Scalar.U64);

  private final String spelling;
  private final int rank;
  private final Scalar scalar;

  IntKind(String spelling, int rank, Scalar scalar) {
    this.spelling = spelling;
    this.rank = rank;
    this.scalar = scalar;
  }

  /// {@return the conversion rank (C11 §6.3.1.1), as a number to compare}
  public int rank() {
    return rank;
  }

  /// {@return how it is carried}
  public Scalar scalar() {
    return scalar;
  }

  /// {@return the unsigned type of the same rank}
  public IntKind unsigned() {
    return switch (this) {
      case CHAR, SCHAR, UCHAR -> UCHAR;
      case SHORT, USHORT -> USHORT;
      case INT, UINT -> UINT;
      case LONG, ULONG -> ULONG;
      case LLONG, ULLONG -> ULLONG;
      case BOOL -> BOOL;
    };
  }

  /// {@return the C spelling}
  @Override
  public String toString() {
    return spelling;
  }
}
