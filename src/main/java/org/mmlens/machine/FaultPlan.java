package org.mmlens.machine;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// Which requests of a run are refused, each counted from 1.
///
/// @param allocations of slab and page allocations, counted together
/// @param slab of slab allocations
/// @param pages of page allocations
/// @param interrupts of waits a signal can end
public record FaultPlan(
    SortedSet<Integer> allocations,
    SortedSet<Integer> slab,
    SortedSet<Integer> pages,
    SortedSet<Integer> interrupts) {

  /// Nothing is refused.
  public static final FaultPlan NONE =
      new FaultPlan(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());

  /// Copies the sets.
  public FaultPlan {
    allocations = Collections.unmodifiableSortedSet(new TreeSet<>(allocations));
    slab = Collections.unmodifiableSortedSet(new TreeSet<>(slab));
    pages = Collections.unmodifiableSortedSet(new TreeSet<>(pages));
    interrupts = Collections.unmodifiableSortedSet(new TreeSet<>(interrupts));
  }

  /// {@return the plan that refuses these allocations}
  ///
  /// @param which counted from 1 over slab and page allocations
  public static FaultPlan allocations(Integer... which) {
    return new FaultPlan(new TreeSet<>(List.of(which)), NONE.slab, NONE.pages, NONE.interrupts);
  }

  /// {@return the plan that refuses these slab allocations}
  ///
  /// @param which counted from 1
  public static FaultPlan slab(Integer... which) {
    return new FaultPlan(
        NONE.allocations, new TreeSet<>(List.of(which)), NONE.pages, NONE.interrupts);
  }

  /// {@return the plan that refuses these page allocations}
  ///
  /// @param which counted from 1
  public static FaultPlan pages(Integer... which) {
    return new FaultPlan(
        NONE.allocations, NONE.slab, new TreeSet<>(List.of(which)), NONE.interrupts);
  }

  /// {@return the plan that ends these waits}
  ///
  /// @param which counted from 1
  public static FaultPlan interrupts(Integer... which) {
    return new FaultPlan(NONE.allocations, NONE.slab, NONE.pages, new TreeSet<>(List.of(which)));
  }

  /// {@return whether nothing is refused}
  public boolean isEmpty() {
    return size() == 0;
  }

  /// {@return how many requests are refused, if a run makes them}
  public int size() {
    return allocations.size() + slab.size() + pages.size() + interrupts.size();
  }

  /// {@return the plan that refuses what either does}
  ///
  /// @param other another plan
  public FaultPlan and(FaultPlan other) {
    return new FaultPlan(
        both(allocations, other.allocations),
        both(slab, other.slab),
        both(pages, other.pages),
        both(interrupts, other.interrupts));
  }

  private static SortedSet<Integer> both(SortedSet<Integer> one, SortedSet<Integer> other) {
    SortedSet<Integer> all = new TreeSet<>(one);
    all.addAll(other);
    return all;
  }
}
