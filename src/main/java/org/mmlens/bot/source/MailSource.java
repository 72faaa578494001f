package org.mmlens.bot.source;

import java.io.IOException;
import java.util.Optional;

/// A place that mail arrives at, read in order and resumable.
public interface MailSource extends AutoCloseable {

  /// {@return what the configuration calls it, unique among the sources}
  String name();

  /// Reads the mail that comes after a cursor. The same cursor gives the same mails again, so that
  /// a caller that lost its transaction loses no mail.
  ///
  /// @param cursor the cursor of the batch before; empty at the very beginning
  /// @param atMost how many mails are wanted, at least 1
  /// @return what there is; no arrivals where nothing new has come
  /// @throws IOException where the place cannot be read now
  Batch read(Optional<String> cursor, int atMost) throws IOException;

  @Override
  void close() throws IOException;
}
