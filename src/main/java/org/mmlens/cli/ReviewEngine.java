package org.mmlens.cli;

import java.util.Optional;
import org.mmlens.lens.Scenario;
import org.mmlens.mail.Series;
import org.mmlens.review.Checkup;
import org.mmlens.review.Execution;
import org.mmlens.review.Progress;
import org.mmlens.review.Replay;
import org.mmlens.review.Review;
import org.mmlens.review.ReviewOptions;
import org.mmlens.review.Reviewer;
import org.mmlens.tree.SourceTree;

/// The engine of package `review`.
final class ReviewEngine implements Engine {

  @Override
  public Review review(Series series, SourceTree tree, ReviewOptions options, Progress progress) {
    var reviewer = new Reviewer(options, progress);
    Review review =
        Interruptible.call(
            () -> reviewer.review(series, tree),
            () -> progress.awaited() ? Optional.empty() : reviewer.soFar(),
            progress::interrupted);
    if (!review.complete()) {
      reviewer.keep();
    }
    return review;
  }

  @Override
  public Review surface(Series series, SourceTree tree, ReviewOptions options, Progress progress) {
    var reviewer = new Reviewer(options, progress);
    return Interruptible.call(
        () -> reviewer.surface(series, tree), reviewer::soFar, progress::interrupted);
  }

  @Override
  public Replay replay(Series series, SourceTree tree, ReviewOptions options, Scenario scenario) {
    return Replay.of(series, tree, options, scenario);
  }

  @Override
  public Execution run(SourceTree tree, ReviewOptions options, Scenario scenario) {
    return Execution.of(tree, options, scenario);
  }

  @Override
  public Checkup checkup(SourceTree tree, ReviewOptions options) {
    return Checkup.of(tree, options);
  }
}
