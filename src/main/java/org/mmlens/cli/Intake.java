package org.mmlens.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mmlens.mail.ReviewReply;
import org.mmlens.mail.Series;
import org.mmlens.mail.SeriesReading;
import org.mmlens.report.Printable;
import org.mmlens.review.Remarks;
import org.mmlens.review.Review;
import org.mmlens.tree.SourceTree;

/// What a command line names, read: a series and the tree it is applied to.
///
/// @param series what is reviewed
/// @param replies what others said of it in the same mail
/// @param tree what it is applied to
/// @param decisions how the tree was come by, one line for each choice
record Intake(Series series, List<ReviewReply> replies, SourceTree tree, List<String> decisions) {

  Intake {
    replies = List.copyOf(replies);
    decisions = List.copyOf(decisions);
  }

  /// Where to read it from.
  ///
  /// @param series which series
  /// @param tree which tree
  /// @param cache where to keep what is read of the tree, if anywhere
  record Sources(SeriesOptions series, TreeOptions tree, Optional<Path> cache) {

    /// {@return what the command line names}
    Intake read(Surroundings here, Verbosity verbosity) {
      return read(here, verbosity, series.paths());
    }

    /// {@return the same, but of other mails}
    Intake read(Surroundings here, Verbosity verbosity, List<String> files) {
      TreeOptions.Ground ground;
      SeriesReading reading;
      if (series.repair()) {
        ground = tree.open(here, Optional.empty(), verbosity, cache);
        reading = series.repaired(here, verbosity, files, ground.tree());
      } else {
        reading = series.read(here, verbosity, files, tree.repository());
        ground = tree.open(here, reading.series(), verbosity, cache);
      }
      if (verbosity == Verbosity.VERBOSE) {
        ground.decisions().forEach(d -> here.say("mmlens: " + Printable.of(d)));
      }
      return new Intake(
          reading.series().orElseThrow(), reading.replies(), ground.tree(), ground.decisions());
    }
  }

  /// {@return the review with what the mail and the choice of the tree add to it}
  ///
  /// @param review of this series on this tree
  Review complete(Review review, Surroundings here, Verbosity verbosity) {
    Review.Placing placing = review.placing();
    if (verbosity == Verbosity.VERBOSE) {
      placing.decisions().forEach(d -> here.say("mmlens: " + Printable.of(d)));
    }
    var all = new ArrayList<>(decisions);
    all.addAll(placing.decisions());
    var told =
        new Review(
            review.series(),
            review.tree(),
            review.patches(),
            review.whole(),
            review.diagnostics(),
            review.seed(),
            review.complete(),
            new Review.Placing(all, placing.mismatches()));
    return Remarks.add(told, series, replies);
  }
}
