package org.mmlens.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.mmlens.lens.Observation;
import org.mmlens.lens.Rig;
import org.mmlens.lens.Scenario;

/// Runs scenarios on both sides and collects in what the sides differ.
///
/// First every layout without faults, then the same layouts again with the k-th allocation failing,
/// or the k-th wait ended by a signal, for every k that the layout reaches, until the plan's number
/// of runs is used up. Where a run goes on to allocate after a failure, a second one fails, too, in
/// a tenth of those runs. Where branches that matter are still untaken, scenarios are made that
/// take them ([Pursuit]). Differences are grouped by their cause; each cause is shown once, by a
/// scenario that is shrunk, replayed in fresh machines and traced.
public final class Exploration {

  /// Of the runs in which something is refused, one in so many may have two such requests.
  private static final int PAIRS_SHARE = 10;

  private final Rig before;
  private final Rig after;
  private final Plan plan;
  private final int threads;
  private final Watcher watcher;
  private final BooleanSupplier interrupted;

  private final Map<Sighting.Way, Sighting> sightings = new LinkedHashMap<>();
  private final Set<String> undecided = new LinkedHashSet<>();
  private final StoppedAlike stopped = new StoppedAlike();
  private final NotTornDown notTornDown = new NotTornDown();
  private final OtherChecks otherChecks = new OtherChecks();
  private final List<Scenario> failing = new ArrayList<>();
  private int undecidedRuns;
  private int scenarios;
  private int faultPlans;
  private int contractBreaking;

  /// Prepares an exploration.
  ///
  /// @param before the side before the patch
  /// @param after the side after the patch
  /// @param plan how much is run
  /// @param threads how many runs may go on at the same time; the result does not depend on it
  /// @param watcher is told of progress
  /// @param interrupted asked between runs; true ends the exploration with what is known so far
  public Exploration(
      Rig before, Rig after, Plan plan, int threads, Watcher watcher, BooleanSupplier interrupted) {
    this.before = before;
    this.after = after;
    this.plan = plan;
    this.threads = threads;
    this.watcher = watcher;
    this.interrupted = interrupted;
  }

  /// How much is run.
  ///
  /// @param scenarios the layouts, in order
  /// @param faultRuns how many further runs in which something is refused at the most
  /// @param enough after how many pairs that differ, within the contract and in more than the order
  ///   of effects, the rest is left out; if absent, everything is run
  /// @param leads where to look for the causes of differences
  /// @param goal what is looked for on top of it, if anything
  public record Plan(
      List<Scenario> scenarios,
      int faultRuns,
      OptionalInt enough,
      Leads leads,
      Optional<Goal> goal) {
    /// Copies the list.
    public Plan {
      scenarios = List.copyOf(scenarios);
    }

    /// {@return the same, with branches to look for that it leaves untaken}
    ///
    /// @param branches that are wanted
    public Plan with(Goal branches) {
      return new Plan(scenarios, faultRuns, enough, leads, Optional.of(branches));
    }

    /// {@return a plan of which nothing is left out}
    ///
    /// @param scenarios the layouts, in order
    /// @param faultRuns how many further runs in which something is refused at the most
    /// @param leads where to look for the causes of differences
    public static Plan whole(List<Scenario> scenarios, int faultRuns, Leads leads) {
      return new Plan(scenarios, faultRuns, OptionalInt.empty(), leads, Optional.empty());
    }
  }

  /// Hears of progress.
  public interface Watcher {
    /// Called after every pair of runs.
    ///
    /// @param done pairs run
    /// @param planned pairs planned, an upper bound
    /// @param differing pairs that differed
    void ran(int done, int planned, int differing);
  }

  /// What was found.
  ///
  /// @param differences one a cause: within the contract first, then by observable
  /// @param undecided reasons why runs decided nothing, without repetitions, in order
  /// @param undecidedRuns how many pairs decided nothing
  /// @param stoppedAlike the pairs that ended in the same way before the entry function returned
  /// @param limits what is left open where nothing differs
  /// @param scenarios layouts run without faults
  /// @param faultPlans runs in which something was refused
  /// @param contractBreaking how many of `scenarios` break the contract
  /// @param complete whether the whole plan was run
  public record Result(
      List<Difference> differences,
      List<String> undecided,
      int undecidedRuns,
      StoppedAlike.Count stoppedAlike,
      Limits limits,
      int scenarios,
      int faultPlans,
      int contractBreaking,
      boolean complete) {
    /// Copies the lists.
    public Result {
      differences = List.copyOf(differences);
      undecided = List.copyOf(undecided);
    }
  }

  /// {@return what running the plan has shown}
  public Result run() {
    boolean complete;
    try (Lanes lanes = new Lanes(before, after, threads, interrupted)) {
      complete = layouts(lanes) && pursued(lanes);
    }
    List<Difference> differences =
        new Explained(before, after)
            .differences(
                List.copyOf(sightings.values()),
                interrupted.getAsBoolean() ? Leads.none() : plan.leads());
    return new Result(
        differences,
        List.copyOf(undecided),
        undecidedRuns,
        stopped.count(),
        new Limits(notTornDown.runs(), notTornDown.mostOften(), otherChecks.met()),
        scenarios,
        faultPlans,
        contractBreaking,
        complete);
  }

  private boolean layouts(Lanes lanes) {
    var refused = new FaultRuns();
    boolean complete =
        lanes.run(
            plan.scenarios(),
            pair -> {
              refused.add(pair);
              return laidOut(pair);
            });
    return complete && faults(lanes, refused);
  }

  private boolean faults(Lanes lanes, FaultRuns refused) {
    List<Scenario> twice = new ArrayList<>();
    failing.addAll(refused.once(plan.faultRuns()));
    boolean complete =
        lanes.run(
            failing,
            pair -> {
              twice.addAll(FaultRuns.again(pair));
              return failed(pair);
            });
    List<Scenario> some = FaultRuns.spread(twice, plan.faultRuns() / PAIRS_SHARE);
    return complete && lanes.run(some, this::failed);
  }

  /// Comes last: what fails where something is refused has been seen by then.
  private boolean pursued(Lanes lanes) {
    return plan.goal().isEmpty()
        || new Pursuit(plan.goal().get(), lanes, interrupted)
            .run(plan.scenarios(), failing, s -> lanes.run(List.of(s), this::found));
  }

  private boolean found(Lanes.Pair pair) {
    return pair.scenario().faults().isEmpty() ? laidOut(pair) : failed(pair);
  }

  private boolean laidOut(Lanes.Pair pair) {
    scenarios++;
    contractBreaking += pair.scenario().withinContract() ? 0 : 1;
    judge(pair);
    return !enough();
  }

  private boolean failed(Lanes.Pair pair) {
    faultPlans++;
    judge(pair);
    return !enough();
  }

  private void judge(Lanes.Pair pair) {
    Observation b = pair.before();
    Observation a = pair.after();
    if (b.undecided().isPresent() || a.undecided().isPresent()) {
      undecidedRuns++;
      b.undecided().ifPresent(undecided::add);
      a.undecided().ifPresent(undecided::add);
    } else {
      Optional<Sighting.Way> differs = Sighting.Way.of(pair.scenario(), b, a);
      differs.ifPresent(way -> sightings.computeIfAbsent(way, Sighting::new).add(pair.scenario()));
      if (differs.isEmpty() && !pair.same()) {
        stopped.add(pair);
        notTornDown.add(pair);
        otherChecks.add(pair);
      }
    }
    int done = scenarios + faultPlans;
    watcher.ran(done, Math.max(done, plan.scenarios().size() + plan.faultRuns()), differing());
  }

  private boolean enough() {
    int telling =
        sightings.values().stream()
            .filter(s -> s.way().kind() == Sighting.Kind.BEHAVIOUR)
            .mapToInt(Sighting::count)
            .sum();
    return plan.enough().isPresent() && telling >= plan.enough().getAsInt();
  }

  private int differing() {
    return sightings.values().stream().mapToInt(Sighting::count).sum();
  }
}
