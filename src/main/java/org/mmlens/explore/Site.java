package org.mmlens.explore;

import java.util.List;
import org.mmlens.diag.Position;
import org.mmlens.jvm.Probe;
import org.mmlens.lens.Course;

/// A condition that runs have come to without going every way out of it.
///
/// @param function the symbol of its function
/// @param at its line
/// @param condition as the C spells it
/// @param taken the ways that runs have gone
record Site(String function, Position at, String condition, List<Probe> taken) {

  /// {@return whether a run has come here}
  boolean reachedBy(Course course) {
    return taken.stream().anyMatch(course::took);
  }
}
