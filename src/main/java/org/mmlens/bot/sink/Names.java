package org.mmlens.bot.sink;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Names of files for Message-IDs, which strangers choose.
final class Names {

  private static final int READABLE = 60;
  private static final int DIGITS = 16;

  private Names() {}

  /// {@return a name that is the same for the same Message-ID and for no other: what can be read of
  /// it, and 16 hexadecimal digits; letters, digits, `.`, `_` and `-`, not beginning with a dot}
  static String of(String messageId) {
    String readable = messageId.replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^[._-]+", "");
    String digest = HexFormat.of().formatHex(sha256(messageId)).substring(0, DIGITS);
    String kept = readable.substring(0, Math.min(READABLE, readable.length()));
    return kept.isEmpty() ? digest : kept + "-" + digest;
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /// {@return what is the matter, for people}
  static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException denied -> "no permission for " + denied.getFile();
      case FileSystemException file when file.getReason() != null ->
          file.getFile() + ": " + file.getReason();
      default -> e.getClass().getSimpleName() + ": " + e.getMessage();
    };
  }
}
