package org.mmlens.review;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mmlens.explore.Evidence;
import org.mmlens.lens.StackRig;
import org.mmlens.surface.claim.Executed;

/// What running two trees has shown.
///
/// @param verdict on behaviour
/// @param notRun functions that the change touches and the lens does not lead to, by name
/// @param findings on behaviour
/// @param executed which functions the runs entered, if there were runs
record Shown(
    Verdict verdict, Set<String> notRun, List<Finding> findings, Optional<Executed> executed) {
  Shown {
    notRun = Collections.unmodifiableSet(new TreeSet<>(notRun));
    findings = List.copyOf(findings);
  }

  /// {@return that nothing was run}
  static Shown nothing(Verdict verdict) {
    return new Shown(verdict, Set.of(), List.of(), Optional.empty());
  }

  /// {@return what was entered on either side, if the verdict rests on runs}
  static Optional<Executed> executed(Side before, Side after, Behaviour.Compared compared) {
    if (before instanceof Side.Ready b && after instanceof Side.Ready a) {
      Set<String> entered = new TreeSet<>();
      for (StackRig rig : List.of(b.rig(), a.rig())) {
        entered.addAll(rig.entered());
        rig.modelCalls()
            .forEach((name, calls) -> entered.addAll(calls > 0 ? Set.of(name) : Set.of()));
      }
      return evidence(compared.verdict())
          .map(
              e ->
                  new Executed(
                      b.entry().name(),
                      e.scenarios() + e.faultPlans(),
                      entered,
                      a.rig().returned()));
    }
    return Optional.empty();
  }

  private static Optional<Evidence> evidence(Verdict verdict) {
    return switch (verdict) {
      case Verdict.NoDifference(var evidence, _) -> Optional.of(evidence);
      case Verdict.Different(var evidence, _) -> Optional.of(evidence);
      case Verdict.Inconclusive(_, var evidence) -> evidence;
      case Verdict.NotRun _, Verdict.NotReviewed _ -> Optional.empty();
    };
  }
}
