package org.mmlens.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mmlens.explore.Difference;
import org.mmlens.explore.Evidence;
import org.mmlens.explore.Exploration;
import org.mmlens.explore.Goal;
import org.mmlens.explore.ScenarioSpace;
import org.mmlens.explore.TellingValues;
import org.mmlens.explore.Wanted;
import org.mmlens.ir.Function;
import org.mmlens.lens.Scenario;
import org.mmlens.port.KernelFunction;
import org.mmlens.port.KernelModels;

/// Compares the behaviour of two trees through the lens and says what that amounts to.
final class Behaviour {

  /// How many scenarios are tried for branches that no run has taken.
  private static final int ATTEMPTS = 300;

  private final ReviewOptions options;
  private final KernelModels known;
  private final Progress progress;

  Behaviour(ReviewOptions options, KernelModels known, Progress progress) {
    this.options = options;
    this.known = known;
    this.progress = progress;
  }

  /// What comparing two sides gave.
  ///
  /// @param verdict the verdict
  /// @param notRun functions that the change touches and the lens does not lead to, by name
  record Compared(Verdict verdict, Set<String> notRun) {
    Compared {
      notRun = java.util.Collections.unmodifiableSet(new TreeSet<>(notRun));
    }
  }

  /// {@return the verdict on a change}
  ///
  /// @param before the tree before
  /// @param after the tree after
  /// @param subject the change
  Compared compare(Side.Ready before, Side.Ready after, Subject subject) {
    ChangedCode changed = subject.code();
    Set<String> reached = names(before.whole().functions().values());
    reached.addAll(names(after.whole().functions().values()));
    Set<String> notRun = new TreeSet<>(changed.functions().keySet());
    notRun.removeAll(reached);
    boolean sameCode = SameCode.of(before.whole(), after.whole());
    boolean touchesLens = changed.functions().keySet().stream().anyMatch(reached::contains);
    if (sameCode
        && !touchesLens
        && !(changed.functions().isEmpty() && changed.others().isEmpty())) {
      return new Compared(
          new Verdict.NotRun(
              "the patch changes nothing that %s() runs".formatted(after.entry().name())),
          notRun);
    }
    before.rig().forget();
    after.rig().forget();
    progress.covering(() -> Coverages.of(after, changed));
    Exploration.Result result =
        new Exploration(
                before.rig(),
                after.rig(),
                Exploration.Plan.whole(
                        layouts(before, after), options.faultRuns(), subject.leads(reached))
                    .with(goal(before, after, changed)),
                options.threads(),
                progress::ran,
                progress::interrupted)
            .run();
    Evidence evidence = evidence(before, after, changed, sameCode, result);
    return new Compared(verdict(result, evidence), notRun);
  }

  /// All layouts of the space, then those that the change itself suggests.
  static List<Scenario> layouts(Side.Ready before, Side.Ready after) {
    Set<Scenario> all = new LinkedHashSet<>(ScenarioSpace.all());
    all.addAll(TellingValues.scenarios(SameCode.constants(before.whole(), after.whole())));
    return List.copyOf(all);
  }

  private Goal goal(Side.Ready before, Side.Ready after, ChangedCode changed) {
    return new Goal(
        wanted(before, changed),
        wanted(after, changed),
        options.seed(),
        ATTEMPTS,
        options.faultRuns() > 0 ? Goal.Faults.SOME : Goal.Faults.NONE);
  }

  private static Wanted wanted(Side.Ready side, ChangedCode changed) {
    return new Wanted(side.rig(), Coverages.functions(side, changed), List.copyOf(side.reached()));
  }

  private static Set<String> names(Collection<Function> functions) {
    return functions.stream().map(Function::name).collect(Collectors.toCollection(TreeSet::new));
  }

  /// {@return whether any difference is one of behaviour within the contract}
  static boolean different(List<Difference> differences) {
    return differences.stream().anyMatch(d -> d.withinContract() && !d.orderOnly());
  }

  private static Verdict verdict(Exploration.Result result, Evidence evidence) {
    List<Difference> differences = result.differences();
    if (different(differences)) {
      return new Verdict.Different(evidence, differences);
    }
    if (!result.undecided().isEmpty()) {
      return new Verdict.Inconclusive(result.undecided(), Optional.of(evidence));
    }
    if (mostlyStopped(result)) {
      return new Verdict.Inconclusive(
          List.of(
              "both sides stop in the same way in %d of %d layouts, so little was compared: %s"
                  .formatted(
                      result.stoppedAlike().layouts(),
                      result.scenarios() - result.contractBreaking(),
                      result.stoppedAlike().mostOften())),
          Optional.of(evidence));
    }
    if (!result.complete()) {
      return new Verdict.Inconclusive(
          List.of("interrupted after " + result.scenarios() + " scenarios"), Optional.of(evidence));
    }
    return new Verdict.NoDifference(evidence, differences);
  }

  /// Two crashes are no difference, and no evidence for there being none either.
  private static boolean mostlyStopped(Exploration.Result result) {
    int layouts = result.scenarios() - result.contractBreaking();
    return 2 * result.stoppedAlike().layouts() > layouts;
  }

  private Evidence evidence(
      Side.Ready before,
      Side.Ready after,
      ChangedCode changed,
      boolean sameCode,
      Exploration.Result result) {
    return new Evidence(
        Coverages.entry(before.entry()),
        Coverages.entry(after.entry()),
        result.scenarios(),
        result.faultPlans(),
        result.contractBreaking(),
        result.undecidedRuns(),
        result.stoppedAlike().runs(),
        result.stoppedAlike().mostOften(),
        result.limits(),
        options.seed(),
        sameCode,
        result.complete(),
        Coverages.of(before, changed),
        Coverages.of(after, changed),
        models(before, after),
        new Evidence.Entered(
            List.copyOf(before.rig().entered()), List.copyOf(after.rig().entered())));
  }

  private List<Evidence.Model> models(Side.Ready before, Side.Ready after) {
    SortedMap<String, Long> calls = new TreeMap<>(before.rig().modelCalls());
    after.rig().modelCalls().forEach((name, n) -> calls.merge(name, n, Long::sum));
    List<Evidence.Model> models = new ArrayList<>();
    calls.forEach(
        (name, n) -> {
          if (n > 0) {
            models.add(new Evidence.Model(name, fidelity(name), n));
          }
        });
    return models;
  }

  private String fidelity(String name) {
    return known
        .description(name)
        .map(KernelFunction::fidelity)
        .map(f -> f.name().toLowerCase(Locale.ROOT))
        .orElse("unknown");
  }
}
