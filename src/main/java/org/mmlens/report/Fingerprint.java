package org.mmlens.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.mmlens.review.Finding;

/// A name for a finding that stays the same while a series is rebased or resent.
///
/// It rests on rule, file and message; numbers and addresses in the message do not count, nor does
/// the line.
final class Fingerprint {

  private static final int DIGITS = 16;

  private Fingerprint() {}

  /// {@return 16 hex digits}
  ///
  /// @param finding to be named
  static String of(Finding finding) {
    String words =
        finding.message().replaceAll("\\b(?:0x)?(?=[0-9a-f]*[0-9])[0-9a-f]{3,}\\b|\\b\\d+\\b", "#");
    String text = String.join("\n", finding.rule(), finding.at().path(), words);
    return HexFormat.of().formatHex(sha256(text)).substring(0, DIGITS);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
