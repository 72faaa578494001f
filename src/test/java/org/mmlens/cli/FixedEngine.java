package org.mmlens.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.mmlens.lens.Scenario;
import org.mmlens.mail.Series;
import org.mmlens.review.Checkup;
import org.mmlens.review.Execution;
import org.mmlens.review.Progress;
import org.mmlens.review.Replay;
import org.mmlens.review.Review;
import org.mmlens.review.ReviewOptions;
import org.mmlens.tree.SourceTree;

/// An engine that runs nothing.
///
/// @param review what it says whatever it is asked
/// @param kept notes the cache folder of each review asked for, empty for none
record FixedEngine(Supplier<Review> review, List<String> kept) implements Engine {

  FixedEngine(Supplier<Review> review) {
    this(review, new ArrayList<>());
  }

  @Override
  public Review review(Series series, SourceTree tree, ReviewOptions options, Progress progress) {
    kept.add(options.names().map(cache -> cache.folder().toString()).orElse(""));
    return review.get();
  }

  @Override
  public Review surface(Series series, SourceTree tree, ReviewOptions options, Progress progress) {
    kept.add(options.names().map(cache -> cache.folder().toString()).orElse(""));
    return review.get();
  }

  @Override
  public Replay replay(Series series, SourceTree tree, ReviewOptions options, Scenario scenario) {
    return new Replay.Unfit("nothing runs here: " + scenario);
  }

  @Override
  public Execution run(SourceTree tree, ReviewOptions options, Scenario scenario) {
    return new Execution.Unfit("nothing runs here: " + scenario);
  }

  @Override
  public Checkup checkup(SourceTree tree, ReviewOptions options) {
    return new Checkup.Unfit("nothing runs here");
  }
}
