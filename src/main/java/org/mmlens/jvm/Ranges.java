package org.mmlens.jvm;

import org.mmlens.ir.Scalar;

/// Which values types have in common.
final class Ranges {

  private Ranges() {}

  /// {@return whether every value of `from`, as a `long`, is also one of `to`}
  static boolean fits(Scalar from, Scalar to) {
    if (to.bytes() == 8) {
      return true;
    }
    return from.signed() == to.signed()
        ? from.bytes() <= to.bytes()
        : !from.signed() && from.bytes() < to.bytes();
  }
}
