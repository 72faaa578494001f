package org.mmlens.cli;

import org.mmlens.lens.Scenario;
import org.mmlens.mail.Series;
import org.mmlens.review.Checkup;
import org.mmlens.review.Execution;
import org.mmlens.review.Progress;
import org.mmlens.review.Replay;
import org.mmlens.review.Review;
import org.mmlens.review.ReviewOptions;
import org.mmlens.tree.SourceTree;

/// What the command line needs from the rest of the program. Tests make their own.
interface Engine {

  /// {@return the review of a series}
  ///
  /// @param series what is reviewed
  /// @param tree what it is applied to
  /// @param options how much is run
  /// @param progress hears how far it is
  Review review(Series series, SourceTree tree, ReviewOptions options, Progress progress);

  /// {@return the review of a series of which nothing is executed}
  ///
  /// @param series what is reviewed
  /// @param tree what it is applied to
  /// @param options whose seed, steps and runs do not matter
  /// @param progress hears how far it is
  Review surface(Series series, SourceTree tree, ReviewOptions options, Progress progress);

  /// {@return one scenario of it, run again}
  ///
  /// @param series what was reviewed
  /// @param tree what it is applied to
  /// @param options whose `only` says which patch
  /// @param scenario what is run
  Replay replay(Series series, SourceTree tree, ReviewOptions options, Scenario scenario);

  /// {@return one scenario, run on a tree that nothing is applied to}
  ///
  /// @param tree a kernel tree
  /// @param options the configuration and the budget of a run
  /// @param scenario what is run
  Execution run(SourceTree tree, ReviewOptions options, Scenario scenario);

  /// {@return how the lens fares on a tree}
  ///
  /// @param tree a kernel tree
  /// @param options the configuration and the budget of a run
  Checkup checkup(SourceTree tree, ReviewOptions options);
}
