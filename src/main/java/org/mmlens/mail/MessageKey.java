package org.mmlens.mail;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Message-ids as numbers.
final class MessageKey {

  private MessageKey() {}

  /// {@return the first 64 bits of the id's SHA-1; 0 for the empty id, never for another}
  static long of(String id) {
    if (id.isEmpty()) {
      return 0;
    }
    try {
      var digest = MessageDigest.getInstance("SHA-1");
      long key = ByteBuffer.wrap(digest.digest(id.getBytes(StandardCharsets.UTF_8))).getLong();
      return key == 0 ? 1 : key;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }
}
