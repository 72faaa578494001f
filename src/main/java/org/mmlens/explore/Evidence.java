package org.mmlens.explore;

import java.util.List;
import org.mmlens.diag.Position;

/// What stands behind a verdict.
///
/// @param entryBefore the entry function before the patch, e.g. `shift_arg_pages() fs/exec.c:677`
/// @param entryAfter the same after the patch
/// @param scenarios layouts run on both sides, without faults
/// @param faultPlans further runs in which allocations failed, or a signal ended a wait
/// @param contractBreaking how many of `scenarios` break the entry function's contract
/// @param undecided runs on either side from which nothing can be concluded
/// @param stoppedAlike runs within the contract in which the same kind of crash ended both sides,
///   so that nothing after it was compared
/// @param stoppedBy how the most frequent of those ended, with its place; empty if there are none
/// @param limits what else is left open where nothing differs
/// @param seed the seed of what was sampled
/// @param sameCode whether no function that was executed differs between the sides
/// @param complete whether everything planned was run
/// @param coverageBefore branches of changed functions and of the entry, before the patch
/// @param coverageAfter the same after the patch
/// @param models kernel functions answered by Java that ran, sorted by name
/// @param entered the C functions that runs have entered
public record Evidence(
    String entryBefore,
    String entryAfter,
    int scenarios,
    int faultPlans,
    int contractBreaking,
    int undecided,
    int stoppedAlike,
    String stoppedBy,
    Limits limits,
    long seed,
    boolean sameCode,
    boolean complete,
    Coverage coverageBefore,
    Coverage coverageAfter,
    List<Model> models,
    Entered entered) {
  /// Copies the list.
  public Evidence {
    models = List.copyOf(models);
  }

  /// Which C functions of the tree runs have entered, from the entry function on; what builds an
  /// address space and takes it down does not count.
  ///
  /// @param before the patch, sorted
  /// @param after the patch, sorted
  public record Entered(List<String> before, List<String> after) {
    /// Copies the lists.
    public Entered {
      before = List.copyOf(before);
      after = List.copyOf(after);
    }
  }

  /// Branch coverage.
  ///
  /// @param taken outcomes of conditions seen
  /// @param total outcomes of conditions there are
  /// @param missing those not seen, by position
  public record Coverage(int taken, int total, List<Missing> missing) {
    /// Copies the list.
    public Coverage {
      missing = List.copyOf(missing);
    }
  }

  /// An outcome of a condition that no run showed.
  ///
  /// @param at file and line
  /// @param function the C function
  /// @param condition as the source spells it
  /// @param never what it never was: `true`, `false`, `case 1`, `default`
  public record Missing(Position at, String function, String condition, String never) {}

  /// A kernel function that Java answered.
  ///
  /// @param name the C name
  /// @param fidelity `exact`, `abstract` or `stub`
  /// @param calls how often it was called on both sides together
  public record Model(String name, String fidelity, long calls) {}
}
