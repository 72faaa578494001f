package org.mmlens.explore;

import java.util.List;
import org.mmlens.lens.Complaint;
import org.mmlens.lens.Scenario;

/// What the comparison of an exploration leaves open, although no run differs.
///
/// @param notTornDown pairs of runs within the contract after which an address space could not be
///   taken down on one of the sides, or not to the end, so that what is left of it was not compared
/// @param notTornDownBy why most of those could not; empty if there are none
/// @param otherChecks checks that fired for what another one may have found before the patch, most
///   frequent first
public record Limits(int notTornDown, String notTornDownBy, List<Met> otherChecks) {
  /// Copies the list.
  public Limits {
    otherChecks = List.copyOf(otherChecks);
  }

  /// {@return nothing}
  public static Limits none() {
    return new Limits(0, "", List.of());
  }

  /// A check that may be another one than before.
  ///
  /// @param before the check that fired before the patch
  /// @param after the one that fired in its place after it
  /// @param runs in how many runs it did
  /// @param scenario the first of them
  public record Met(Complaint before, Complaint after, int runs, Scenario scenario) {}
}
