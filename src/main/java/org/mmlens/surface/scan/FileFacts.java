package org.mmlens.surface.scan;

import java.util.List;
import java.util.stream.Stream;

/// What one file says by itself.
///
/// @param path the file
/// @param entities its declarations and definitions, in order
/// @param exports its exports, in order
/// @param includes its includes, in order
public record FileFacts(
    String path, List<Entity> entities, List<Export> exports, List<Include> includes) {

  /// Copies the lists.
  public FileFacts {
    entities = List.copyOf(entities);
    exports = List.copyOf(exports);
    includes = List.copyOf(includes);
  }

  /// {@return a file that says nothing}
  ///
  /// @param path the file
  public static FileFacts empty(String path) {
    return new FileFacts(path, List.of(), List.of(), List.of());
  }

  /// {@return the entities of a name}
  ///
  /// @param name the name
  public Stream<Entity> named(String name) {
    return entities.stream().filter(entity -> entity.name().equals(name));
  }
}
