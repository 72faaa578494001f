package org.mmlens.c.lower;

import java.io.Serial;

/// A construct that cannot be translated; caught where a hole can stand for it.
final class Unlowerable extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /// @param construct what it is, for people
  Unlowerable(String construct) {
    super(construct, null, false, false);
  }

  String construct() {
    return String.valueOf(getMessage());
  }
}
