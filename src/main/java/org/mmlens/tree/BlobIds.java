package org.mmlens.tree;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/// Git's names for contents, as `git hash-object` gives them. Made without JGit, which takes 25 ms
/// to get ready for the first one: they are all that most reviews would need it for.
final class BlobIds {

  private BlobIds() {}

  /// {@return the SHA-1 that git gives these bytes as a blob}
  static String of(byte[] bytes) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(("blob " + bytes.length + "\0").getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(sha1.digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// {@return whether an id of a diff's `index` line, possibly cut short, can mean this blob}
  static boolean agree(String fromDiff, String blobId) {
    return !fromDiff.isEmpty() && blobId.startsWith(fromDiff.toLowerCase(Locale.ROOT));
  }
}
