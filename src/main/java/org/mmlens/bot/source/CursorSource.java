package org.mmlens.bot.source;

import java.io.IOException;
import java.util.Optional;

/// What sources have in common whose cursor says all there is to know: a name, where to begin, and
/// how much is held in memory.
abstract class CursorSource implements MailSource {

  private final String name;
  private final Start start;
  private final ReadLimits limits;

  CursorSource(String name, Start start, ReadLimits limits) {
    this.name = name;
    this.start = start;
    this.limits = limits;
  }

  @Override
  public final String name() {
    return name;
  }

  /// {@return whether what is there is passed over: at the very first time, if only what comes
  /// later is wanted}
  final boolean passesOver(Optional<String> cursor) {
    return cursor.isEmpty() && start == Start.NOW;
  }

  final ReadLimits limits() {
    return limits;
  }

  @Override
  public final Batch read(Optional<String> cursor, int atMost) throws IOException {
    var batch = new BatchBuilder(limits, atMost);
    return batch.upTo(read(cursor, batch));
  }

  /// Reads what comes after a cursor, until the batch is full.
  ///
  /// @return where reading goes on
  abstract String read(Optional<String> cursor, BatchBuilder batch) throws IOException;

  @Override
  public void close() {}
}
