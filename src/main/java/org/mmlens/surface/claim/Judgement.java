package org.mmlens.surface.claim;

import java.util.List;

/// Whether a claim is so.
public sealed interface Judgement {

  /// The surface shows that it is so.
  ///
  /// @param evidence what shows it
  record Confirmed(List<String> evidence) implements Judgement {
    /// Copies the list.
    public Confirmed {
      evidence = List.copyOf(evidence);
    }
  }

  /// The surface shows that it is not so.
  ///
  /// @param evidence what shows it
  record Refuted(List<String> evidence) implements Judgement {
    /// Copies the list.
    public Refuted {
      evidence = List.copyOf(evidence);
    }
  }

  /// Nothing can be said.
  ///
  /// @param reason why, as a phrase
  record NotCheckable(String reason) implements Judgement {}

  /// A claim about behaviour, to be judged by what the runs showed.
  record ByBehaviour() implements Judgement {}

  /// A claim with its judgement.
  ///
  /// @param claim the claim
  /// @param judgement whether it is so
  record Judged(Claim claim, Judgement judgement) {}
}
