package org.mmlens.review;

import java.util.List;
import java.util.Optional;
import org.mmlens.explore.Difference;
import org.mmlens.explore.Evidence;

/// What running the lens before and after has shown. Never a stronger word than what was run.
public sealed interface Verdict {

  /// {@return the word for it: `no-difference`, `different`, `inconclusive`, `not-run`,
  /// `not-reviewed`}
  default String word() {
    return switch (this) {
      case NoDifference _ -> "no-difference";
      case Different _ -> "different";
      case Inconclusive _ -> "inconclusive";
      case NotRun _ -> "not-run";
      case NotReviewed _ -> "not-reviewed";
    };
  }

  /// No scenario told the two sides apart. Testing, not proof: it speaks of these scenarios only.
  ///
  /// @param evidence what was run
  /// @param notes differences that are no behaviour change within the contract: outside it, or in
  ///   the order of independent effects alone
  record NoDifference(Evidence evidence, List<Difference> notes) implements Verdict {
    /// Copies the list.
    public NoDifference {
      notes = List.copyOf(notes);
    }
  }

  /// At least one scenario within the contract told them apart.
  ///
  /// @param evidence what was run
  /// @param differences one a group, the first observable first; those outside the contract last
  record Different(Evidence evidence, List<Difference> differences) implements Verdict {
    /// Copies the list.
    public Different {
      differences = List.copyOf(differences);
    }
  }

  /// Nothing can be said.
  ///
  /// @param reasons one line each, e.g. `not modelled: follow_pfn (called from mm/mmap.c:712)`
  /// @param evidence what was run before, if anything
  record Inconclusive(List<String> reasons, Optional<Evidence> evidence) implements Verdict {
    /// Copies the list.
    public Inconclusive {
      reasons = List.copyOf(reasons);
    }
  }

  /// There was nothing to run: the patch changes no function that the lens leads to.
  ///
  /// @param reason one line
  record NotRun(String reason) implements Verdict {}

  /// The patch was not run, since it, or one before it, does not apply or does not compile.
  ///
  /// @param reason one line
  record NotReviewed(String reason) implements Verdict {}
}
