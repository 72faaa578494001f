package org.mmlens.c.parse;

import java.util.Optional;

/// Reads the files of a tree and of the overlay on it.
@FunctionalInterface
public interface Sources {

  /// {@return the content of a file, or empty if there is none}
  ///
  /// @param path relative to the root of the tree, `/` between folders
  Optional<byte[]> read(String path);
}
