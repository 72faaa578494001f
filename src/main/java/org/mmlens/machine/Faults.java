package org.mmlens.machine;

import java.util.Arrays;
import java.util.SortedSet;

/// Counts the requests that can be refused, and refuses those of the plan.
public final class Faults {

  private static final int TOGETHER = 0;
  private static final int SLAB = 1;
  private static final int PAGES = 2;
  private static final int INTERRUPTS = 3;

  /// Odd, so that no request is forgotten.
  private static final long ORDER = 0x9e37_79b9_7f4a_7c15L;

  private final int[] count = new int[4];
  private int[][] refused = {{}, {}, {}, {}};
  private int injected;
  private long order;

  Faults() {}

  /// Sets the plan and counts from 1 again.
  ///
  /// @param plan what to refuse from here on
  public void plan(FaultPlan plan) {
    refused =
        new int[][] {
          sorted(plan.allocations()),
          sorted(plan.slab()),
          sorted(plan.pages()),
          sorted(plan.interrupts())
        };
    Arrays.fill(count, 0);
    order = 0;
    injected = 0;
  }

  private static int[] sorted(SortedSet<Integer> set) {
    int[] numbers = new int[set.size()];
    if (numbers.length != 0) {
      int next = 0;
      for (int k : set) {
        numbers[next++] = k;
      }
    }
    return numbers;
  }

  /// {@return whether the next slab allocation is refused}
  boolean slab() {
    order = ORDER * order + SLAB;
    boolean together = next(TOGETHER);
    return next(SLAB) || together;
  }

  /// {@return whether the next page allocation is refused}
  boolean page() {
    order = ORDER * order + PAGES;
    boolean together = next(TOGETHER);
    return next(PAGES) || together;
  }

  /// {@return whether a signal ends this wait, or has come where the task asks for one}
  public boolean interrupt() {
    return next(INTERRUPTS);
  }

  /// {@return whether a signal has come}
  public boolean interrupted() {
    int[] when = refused[INTERRUPTS];
    return when.length != 0 && when[0] <= count[INTERRUPTS];
  }

  private boolean next(int counter) {
    int k = ++count[counter];
    if (refused[counter].length == 0 || Arrays.binarySearch(refused[counter], k) < 0) {
      return false;
    }
    injected++;
    return true;
  }

  /// {@return how many allocations that may fail there were since the plan was set}
  public int allocations() {
    return count[TOGETHER];
  }

  /// {@return how many slab allocations that may fail there were since the plan was set}
  public int slabs() {
    return count[SLAB];
  }

  /// {@return how many page allocations that may fail there were since the plan was set}
  public int pages() {
    return count[PAGES];
  }

  /// {@return a digest of the order in which slab and page allocations came}
  public long order() {
    return order;
  }

  /// {@return how many waits there were that a signal can end}
  public int waits() {
    return count[INTERRUPTS];
  }

  /// {@return how many requests were refused}
  public int injected() {
    return injected;
  }

  /// The counters and the plan.
  ///
  /// @param count counters
  /// @param refused the plan
  /// @param injected refusals
  /// @param order the digest
  record State(int[] count, int[][] refused, int injected, long order) {}

  State save() {
    return new State(count.clone(), refused, injected, order);
  }

  void restore(State to) {
    System.arraycopy(to.count(), 0, count, 0, count.length);
    refused = to.refused();
    injected = to.injected();
    order = to.order();
  }
}
