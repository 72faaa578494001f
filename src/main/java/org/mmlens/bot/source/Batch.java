package org.mmlens.bot.source;

import java.util.List;

/// Mails read at one time.
///
/// @param arrivals in the order of the source
/// @param cursor where reading goes on after them: text that only the source understands
/// @param notes what people should know about this reading, a line each: mails that were left out
///   and why, a source that was found changed
public record Batch(List<Arrival> arrivals, String cursor, List<String> notes) {

  /// Copies the lists.
  public Batch {
    arrivals = List.copyOf(arrivals);
    notes = List.copyOf(notes);
  }

  /// Mails read without anything to say about it.
  ///
  /// @param arrivals in the order of the source
  /// @param cursor where reading goes on after them
  public Batch(List<Arrival> arrivals, String cursor) {
    this(arrivals, cursor, List.of());
  }
}
