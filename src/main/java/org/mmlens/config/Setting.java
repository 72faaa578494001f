package org.mmlens.config;

import java.util.List;

/// A key that a file sets.
///
/// @param key what is set
/// @param words the value as it would be written on the command line; several for a list, `true` or
///   `false` for a switch
/// @param place where it stands
public record Setting(Key key, List<String> words, Place place) {
  /// Copies the list.
  public Setting {
    words = List.copyOf(words);
  }

  /// {@return the first word, or nothing for an empty list}
  public String word() {
    return words.isEmpty() ? "" : words.getFirst();
  }
}
