package org.mmlens.tree;

import java.util.List;
import java.util.SequencedCollection;
import java.util.TreeSet;

/// The diff of one patch.
///
/// @param files in the order of the mail
public record PatchSet(List<FileChange> files) {

  /// Copies the list.
  public PatchSet {
    files = List.copyOf(files);
  }

  /// {@return every path that is read, written or deleted, in path order}
  public SequencedCollection<String> touchedPaths() {
    var paths = new TreeSet<String>();
    for (FileChange file : files) {
      paths.add(file.before().path());
      paths.add(file.after().path());
    }
    return paths;
  }
}
