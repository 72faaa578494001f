package org.mmlens.lens;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mmlens.machine.Machine;

/// One run, and what it left behind.
///
/// @param whole what was read
/// @param end how it ended
/// @param mark what the machine had before the run
/// @param requests what the run asked for
record Run(Reading.Whole whole, Outcome.Ending end, Readout.Mark mark, Requests requests) {

  /// {@return a run from which nothing can be concluded}
  static Run undecided(Outcome.Ending.Undecided end, Readout.Mark mark, Requests requests) {
    var nothing = new Teardown.Result(Optional.empty(), end.reason());
    return new Run(new Reading.Whole(Map.of(), nothing, Complaints.NONE), end, mark, requests);
  }

  /// {@return what is compared}
  Observation observation() {
    return end instanceof Outcome.Ending.Undecided(String reason, _)
        ? Observation.undecided(reason, requests)
        : new Observation(Reading.of(whole), Optional.empty(), Endings.stopped(end), requests);
  }

  /// {@return the run for people}
  ///
  /// @param machine as the run left it
  Outcome portrait(Machine machine) {
    Map<Observable, List<Object>> all = new EnumMap<>(Observable.class);
    whole.facts().forEach((o, facts) -> all.put(o, new ArrayList<>(facts)));
    whole
        .gone()
        .left()
        .ifPresent(
            left -> all.computeIfAbsent(Observable.MEMORY, _ -> new ArrayList<>()).addAll(left));
    return Portrait.of(all, end, machine, mark);
  }
}
