package org.mmlens.explore;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.mmlens.lens.Observable;
import org.mmlens.lens.Observation;
import org.mmlens.lens.Outcome;
import org.mmlens.lens.Rig;
import org.mmlens.lens.Scenario;

/// Runs scenarios on both sides and collects in what the sides differ.
///
/// First every layout without faults, then the same layouts again with the k-th allocation failing,
/// for every k that the layout reaches, until the plan's number of runs is used up. Differences are
/// grouped by what is seen of them; each group is shrunk, replayed in a fresh run and explained
/// once.
public final class Exploration {

  private static final int REPLAYS = 3;

  private final Rig before;
  private final Rig after;
  private final Plan plan;
  private final int threads;
  private final Watcher watcher;
  private final BooleanSupplier interrupted;

  private final Map<Group, Found> groups = new LinkedHashMap<>();
  private final Set<String> undecided = new LinkedHashSet<>();
  private final StoppedAlike stopped = new StoppedAlike();
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
  /// @param faultRuns how many further runs with failing allocations at the most
  /// @param enough after how many pairs that differ, within the contract and in more than the order
  ///   of effects, the rest is left out; if absent, everything is run
  public record Plan(List<Scenario> scenarios, int faultRuns, OptionalInt enough) {
    /// Copies the list.
    public Plan {
      scenarios = List.copyOf(scenarios);
    }

    /// {@return a plan of which nothing is left out}
    ///
    /// @param scenarios the layouts, in order
    /// @param faultRuns how many further runs with failing allocations at the most
    public static Plan whole(List<Scenario> scenarios, int faultRuns) {
      return new Plan(scenarios, faultRuns, OptionalInt.empty());
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
  /// @param differences one a group: within the contract first, then by observable
  /// @param undecided reasons why runs decided nothing, without repetitions, in order
  /// @param undecidedRuns how many pairs decided nothing
  /// @param stoppedAlike the pairs that ended in the same way before the entry function returned
  /// @param scenarios layouts run without faults
  /// @param faultPlans runs with failing allocations
  /// @param contractBreaking how many of `scenarios` break the contract
  /// @param complete whether the whole plan was run
  public record Result(
      List<Difference> differences,
      List<String> undecided,
      int undecidedRuns,
      StoppedAlike.Count stoppedAlike,
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

  /// What makes two differing scenarios the same finding.
  private record Group(Set<Observable> observables, boolean withinContract, boolean orderOnly) {}

  private static final class Found {
    final Scenario first;
    int count;

    Found(Scenario first) {
      this.first = first;
    }
  }

  /// {@return what running the plan has shown}
  public Result run() {
    boolean complete;
    try (Lanes lanes = new Lanes(before, after, threads, interrupted)) {
      complete = layouts(lanes);
    }
    List<Difference> differences = new ArrayList<>();
    for (Map.Entry<Group, Found> e : merged().entrySet()) {
      differences.add(difference(e.getKey(), e.getValue()));
    }
    differences.sort(
        java.util.Comparator.comparing((Difference d) -> !d.withinContract())
            .thenComparing(Difference::orderOnly)
            .thenComparing(Difference::observable));
    return new Result(
        differences,
        List.copyOf(undecided),
        undecidedRuns,
        stopped.count(),
        scenarios,
        faultPlans,
        contractBreaking,
        complete);
  }

  private boolean layouts(Lanes lanes) {
    List<Scenario> withAllocations = new ArrayList<>();
    List<Integer> allocations = new ArrayList<>();
    boolean complete =
        lanes.run(
            plan.scenarios(),
            pair -> {
              Scenario s = pair.scenario();
              scenarios++;
              contractBreaking += s.withinContract() ? 0 : 1;
              judge(pair);
              if (pair.allocations() > 0 && s.withinContract()) {
                withAllocations.add(s);
                allocations.add(pair.allocations());
              }
              return !enough();
            });
    return complete && faults(lanes, withAllocations, allocations);
  }

  /// Lets each allocation fail in turn. Every k gets its share of the runs, spread evenly over the
  /// layouts that ask so often; what one k does not use up, those after it may.
  private boolean faults(Lanes lanes, List<Scenario> layouts, List<Integer> allocations) {
    List<Scenario> planned = new ArrayList<>();
    int most = allocations.stream().mapToInt(Integer::intValue).max().orElse(0);
    for (int k = 1; k <= most; k++) {
      List<Scenario> eligible = new ArrayList<>();
      for (int i = 0; i < layouts.size(); i++) {
        if (allocations.get(i) >= k) {
          eligible.add(layouts.get(i));
        }
      }
      int share = Math.min(eligible.size(), (plan.faultRuns() - planned.size()) / (most - k + 1));
      for (int n = 0; n < share; n++) {
        Scenario layout = eligible.get((int) ((long) n * eligible.size() / share));
        planned.add(layout.withFaults(new TreeSet<>(List.of(k))));
      }
    }
    return lanes.run(
        planned,
        pair -> {
          faultPlans++;
          judge(pair);
          return !enough();
        });
  }

  private void judge(Lanes.Pair pair) {
    Observation b = pair.before();
    Observation a = pair.after();
    if (b.undecided().isPresent() || a.undecided().isPresent()) {
      undecidedRuns++;
      b.undecided().ifPresent(undecided::add);
      a.undecided().ifPresent(undecided::add);
    } else {
      Optional<Group> differs = group(pair.scenario(), b, a);
      differs.ifPresent(g -> groups.computeIfAbsent(g, _ -> new Found(pair.scenario())).count++);
      if (differs.isEmpty()) {
        stopped.add(pair);
      }
    }
    watcher.ran(scenarios + faultPlans, plan.scenarios().size() + plan.faultRuns(), differing());
  }

  private boolean enough() {
    int telling =
        groups.entrySet().stream()
            .filter(e -> e.getKey().withinContract() && !e.getKey().orderOnly())
            .mapToInt(e -> e.getValue().count)
            .sum();
    return plan.enough().isPresent() && telling >= plan.enough().getAsInt();
  }

  private int differing() {
    return groups.values().stream().mapToInt(f -> f.count).sum();
  }

  private static Optional<Group> group(Scenario s, Observation b, Observation a) {
    Set<Observable> differ = b.differences(a);
    if (differ.isEmpty()) {
      return Optional.empty();
    }
    boolean orderOnly =
        differ.equals(EnumSet.of(Observable.EFFECTS)) && b.sameEffectsInSomeOrder(a);
    return Optional.of(new Group(differ, s.withinContract(), orderOnly));
  }

  /// One mistake shows in different observables in different layouts: groups that share their first
  /// observable are one.
  private Map<Group, Found> merged() {
    Map<Group, Found> result = new LinkedHashMap<>();
    Map<String, Found> byFirst = new LinkedHashMap<>();
    for (Map.Entry<Group, Found> e : groups.entrySet()) {
      Group g = e.getKey();
      String key =
          g.observables().iterator().next() + "/" + g.withinContract() + "/" + g.orderOnly();
      Found known = byFirst.putIfAbsent(key, e.getValue());
      if (known == null) {
        result.put(g, e.getValue());
      } else {
        known.count += e.getValue().count;
      }
    }
    return result;
  }

  private Difference difference(Group g, Found found) {
    Scenario small = Shrinker.shrink(found.first, s -> same(g, s));
    for (int i = 0; i < REPLAYS; i++) {
      if (!same(g, small)) {
        throw new IllegalStateException("a differing scenario does not differ again: " + small);
      }
    }
    Set<Observable> differ =
        group(small, before.run(small), after.run(small)).orElseThrow().observables();
    Outcome b = before.explain(small);
    Outcome a = after.explain(small);
    List<Observable> also = new ArrayList<>(differ);
    Observable first = also.removeFirst();
    return new Difference(
        first,
        also,
        Summary.of(first, g.orderOnly(), b, a),
        g.withinContract(),
        g.orderOnly(),
        small,
        b,
        a,
        Parted.at(b, a),
        found.count);
  }

  /// Whether a scenario differs, and in the same first observable as the group.
  private boolean same(Group g, Scenario s) {
    Observation b = before.run(s);
    Observation a = after.run(s);
    if (b.undecided().isPresent() || a.undecided().isPresent()) {
      return false;
    }
    return group(s, b, a)
        .filter(
            found ->
                found.withinContract() == g.withinContract()
                    && found.orderOnly() == g.orderOnly()
                    && found
                        .observables()
                        .iterator()
                        .next()
                        .equals(g.observables().iterator().next()))
        .isPresent();
  }
}
