package org.mmlens.report;

import org.mmlens.explore.Difference;
import org.mmlens.review.Review.PatchReview;

/// The command that runs a counterexample again.
final class ReplayCommand {

  private ReplayCommand() {}

  /// {@return a line for a shell, in which SERIES stands for what was reviewed}
  static String of(PatchReview part, Difference d) {
    boolean one = part.number() > 0 && part.total() > 1;
    String patch = one ? "--patch " + part.number() + " " : "";
    return "mmlens replay SERIES %s--scenario '%s'".formatted(patch, d.scenario());
  }
}
