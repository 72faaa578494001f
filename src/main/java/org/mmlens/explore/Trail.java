package org.mmlens.explore;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.mmlens.lens.Scenario;

/// What is tried to get past one condition: scenarios that come to it, with one thing in another
/// way. What stands beside the condition is put into them, and every field goes a step further;
/// then the other constants of the code are put in.
final class Trail {

  /// How many scenarios that come to the condition are varied before anything new is found.
  private static final int PARENTS = 2;

  /// What a scenario has found.
  enum News {
    /// A wanted branch.
    WANTED,
    /// A branch of another function.
    ELSEWHERE
  }

  private final Site site;
  private final List<Variation> variations;
  private final Deque<Iterator<Scenario>> open = new ArrayDeque<>();
  private int parents;

  /// Begins a trail that has no parents.
  ///
  /// @param site the condition
  /// @param beside variations that put in what stands beside it
  /// @param others those that put in other constants of the code
  Trail(Site site, List<Variation> beside, List<Variation> others) {
    this.site = site;
    List<Variation> list = Aims.interleaved(List.of(beside, Steps.ALL));
    list.addAll(others);
    this.variations = list;
  }

  Site site() {
    return site;
  }

  /// {@return whether scenarios that come here are still looked for}
  boolean lacking() {
    return parents == 0;
  }

  /// Takes a scenario that was planned as a parent, if there are not enough.
  void offer(Scenario planned) {
    if (parents < PARENTS) {
      parents++;
      open.addLast(children(planned));
    }
  }

  /// Takes a scenario as a parent that has just found something and comes here. Where that was
  /// wanted, it is varied before others.
  void found(Scenario parent, News news) {
    parents++;
    switch (news) {
      case WANTED -> open.addFirst(children(parent));
      case ELSEWHERE -> open.addLast(children(parent));
    }
  }

  private Iterator<Scenario> children(Scenario parent) {
    return variations.stream().map(v -> v.of(parent)).filter(Variation::possible).iterator();
  }

  /// {@return the next scenario to try; empty if there is none left}
  Optional<Scenario> next(Predicate<Scenario> untried) {
    while (!open.isEmpty()) {
      Iterator<Scenario> first = open.getFirst();
      while (first.hasNext()) {
        Scenario s = first.next();
        if (untried.test(s)) {
          return Optional.of(s);
        }
      }
      open.removeFirst();
    }
    return Optional.empty();
  }
}
