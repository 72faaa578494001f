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

  /// {@return what the run shows, as far as it is asked for; the rest is read when it is needed}
  ///
  /// @param scenario the layout and the shift
  /// @param extent how far it goes
  default Observation run(Scenario scenario, Extent extent) {
    return run(scenario);
  }

  /// {@return whether two runs that return in the same state, one on each side, are known to show
  /// the same, so that none of them has to go on; false says nothing}
  ///
  /// @param other the other side
  default boolean endsLike(Rig other) {
    return false;
  }

  /// How far a run goes.
  enum Extent {
    /// To the return of the entry function.
    RETURN,
    /// To the end of the address space, and everything is read.
    EXIT
  }

  /// {@return what the run shows in a machine that is booted for it alone}
  ///
  /// @param scenario the layout and the shift
  Observation afresh(Scenario scenario);

  /// {@return the same run again, traced, for people}
  ///
  /// @param scenario the layout and the shift
  Outcome explain(Scenario scenario);
}
