package org.mmlens.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mmlens.diag.Diagnostic;
import org.mmlens.mail.Series;
import org.mmlens.review.Review.PatchReview;

/// A review that is being written: one thread adds to it, another may ask at any time what is
/// known.
final class Draft {

  private final Series series;
  private final String tree;
  private final ReviewOptions options;
  private final SortedMap<Integer, PatchReview> patches = new TreeMap<>();
  private final Set<Diagnostic> diagnostics = new LinkedHashSet<>();
  private final SortedMap<Integer, List<Finding>> early = new TreeMap<>();
  private Optional<PatchReview> whole = Optional.empty();
  private Review.Placing placing = Review.Placing.NOTHING_TO_SAY;

  /// Whether everything was looked at.
  enum State {
    /// It was.
    COMPLETE,
    /// It was not.
    INCOMPLETE
  }

  /// Begins.
  ///
  /// @param series what is reviewed
  /// @param tree the name of what it is applied to
  /// @param options which patches are wanted
  Draft(Series series, String tree, ReviewOptions options) {
    this.series = series;
    this.tree = tree;
    this.options = options;
  }

  synchronized void found(Collection<Diagnostic> more) {
    diagnostics.addAll(more);
  }

  synchronized void placed(Review.Placing how) {
    placing = how;
  }

  synchronized void patch(PatchReview judged) {
    patches.put(judged.number(), judged);
  }

  /// Takes what is found about a patch before it is judged; 0 for the series as a whole.
  synchronized void early(int number, List<Finding> findings) {
    early.put(number, findings);
  }

  synchronized void whole(PatchReview judged) {
    whole = Optional.of(judged);
  }

  /// {@return what is known; a patch that was not got to says so}
  synchronized Review review(State state) {
    List<PatchReview> all = new ArrayList<>();
    for (int k = 1; k <= series.patches().size(); k++) {
      if (options.only().isEmpty() || options.only().get() == k) {
        PatchReview known = patches.get(k);
        all.add(
            known == null
                ? PatchReviews.interrupted(series, k, early.getOrDefault(k, List.of()))
                : known);
      }
    }
    return new Review(
        PatchReviews.head(series),
        tree,
        all,
        whole,
        List.copyOf(diagnostics),
        options.seed(),
        state == State.COMPLETE,
        placing);
  }
}
