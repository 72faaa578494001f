package org.mmlens.config;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One `[[name]]` table of a file.
///
/// @param table its name
/// @param cells what it sets, by key
/// @param place where it begins
public record Row(String table, Map<String, Setting> cells, Place place) {
  /// Copies the map.
  public Row {
    cells = new TreeMap<>(cells);
  }

  /// {@return what is said of a key, if it is set}
  ///
  /// @param key one of the table's
  public Optional<Setting> cell(String key) {
    return Optional.ofNullable(cells.get(key));
  }

  /// {@return the value of a key, if it is set}
  ///
  /// @param key one of the table's
  public Optional<String> word(String key) {
    return cell(key).map(Setting::word);
  }
}
