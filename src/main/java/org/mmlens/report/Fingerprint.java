package org.mmlens.report;

import org.mmlens.review.Finding;

/// A name for a finding that stays the same while a series is rebased or resent.
final class Fingerprint {

  private Fingerprint() {}

  /// {@return 16 hex digits}
  ///
  /// @param finding to be named
  static String of(Finding finding) {
    return finding.fingerprint();
  }
}
