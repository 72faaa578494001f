package org.mmlens.cli;

import java.util.function.Supplier;
import org.mmlens.lens.Scenario;
import org.mmlens.mail.Series;
import org.mmlens.review.Progress;
import org.mmlens.review.Replay;
import org.mmlens.review.Review;
import org.mmlens.review.ReviewOptions;
import org.mmlens.tree.SourceTree;

/// An engine that runs nothing.
///
/// @param review what it says whatever it is asked
record FixedEngine(Supplier<Review> review) implements Engine {

  @Override
  public Review review(Series series, SourceTree tree, ReviewOptions options, Progress progress) {
    return review.get();
  }

  @Override
  public Replay replay(Series series, SourceTree tree, ReviewOptions options, Scenario scenario) {
    return new Replay.Unfit("nothing runs here: " + scenario);
  }
}
