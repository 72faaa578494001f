package org.mmlens.lens;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mmlens.machine.Machine;

/// One run, and what it left behind.
///
/// @param facts for each observable what was seen of it
/// @param end how it ended
/// @param mark what the machine had before the run
/// @param observation what is compared
/// @param exitReason why the address space was not taken down; empty if it was
record Run(
    Map<Observable, List<Object>> facts,
    Outcome.Ending end,
    Readout.Mark mark,
    Observation observation,
    String exitReason) {

  /// {@return a run from which nothing can be concluded}
  static Run undecided(String reason, List<Outcome.Frame> frames) {
    return undecided(
        new Outcome.Ending.Undecided(reason, frames),
        reason,
        new Readout.Mark(0, 0, 0, 0),
        Requests.NONE);
  }

  static Run undecided(Outcome.Ending end, String reason, Readout.Mark mark, Requests requests) {
    return new Run(Map.of(), end, mark, Observation.undecided(reason, requests), reason);
  }

  /// {@return the run for people}
  ///
  /// @param machine as the run left it
  Outcome portrait(Machine machine) {
    Map<Observable, List<Object>> all = new EnumMap<>(Observable.class);
    all.putAll(facts);
    observation
        .left()
        .ifPresent(
            left ->
                all.merge(
                    Observable.MEMORY,
                    left,
                    (seen, more) -> Stream.concat(seen.stream(), more.stream()).toList()));
    return Portrait.of(all, end, machine, mark);
  }
}
