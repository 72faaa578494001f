package org.mmlens.lens;

/// One side of a review, ready to run: its program linked, its machine booted.
///
/// Runs do not influence each other: every run begins from the booted machine. Safe for several
/// threads at once.
public interface Rig {

  /// {@return what the run shows}
  ///
  /// @param scenario the layout and the shift
  Observation run(Scenario scenario);

  /// {@return what the run shows in a machine that is booted for it alone}
  ///
  /// @param scenario the layout and the shift
  Observation afresh(Scenario scenario);

  /// {@return the same run again, traced, for people}
  ///
  /// @param scenario the layout and the shift
  Outcome explain(Scenario scenario);
}
