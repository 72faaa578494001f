package org.mmlens.explore;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mmlens.lens.Observation;

/// Counts the pairs of runs after which what is left of the address space was not compared.
final class NotTornDown {

  private final Map<String, Integer> reasons = new TreeMap<>();
  private int runs;

  /// Takes a pair of runs within the contract that do not differ into account; where a crash ended
  /// a run there is nothing to be taken down.
  void add(Lanes.Pair pair) {
    if (pair.scenario().withinContract() && pair.before().stopped().isEmpty()) {
      Stream.of(pair.after(), pair.before())
          .map(Observation::notTornDown)
          .filter(reason -> !reason.isEmpty())
          .findFirst()
          .ifPresent(
              reason -> {
                runs++;
                reasons.merge(reason, 1, Integer::sum);
              });
    }
  }

  int runs() {
    return runs;
  }

  /// {@return why most of them were not; empty if there are none}
  String mostOften() {
    return reasons.entrySet().stream()
        .max(Map.Entry.<String, Integer>comparingByValue())
        .map(Map.Entry::getKey)
        .orElse("");
  }
}
