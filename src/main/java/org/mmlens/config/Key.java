package org.mmlens.config;

import java.util.List;
import java.util.Optional;

/// A key that a configuration file may hold.
///
/// @param name with dots between tables, e.g. `budget`, `hook.on-error`; its last part is the name
///   of an option
/// @param kind what values it takes in the user's own file
/// @param inTree what values it takes in the file of a tree; absent where such a file may not have
///   it
/// @param standard what is in force where nobody says anything; absent where that is nothing
/// @param rivals options that mean something else than this one, so that it does not count where
///   one of them was given by somebody with a stronger word
public record Key(
    String name, Kind kind, Optional<Kind> inTree, Optional<String> standard, List<String> rivals) {

  /// Copies the list.
  public Key {
    rivals = List.copyOf(rivals);
  }

  /// {@return a key of the user's own file}
  ///
  /// @param name with dots between tables
  /// @param kind what values it takes
  public static Key of(String name, Kind kind) {
    return new Key(name, kind, Optional.empty(), Optional.empty(), List.of());
  }

  /// {@return the same, allowed in the file of a tree, too}
  ///
  /// @param narrower what values it takes there: none that could make a review say less than it
  ///   says without the file, write anything, or read what is not in the tree
  public Key alsoInTree(Kind narrower) {
    return new Key(name, kind, Optional.of(narrower), standard, rivals);
  }

  /// {@return the same, with the value that is in force where nobody says anything}
  ///
  /// @param value as it would be written on the command line
  public Key orElse(String value) {
    return new Key(name, kind, inTree, Optional.of(value), rivals);
  }

  /// {@return the same, overruled by other options}
  ///
  /// @param options their names, without dashes
  public Key against(String... options) {
    return new Key(name, kind, inTree, standard, List.of(options));
  }

  /// {@return the name of the option, without dashes}
  public String option() {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  Optional<Kind> kind(Layer layer) {
    return switch (layer) {
      case TREE -> inTree;
      case USER -> Optional.of(kind);
    };
  }
}
