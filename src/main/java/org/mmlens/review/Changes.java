package org.mmlens.review;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;
import org.mmlens.tree.SourceTree;

/// Which code differs between the trees of a series, found out once for each two.
final class Changes {

  private final Map<SourceTree, Map<SourceTree, ChangedCode>> known = new IdentityHashMap<>();

  /// {@return the functions and other names that differ between two trees}
  ///
  /// @param before the tree before
  /// @param after the tree after
  /// @param paths the files that differ
  synchronized ChangedCode between(SourceTree before, SourceTree after, Collection<String> paths) {
    return known
        .computeIfAbsent(before, _ -> new IdentityHashMap<>())
        .computeIfAbsent(after, _ -> ChangedCode.between(before, after, paths));
  }
}
