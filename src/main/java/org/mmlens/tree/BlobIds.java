package org.mmlens.tree;

import java.util.Locale;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectInserter;

/// Git's names for contents.
final class BlobIds {

  private BlobIds() {}

  /// {@return the SHA-1 that git gives these bytes as a blob}
  static String of(byte[] bytes) {
    try (var formatter = new ObjectInserter.Formatter()) {
      return formatter.idFor(Constants.OBJ_BLOB, bytes).name();
    }
  }

  /// {@return whether an id of a diff's `index` line, possibly cut short, can mean this blob}
  static boolean agree(String fromDiff, String blobId) {
    return !fromDiff.isEmpty() && blobId.startsWith(fromDiff.toLowerCase(Locale.ROOT));
  }
}
