package org.mmlens.explore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mmlens.lens.Course;
import org.mmlens.lens.Scenario;

/// Looks for scenarios that take branches which nothing planned has taken.
///
/// Scenarios that come to a condition and go only one way there are varied until one goes the
/// other; that one is kept, and varied in turn. Source: M. Zalewski, american fuzzy lop, technical
/// whitepaper (coverage as the guide; deterministic steps before havoc); C. Aschermann et al.,
/// REDQUEEN, NDSS 2019 (what a comparison has beside it, put into the input).
///
/// Everything is tried in an order that depends on the code, the plan and the seed alone, and what
/// a run takes is known of that run alone: the result depends on nothing else.
final class Pursuit {

  /// How many scenarios are run on each side before what they took is looked at.
  private static final int BATCH = 16;

  /// How many layouts are looked at before others to see which conditions they come to, and how
  /// many runs in which something is refused.
  private static final int FEW = 64;

  /// The most constants of the code that are put in, beside those of a condition.
  private static final int CONSTANTS = 32;

  private final Goal goal;
  private final Lanes lanes;
  private final BooleanSupplier interrupted;
  private final Frontier before;
  private final Frontier after;
  private final Map<Site, Trail> trails = new HashMap<>();
  private final Set<Scenario> tried = new HashSet<>();
  private final List<Variation> aims;

  /// Prepares to look; the runs planned have been made.
  ///
  /// @param goal what is wanted
  /// @param lanes run it
  /// @param interrupted asked between runs; true ends the search
  Pursuit(Goal goal, Lanes lanes, BooleanSupplier interrupted) {
    this.goal = goal;
    this.lanes = lanes;
    this.interrupted = interrupted;
    this.before = new Frontier(goal.before());
    this.after = new Frontier(goal.after());
    Set<Long> constants = new LinkedHashSet<>();
    if (open()) {
      constants.addAll(before.constants());
      constants.addAll(after.constants());
    }
    this.aims = Aims.at(constants.stream().limit(CONSTANTS).toList());
  }

  /// A scenario and what it takes.
  private record Tried(Scenario scenario, Course before, Course after) {}

  /// Looks until everything wanted is taken or nothing may be tried any more.
  ///
  /// @param layouts those that were run
  /// @param failing the same with something refused, of those that were run
  /// @param keep runs a scenario that takes something new, and answers whether to go on
  /// @return whether it was not ended before
  boolean run(List<Scenario> layouts, List<Scenario> failing, Predicate<Scenario> keep) {
    if (!open() || layouts.isEmpty()) {
      return true;
    }
    tried.addAll(layouts);
    tried.addAll(failing);
    List<Site> sites = sites();
    scout(sites, order(layouts, failing));
    List<Scenario> parents = layouts.stream().filter(Scenario::withinContract).toList();
    var havoc = new Havoc(goal.seed(), aims, parents.isEmpty() ? layouts : parents);
    int left = goal.attempts();
    while (left > 0 && open() && !interrupted.getAsBoolean()) {
      List<Scenario> batch = batch(sites, havoc, Math.min(left, BATCH));
      left = batch.isEmpty() ? 0 : left - batch.size();
      for (Tried t : tried(batch)) {
        if (!news(t)) {
          continue;
        }
        Trail.News news = learn(t);
        left = news == Trail.News.WANTED ? goal.attempts() : left;
        if (!keep.test(t.scenario())) {
          return false;
        }
        sites = sites();
        if (t.scenario().withinContract()) {
          havoc.add(t.scenario());
          sites.stream()
              .filter(site -> reaches(site, t))
              .forEach(site -> trail(site).found(t.scenario(), news));
        }
      }
    }
    return !interrupted.getAsBoolean();
  }

  private boolean open() {
    return before.missing() > 0 || after.missing() > 0;
  }

  private List<Site> sites() {
    return Stream.concat(before.sites().stream(), after.sites().stream()).distinct().toList();
  }

  private Trail trail(Site site) {
    return trails.computeIfAbsent(
        site,
        _ -> {
          SortedSet<Long> beside = new TreeSet<>(before.constants(site));
          beside.addAll(after.constants(site));
          return new Trail(site, Aims.at(List.copyOf(beside)), aims);
        });
  }

  /// Looks which of the runs planned come to the conditions: a few layouts do to most.
  private void scout(List<Site> sites, List<Scenario> order) {
    List<Trail> all = sites.stream().map(this::trail).toList();
    int from = 0;
    while (from < order.size()
        && all.stream().anyMatch(Trail::lacking)
        && !interrupted.getAsBoolean()) {
      int to = Math.min(order.size(), from + BATCH);
      for (Tried t : tried(order.subList(from, to))) {
        all.forEach(trail -> offer(trail, t));
      }
      from = to;
    }
    all.stream().filter(Trail::lacking).forEach(trail -> trail.offer(order.getFirst()));
  }

  private static void offer(Trail trail, Tried t) {
    if (reaches(trail.site(), t)) {
      trail.offer(t.scenario());
    }
  }

  private static boolean reaches(Site site, Tried t) {
    return site.reachedBy(t.before()) || site.reachedBy(t.after());
  }

  /// {@return the runs planned, those first that stand for others: light layouts, what the change
  /// itself suggests, failing allocations, input that breaks the contract}
  private static List<Scenario> order(List<Scenario> layouts, List<Scenario> failing) {
    List<Scenario> within =
        fromBothEnds(layouts.stream().filter(Scenario::withinContract).toList());
    Set<Scenario> order = new LinkedHashSet<>(within.subList(0, Math.min(FEW, within.size())));
    order.addAll(FaultRuns.spread(failing, FEW));
    order.addAll(layouts.stream().filter(s -> !s.withinContract()).toList());
    order.addAll(within);
    return List.copyOf(order);
  }

  private static List<Scenario> fromBothEnds(List<Scenario> all) {
    List<Scenario> order = new ArrayList<>();
    for (int i = 0, j = all.size() - 1; i <= j; i++, j--) {
      order.add(all.get(i));
      if (i < j) {
        order.add(all.get(j));
      }
    }
    return order;
  }

  private boolean allowed(Scenario s) {
    return s.faults().isEmpty() || goal.faults() == Goal.Faults.SOME && s.withinContract();
  }

  /// {@return what is tried next: for each condition in turn, and drawn}
  private List<Scenario> batch(List<Site> sites, Havoc havoc, int size) {
    List<Scenario> batch = new ArrayList<>();
    for (int rounds = 0; batch.size() < size && rounds < 2 * size; rounds++) {
      for (Site site : sites) {
        trail(site).next(this::untried).ifPresent(batch::add);
      }
      Scenario drawn = havoc.next();
      if (untried(drawn)) {
        batch.add(drawn);
      }
    }
    return batch.subList(0, Math.min(size, batch.size()));
  }

  private boolean untried(Scenario s) {
    return allowed(s) && tried.add(s);
  }

  /// {@return the scenarios with what they take, or the first of them if the search is interrupted}
  private List<Tried> tried(List<Scenario> scenarios) {
    List<Course> left = new ArrayList<>();
    List<Course> right = new ArrayList<>();
    lanes.both(() -> run(before, scenarios, left), () -> run(after, scenarios, right));
    return IntStream.range(0, Math.min(left.size(), right.size()))
        .mapToObj(i -> new Tried(scenarios.get(i), left.get(i), right.get(i)))
        .toList();
  }

  private void run(Frontier side, List<Scenario> scenarios, List<Course> to) {
    for (Scenario s : scenarios) {
      if (interrupted.getAsBoolean()) {
        return;
      }
      to.add(side.run(s));
    }
  }

  /// What decides nothing is left alone, lest a review say less than without it; but a caller wants
  /// to know where one side comes to an end and the other does not.
  private boolean news(Tried t) {
    boolean decides =
        t.before().decided() && t.after().decided()
            || t.scenario().withinContract() && (t.before().decided() || t.after().decided());
    return decides
        && (before.news(t.scenario(), t.before()) || after.news(t.scenario(), t.after()));
  }

  private Trail.News learn(Tried t) {
    int missing = before.missing() + after.missing();
    before.learn(t.scenario(), t.before());
    after.learn(t.scenario(), t.after());
    return before.missing() + after.missing() < missing ? Trail.News.WANTED : Trail.News.ELSEWHERE;
  }
}
