package org.mmlens.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.mmlens.lens.Observation;
import org.mmlens.lens.Rig;
import org.mmlens.lens.Scenario;

/// Runs scenarios on both sides, several at the same time, and hands the pairs on in the order of
/// the scenarios: what is made of them does not depend on the number of threads. A thread keeps to
/// one side, since each side needs a machine for every thread that runs it.
final class Lanes implements AutoCloseable {

  /// How many scenarios are run at the most before what they showed is looked at.
  private static final int LARGEST_BATCH = 128;

  /// C that calls itself needs room; the depth of such calls is limited by the machine.
  private static final long STACK_BYTES = 8L << 20;

  private final Rig before;
  private final Rig after;
  private final int threads;
  private final BooleanSupplier interrupted;
  private final ExecutorService workers;

  /// Prepares to run.
  ///
  /// @param before the side before the patch
  /// @param after the side after the patch
  /// @param threads how many runs may go on at the same time, at least 1
  /// @param interrupted asked between runs; true ends the running
  Lanes(Rig before, Rig after, int threads, BooleanSupplier interrupted) {
    this.before = before;
    this.after = after;
    this.threads = threads;
    this.interrupted = interrupted;
    this.workers =
        Executors.newFixedThreadPool(
            threads,
            Thread.ofPlatform().daemon().name("lane-", 1).stackSize(STACK_BYTES).factory());
  }

  /// What one scenario showed on both sides.
  ///
  /// @param scenario what was run
  /// @param before what it showed before the patch
  /// @param after what it showed after the patch
  record Pair(Scenario scenario, Observation before, Observation after) {
    /// {@return how many allocations the run asked for, on the side that asked for more}
    int allocations() {
      return Math.max(before.allocations(), after.allocations());
    }
  }

  /// Runs scenarios on both sides.
  ///
  /// @param scenarios what is run
  /// @param sink is given each pair in the order of the scenarios, on the calling thread, and
  ///   answers whether it wants more
  /// @return whether the sink has had all of them
  boolean run(List<Scenario> scenarios, Predicate<Pair> sink) {
    int size = 1;
    for (int from = 0; from < scenarios.size(); ) {
      List<Scenario> batch = scenarios.subList(from, Math.min(from + size, scenarios.size()));
      from += batch.size();
      size = Math.min(2 * size, LARGEST_BATCH);
      for (Pair pair : pairs(batch)) {
        if (!sink.test(pair)) {
          return false;
        }
      }
      if (interrupted.getAsBoolean()) {
        return false;
      }
    }
    return true;
  }

  /// {@return the pairs of a batch, or of its beginning if the running was interrupted}
  private List<Pair> pairs(List<Scenario> batch) {
    Observation[] b = new Observation[batch.size()];
    Observation[] a = new Observation[batch.size()];
    AtomicInteger nextBefore = new AtomicInteger();
    AtomicInteger nextAfter = new AtomicInteger();
    List<Future<?>> running = new ArrayList<>();
    for (int lane = 0; lane < threads; lane++) {
      boolean both = lane == threads - 1 && threads % 2 == 1;
      boolean first = lane % 2 == 0;
      running.add(
          workers.submit(
              () -> {
                if (both || first) {
                  work(before, batch, nextBefore, b);
                }
                if (both || !first) {
                  work(after, batch, nextAfter, a);
                }
              }));
    }
    running.forEach(Lanes::join);
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < batch.size() && b[i] != null && a[i] != null; i++) {
      pairs.add(new Pair(batch.get(i), b[i], a[i]));
    }
    return pairs;
  }

  private void work(Rig rig, List<Scenario> batch, AtomicInteger next, Observation[] seen) {
    for (int n = next.getAndIncrement(); n < batch.size(); n = next.getAndIncrement()) {
      if (interrupted.getAsBoolean()) {
        return;
      }
      seen[n] = rig.run(batch.get(n));
    }
  }

  private static void join(Future<?> task) {
    try {
      task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("a run was interrupted", e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
