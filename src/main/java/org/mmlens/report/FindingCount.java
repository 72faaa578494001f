package org.mmlens.report;

import java.util.List;
import org.mmlens.review.Finding;

/// How many findings there are, as every report says it.
public final class FindingCount {

  private FindingCount() {}

  /// {@return e.g. `1 error, 2 notes`; empty for none}
  ///
  /// @param findings counted
  public static String inWords(List<Finding> findings) {
    return findings.isEmpty() ? "" : Headline.tally(findings);
  }
}
