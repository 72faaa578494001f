package org.mmlens.cli;

import org.mmlens.lens.Scenario;
import org.mmlens.mail.Series;
import org.mmlens.review.Checkup;
import org.mmlens.review.Execution;
import org.mmlens.review.Progress;
import org.mmlens.review.Replay;
import org.mmlens.review.Results;
import org.mmlens.review.Review;
import org.mmlens.review.ReviewOptions;
import org.mmlens.tree.SourceTree;

/// An engine that is asked only what it was not asked before.
///
/// @param engine is asked
/// @param results what it said
record RememberingEngine(Engine engine, Results results) implements Engine {

  @Override
  public Review review(Series series, SourceTree tree, ReviewOptions options, Progress progress) {
    return results.get(
        "review", series, tree, options, () -> engine.review(series, tree, options, progress));
  }

  @Override
  public Review surface(Series series, SourceTree tree, ReviewOptions options, Progress progress) {
    return results.get(
        "surface", series, tree, options, () -> engine.surface(series, tree, options, progress));
  }

  @Override
  public Replay replay(Series series, SourceTree tree, ReviewOptions options, Scenario scenario) {
    return engine.replay(series, tree, options, scenario);
  }

  @Override
  public Execution run(SourceTree tree, ReviewOptions options, Scenario scenario) {
    return engine.run(tree, options, scenario);
  }

  @Override
  public Checkup checkup(SourceTree tree, ReviewOptions options) {
    return engine.checkup(tree, options);
  }
}
