package org.mmlens.c.lower;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.mmlens.c.type.CType;
import org.mmlens.c.type.Record;

/// `va_list`: as big as on x86-64, with the address of the next argument in it.
final class VaLists {
  static final int BYTES = 24;

  /// Where in it the address stands; x86-64 has its overflow area there.
  static final int NEXT = 8;

  static final CType TYPE = new CType.Array(tag(), OptionalLong.of(1));

  private VaLists() {}

  private static Record tag() {
    var record = new Record("__va_list_tag", false);
    CType bytes = new CType.Array(CType.CHAR, OptionalLong.of(BYTES));
    record.complete(
        new Record.Layout(
            List.of(new Record.Member("area", bytes, 0, Optional.empty())), BYTES, 8));
    return record;
  }
}
