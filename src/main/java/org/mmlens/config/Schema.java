package org.mmlens.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a file may hold.
///
/// @param keys set at most once
/// @param tables by name, the keys of each `[[name]]` table, of which there may be any number
public record Schema(List<Key> keys, Map<String, List<Key>> tables) {
  /// Copies both.
  public Schema {
    keys = List.copyOf(keys);
    tables = new TreeMap<>(tables);
  }

  Optional<Key> key(String name) {
    return keys.stream().filter(key -> key.name().equals(name)).findFirst();
  }

  /// {@return what may stand in a file of this layer}
  List<String> names(Layer layer) {
    return keys.stream().filter(k -> k.kind(layer).isPresent()).map(Key::name).toList();
  }
}
