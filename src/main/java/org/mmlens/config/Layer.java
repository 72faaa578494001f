package org.mmlens.config;

/// Whose file it is, the stronger word first.
public enum Layer {
  /// The file in a tree. Whoever wrote the tree wrote it: it is not trusted.
  TREE,
  /// The user's own file.
  USER
}
