package org.mmlens.bot;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.mmlens.mail.PatchMail;

/// Names made from content.
final class Digest {

  private static final int DIGITS = 24;

  private Digest() {}

  /// {@return 24 hex digits that stand for a text}
  static String of(String text) {
    try {
      byte[] sha =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /// {@return what stands for the diffs of a series, whatever is written around them}
  static String of(List<PatchMail> patches) {
    var text = new StringBuilder();
    for (PatchMail patch : patches) {
      text.append("patch\n");
      boolean diff = false;
      for (String line : patch.diff().lines()) {
        diff |= line.startsWith("diff ") || line.startsWith("--- ");
        if (line.stripTrailing().equals("--")) {
          break;
        }
        if (diff && !line.isEmpty() && "+- \\".indexOf(line.charAt(0)) >= 0) {
          text.append(line.stripTrailing()).append('\n');
        }
      }
    }
    return of(text.toString());
  }
}
