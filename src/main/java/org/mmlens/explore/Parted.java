package org.mmlens.explore;

import java.util.List;
import java.util.Optional;
import org.mmlens.lens.Outcome;

/// Finds where two traced runs part.
final class Parted {

  private Parted() {}

  /// {@return the first effects that differ; empty if the effects are the same}
  ///
  /// @param before the run before the patch
  /// @param after the run after the patch
  static Optional<Difference.Parting> at(Outcome before, Outcome after) {
    List<Outcome.Event> b = before.effects();
    List<Outcome.Event> a = after.effects();
    int i = 0;
    while (i < b.size() && i < a.size() && b.get(i).text().equals(a.get(i).text())) {
      i++;
    }
    if (i == b.size() && i == a.size()) {
      return Optional.empty();
    }
    return Optional.of(new Difference.Parting(get(b, i), get(a, i)));
  }

  private static Optional<Outcome.Event> get(List<Outcome.Event> list, int i) {
    return i < list.size() ? Optional.of(list.get(i)) : Optional.empty();
  }
}
