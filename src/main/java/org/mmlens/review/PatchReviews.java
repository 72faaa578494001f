package org.mmlens.review;

import java.util.ArrayList;
import java.util.List;
import org.mmlens.diag.Position;
import org.mmlens.mail.PatchMail;
import org.mmlens.mail.Series;
import org.mmlens.review.Review.PatchReview;
import org.mmlens.review.Review.SeriesHead;
import org.mmlens.tree.FileChange;
import org.mmlens.tree.Hunk;

/// Puts what was found about a patch together with what the mail says of it.
final class PatchReviews {

  private PatchReviews() {}

  static SeriesHead head(Series series) {
    PatchMail first = series.patches().getFirst();
    return new SeriesHead(
        series.cover().map(c -> c.subject().title()).orElse(first.title()),
        series.revision(),
        first.author(),
        series.cover().map(c -> c.envelope().messageId()).orElse(first.envelope().messageId()));
  }

  static PatchReview of(Series series, TreeSteps.Step step, Reviewer.Judgement judgement) {
    int number = series.patches().indexOf(step.patch()) + 1;
    return new PatchReview(
        number,
        series.patches().size(),
        step.patch().title(),
        step.patch().envelope().messageId(),
        judgement.verdict(),
        judgement.findings(),
        hunks(step));
  }

  static PatchReview whole(Series series, Reviewer.Judgement judgement) {
    SeriesHead head = head(series);
    return new PatchReview(
        0,
        series.patches().size(),
        head.subject(),
        head.messageId(),
        judgement.verdict(),
        judgement.findings(),
        List.of());
  }

  static PatchReview notReviewed(Series series, int number, String reason) {
    return notReviewed(series, number, reason, List.of());
  }

  /// {@return a patch that was being reviewed when there was no more time}
  ///
  /// @param findings what is known of it
  static PatchReview interrupted(Series series, int number, List<Finding> findings) {
    return notReviewed(series, number, "the review was interrupted", findings);
  }

  private static PatchReview notReviewed(
      Series series, int number, String reason, List<Finding> findings) {
    PatchMail mail = series.patches().get(number - 1);
    return new PatchReview(
        number,
        series.patches().size(),
        mail.title(),
        mail.envelope().messageId(),
        new Verdict.NotReviewed(reason),
        findings,
        List.of());
  }

  private static List<Review.Hunk> hunks(TreeSteps.Step step) {
    List<Review.Hunk> found = new ArrayList<>();
    for (FileChange file : step.diff().files()) {
      for (Hunk hunk : file.hunks()) {
        found.add(
            new Review.Hunk(
                Position.ofLine(file.before().path(), hunk.beforeStart()),
                Position.ofLine(file.after().path(), hunk.afterStart()),
                hunk.lines().stream().map(PatchReviews::line).toList()));
      }
    }
    return found;
  }

  private static String line(Hunk.Line line) {
    String sign =
        switch (line.kind()) {
          case CONTEXT -> " ";
          case REMOVED -> "-";
          case ADDED -> "+";
        };
    return sign + line.readable();
  }
}
