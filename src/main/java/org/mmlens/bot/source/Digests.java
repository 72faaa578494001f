package org.mmlens.bot.source;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// SHA-256, of which every Java platform has one.
final class Digests {

  private Digests() {}

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
