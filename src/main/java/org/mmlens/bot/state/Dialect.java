package org.mmlens.bot.state;

/// Where the two databases part.
enum Dialect {
  /// One file; one writer at a time, whose transactions begin with the lock of the writer.
  SQLITE("BLOB", ""),
  /// A server; workers pass over rows that others hold.
  POSTGRESQL("BYTEA", " FOR UPDATE SKIP LOCKED");

  private final String bytes;
  private final String skipLocked;

  Dialect(String bytes, String skipLocked) {
    this.bytes = bytes;
    this.skipLocked = skipLocked;
  }

  /// {@return a migration in this dialect}
  String migration(String text) {
    return text.replace("${bytes}", bytes);
  }

  /// {@return what ends a query for a row that no other worker is about to take}
  String skipLocked() {
    return skipLocked;
  }
}
