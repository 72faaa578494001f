package org.mmlens.cli;

import org.mmlens.diag.Diagnostic;
import org.mmlens.review.Review;
import org.mmlens.review.Review.PatchReview;
import org.mmlens.review.Verdict;

/// What the process tells its caller. Scripts depend on these: a number is never given another
/// meaning.
enum ExitCode {
  /// Nothing to report.
  CLEAN(0),
  /// Findings at or above `--fail-on`.
  FINDINGS(1),
  /// The command line or the environment is not as it must be; no review was made.
  USAGE(2),
  /// The series cannot be read, does not apply or does not compile.
  BAD_INPUT(3),
  /// Part of the review came to no verdict.
  INCONCLUSIVE(4),
  /// A bug of mmlens.
  INTERNAL(70),
  /// Whoever read standard output left, as a shell says it of a process that SIGPIPE ended.
  READER_GONE(141);

  private final int status;

  ExitCode(int status) {
    this.status = status;
  }

  int status() {
    return status;
  }

  /// {@return what a review that ran to its end means for the caller}
  ///
  /// @param review made
  /// @param failOn from which severity on findings count
  static ExitCode of(Review review, FailOn failOn) {
    if (review.complete() && rejected(review)) {
      return BAD_INPUT;
    }
    if (parts(review).flatMap(p -> p.findings().stream()).anyMatch(failOn::counts)) {
      return FINDINGS;
    }
    boolean undecided =
        parts(review).anyMatch(part -> part.verdict() instanceof Verdict.Inconclusive);
    return undecided || !review.complete() ? INCONCLUSIVE : CLEAN;
  }

  private static boolean rejected(Review review) {
    return parts(review).anyMatch(part -> part.verdict() instanceof Verdict.NotReviewed)
        || review.diagnostics().stream().anyMatch(d -> d.severity() == Diagnostic.Severity.ERROR);
  }

  private static java.util.stream.Stream<PatchReview> parts(Review review) {
    return java.util.stream.Stream.concat(review.patches().stream(), review.whole().stream());
  }
}
