package org.mmlens.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mmlens.mail.PatchMail;
import org.mmlens.mail.ReviewComment;
import org.mmlens.mail.ReviewReply;
import org.mmlens.mail.Series;
import org.mmlens.review.Review.PatchReview;

/// Puts what people wrote about the patches beside what was measured.
public final class Remarks {

  private final Series series;
  private final List<ReviewReply> replies;

  private Remarks(Series series, List<ReviewReply> replies) {
    this.series = series;
    this.replies = replies;
  }

  /// {@return the review with the answers to its patches, each at the patch and hunk it is about}
  ///
  /// @param review what was measured
  /// @param series what was reviewed
  /// @param replies the answers
  public static Review add(Review review, Series series, List<ReviewReply> replies) {
    if (replies.isEmpty()) {
      return review;
    }
    var remarks = new Remarks(series, replies);
    return new Review(
        review.series(),
        review.tree(),
        review.patches().stream().map(remarks::to).toList(),
        review.whole().map(remarks::to),
        review.diagnostics(),
        review.seed(),
        review.complete(),
        review.placing());
  }

  private PatchReview to(PatchReview part) {
    List<Review.Remark> found = new ArrayList<>();
    for (ReviewReply reply : replies) {
      if (patch(reply) == part.number()) {
        reply.comments().forEach(comment -> found.add(remark(part, comment)));
      }
    }
    return new PatchReview(
        part.number(),
        part.total(),
        part.subject(),
        part.messageId(),
        part.verdict(),
        part.findings(),
        part.hunks(),
        found);
  }

  /// {@return the number of the patch it answers; 0 where it is the series as a whole}
  private int patch(ReviewReply reply) {
    List<PatchMail> patches = series.patches();
    if (patches.size() == 1) {
      return 1;
    }
    for (String id : reply.envelope().references().reversed()) {
      for (int k = 0; k < patches.size(); k++) {
        if (!id.isEmpty() && patches.get(k).envelope().messageId().equals(id)) {
          return k + 1;
        }
      }
    }
    return 0;
  }

  private static Review.Remark remark(PatchReview part, ReviewComment comment) {
    return new Review.Remark(
        comment.author(),
        comment.text(),
        comment.under(),
        comment.hunk().map(name -> name.path() + " " + name.header()).orElse(""),
        comment.hunk().flatMap(name -> hunk(part, name)));
  }

  private static Optional<Review.Hunk> hunk(PatchReview part, ReviewComment.HunkName name) {
    List<Review.Hunk> ofFile =
        part.hunks().stream()
            .filter(
                h -> h.after().path().equals(name.path()) || h.before().path().equals(name.path()))
            .toList();
    Optional<Review.Hunk> byLine =
        ofFile.stream().filter(h -> name.header().startsWith(begin(h))).findFirst();
    return byLine.isPresent() ? byLine : ofFile.stream().skip(name.number() - 1L).findFirst();
  }

  private static String begin(Review.Hunk hunk) {
    return "@@ -" + hunk.before().line() + ",";
  }
}
