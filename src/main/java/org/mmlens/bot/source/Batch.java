package org.mmlens.bot.source;

import java.util.List;

/// Mails read at one time.
///
/// @param arrivals in the order of the source
/// @param cursor where reading goes on after them: text that only the source understands
public record Batch(List<Arrival> arrivals, String cursor) {

  /// Copies the arrivals.
  public Batch {
    arrivals = List.copyOf(arrivals);
  }
}
