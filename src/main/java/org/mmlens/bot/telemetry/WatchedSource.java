package org.mmlens.bot.telemetry;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.mmlens.bot.source.Batch;
import org.mmlens.bot.source.MailSource;
import org.mmlens.bot.telemetry.EventLog.Level;

/// A source whose readings are counted and logged: `source-read`, a `source-note` for each note of
/// a batch, `source-trouble`, `source-well` once it can be read again.
public final class WatchedSource implements MailSource {

  private final MailSource source;
  private final Meters meters;
  private final EventLog log;
  private final AtomicReference<String> trouble = new AtomicReference<>("");

  /// Watches a source.
  ///
  /// @param source which
  /// @param meters counts mails
  /// @param log told what happens
  public WatchedSource(MailSource source, Meters meters, EventLog log) {
    this.source = source;
    this.meters = meters;
    this.log = log;
  }

  @Override
  public String name() {
    return source.name();
  }

  /// {@return why it could not be read the last time; empty where it could}
  public String trouble() {
    return trouble.get();
  }

  @Override
  public Batch read(Optional<String> cursor, int atMost) throws IOException {
    try {
      Batch batch = source.read(cursor, atMost);
      if (!trouble.getAndSet("").isEmpty()) {
        log.write(Level.INFO, "source-well", EventLog.text("source", name()));
      }
      meters.read(name(), batch);
      tell(batch);
      return batch;
    } catch (IOException e) {
      String what = String.valueOf(e.getMessage());
      // The same trouble is told once, however often the source is tried.
      if (!trouble.getAndSet(what).equals(what)) {
        log.write(
            Level.ERROR,
            "source-trouble",
            EventLog.text("source", name()),
            EventLog.text("what", what));
      }
      throw e;
    }
  }

  private void tell(Batch batch) {
    for (String note : batch.notes()) {
      log.write(
          Level.WARNING,
          "source-note",
          EventLog.text("source", name()),
          EventLog.text("note", note));
    }
    if (!batch.arrivals().isEmpty()) {
      log.write(
          Level.INFO,
          "source-read",
          EventLog.text("source", name()),
          EventLog.number("mails", batch.arrivals().size()));
    }
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
