package org.mmlens.bot.source;

import java.util.ArrayList;
import java.util.List;

/// A batch while it is read.
final class BatchBuilder {

  private final ReadLimits limits;
  private final int atMost;
  private final List<Arrival> arrivals = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private long bytes = 0;

  BatchBuilder(ReadLimits limits, int atMost) {
    if (atMost < 1) {
      throw new IllegalArgumentException("a batch of less than one mail");
    }
    this.limits = limits;
    this.atMost = atMost;
  }

  /// {@return whether no more should be read; what is left out counts as well}
  boolean full() {
    return arrivals.size() + notes.size() >= atMost || bytes >= limits.batchBytes();
  }

  /// Adds a mail; one without a byte is none: public-inbox-purge(1) leaves such.
  void add(byte[] raw, String origin) {
    if (raw.length > 0) {
      arrivals.add(new Arrival(raw, origin));
      bytes += raw.length;
    }
  }

  void tooLong(String origin) {
    note(origin + ": this mail is longer than " + limits.mailBytes() + " bytes; it was left out");
  }

  void note(String line) {
    notes.add(line);
  }

  Batch upTo(String cursor) {
    return new Batch(arrivals, cursor, notes);
  }
}
