package org.mmlens.mail;

import java.util.Arrays;
import java.util.Objects;
import org.mmlens.diag.Position;

/// One mail, not yet decoded.
///
/// @param at its first line in the file it was read from
/// @param separator the mbox line before it; empty where it stood alone
/// @param bytes the mail from its first header field on
record RawMail(Position at, String separator, byte[] bytes) {

  @Override
  public boolean equals(Object other) {
    return other instanceof RawMail(var otherAt, var otherSeparator, var otherBytes)
        && at.equals(otherAt)
        && separator.equals(otherSeparator)
        && Arrays.equals(bytes, otherBytes);
  }

  @Override
  public int hashCode() {
    return Objects.hash(at, separator, Arrays.hashCode(bytes));
  }

  /// {@return whether git wrote the separator (`From <40 hex> Mon Sep 17 00:00:00 2001`)}
  boolean fromGit() {
    return separator.matches("From [0-9a-f]{40} Mon Sep 17 00:00:00 2001\\s*");
  }
}
