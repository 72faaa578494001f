package org.mmlens.bot.web;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What the bot is doing, at one moment.
///
/// @param parts what makes the bot work, each with what is wrong with it; empty text for nothing
/// @param counts how much waits for what
/// @param queue what waits, in the order in which it will be done
public record Status(
    SortedMap<String, String> parts, SortedMap<String, Long> counts, List<Waiting> queue) {

  /// Copies what it is given.
  public Status {
    parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    queue = List.copyOf(queue);
  }

  /// Something that waits.
  ///
  /// @param series the Message-ID of the series' first mail
  /// @param subject of that mail
  /// @param standing what it waits for
  /// @param remark more about it, in words
  public record Waiting(String series, String subject, String standing, String remark) {}

  /// Looks at the bot.
  public interface Source {

    /// {@return what it is doing now}
    ///
    /// @throws Exception where that cannot be found out; its text is not shown to anybody
    Status now() throws Exception;
  }

  /// {@return whether nothing is wrong}
  public boolean well() {
    return parts.values().stream().allMatch(String::isEmpty);
  }

  /// {@return the parts that something is wrong with}
  SortedMap<String, String> troubles() {
    var found = new TreeMap<String, String>();
    for (Map.Entry<String, String> part : parts.entrySet()) {
      if (!part.getValue().isEmpty()) {
        found.put(part.getKey(), part.getValue());
      }
    }
    return found;
  }
}
