package org.mmlens.machine;

import java.util.List;

/// A finding of one run that did not end it.
///
/// @param kind what it is about
/// @param what the finding in words, the same in every run that goes the same way
/// @param frames the innermost C frames, innermost first; fewer or none for later events of a run
/// @param after how many effects there were before it, see [EffectLog#size]
public record Event(Kind kind, String what, List<Frame> frames, int after) {
  /// Copies the list.
  public Event {
    frames = List.copyOf(frames);
  }

  /// What a finding is about.
  public enum Kind {
    /// `WARN_ON()` and its kin.
    WARN,
    /// A value that was never written was used.
    UNINITIALISED,
    /// A lock taken, released or missing where it should not.
    LOCK,
    /// RCU used wrongly.
    RCU,
    /// Memory freed that the MMU may still use.
    TLB,
    /// A model saw its contract broken.
    CONTRACT
  }
}
