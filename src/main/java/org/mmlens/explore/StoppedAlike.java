package org.mmlens.explore;

import java.util.Map;
import java.util.TreeMap;

/// Counts the pairs of runs that a crash ended on both sides: the sides are the same up to there,
/// and nothing is known of what would have come after it.
final class StoppedAlike {

  private final Map<String, Integer> reasons = new TreeMap<>();
  private int layouts;
  private int runs;

  /// The pairs within the contract that stopped alike.
  ///
  /// @param runs all of them, those with failing allocations too
  /// @param layouts those without failing allocations
  /// @param mostOften how the most frequent of them ended, with its place; empty if there are none
  public record Count(int runs, int layouts, String mostOften) {}

  /// Takes a pair of runs that do not differ into account. Input that breaks the contract may well
  /// end in a BUG.
  void add(Lanes.Pair pair) {
    if (pair.scenario().withinContract()
        && pair.before().stopped().isPresent()
        && pair.after().stopped().isPresent()) {
      runs++;
      layouts += pair.scenario().faults().isEmpty() ? 1 : 0;
      reasons.merge(pair.after().stopped().get(), 1, Integer::sum);
    }
  }

  Count count() {
    String mostOften =
        reasons.entrySet().stream()
            .max(Map.Entry.<String, Integer>comparingByValue())
            .map(Map.Entry::getKey)
            .orElse("");
    return new Count(runs, layouts, mostOften);
  }
}
