package org.mmlens.report;

import java.util.Comparator;
import org.mmlens.review.Finding;
import org.mmlens.review.Review;
import org.mmlens.review.Review.PatchReview;
import org.mmlens.review.Verdict;

/// A review as the state of a check, for tools that know three.
enum CheckState {
  /// Nothing but notes.
  SUCCESS,
  /// Warnings, or no verdict.
  WARNING,
  /// Errors, or a series that cannot be reviewed.
  FAIL;

  private static final int LONGEST = 200;

  static CheckState of(Review review) {
    return Headline.parts(review).stream()
        .map(CheckState::of)
        .reduce(SUCCESS, (a, b) -> a.compareTo(b) >= 0 ? a : b);
  }

  private static CheckState of(PatchReview part) {
    CheckState ofVerdict =
        switch (part.verdict()) {
          case Verdict.NotReviewed _ -> FAIL;
          case Verdict.Inconclusive _ -> WARNING;
          case Verdict.NoDifference _, Verdict.Different _, Verdict.NotRun _ -> SUCCESS;
        };
    return part.findings().stream()
        .map(CheckState::of)
        .reduce(ofVerdict, (a, b) -> a.compareTo(b) >= 0 ? a : b);
  }

  private static CheckState of(Finding finding) {
    return switch (finding.severity()) {
      case ERROR -> FAIL;
      case WARNING -> WARNING;
      case NOTE -> SUCCESS;
    };
  }

  /// {@return the verdict and what decides it, on one line}
  static String summary(Review review) {
    String reason =
        Headline.parts(review).stream()
            .flatMap(part -> Headline.findings(part).stream())
            .filter(f -> f.severity() != Finding.Severity.NOTE)
            .min(Comparator.comparing(Finding::severity))
            .map(Finding::message)
            .orElseGet(() -> worst(review));
    String word = Headline.word(review) + (Headline.asExpected(review) ? ", as expected" : "");
    return Printable.cut(Printable.of(word + ": " + reason), LONGEST);
  }

  private static String worst(Review review) {
    String word = Headline.word(review);
    return Headline.parts(review).reversed().stream()
        .filter(part -> part.verdict().word().equals(word))
        .findFirst()
        .map(part -> Headline.reason(part.verdict()))
        .orElse("nothing was run");
  }
}
