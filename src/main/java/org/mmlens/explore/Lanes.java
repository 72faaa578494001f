package org.mmlens.explore;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.mmlens.lens.Observation;
import org.mmlens.lens.Rig;
import org.mmlens.lens.Rig.Extent;
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

  /// Of the last batch; before there is one, it is taken for granted.
  private boolean mostlySame = true;

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

    /// {@return whether both runs left the same state, of which nothing needs to be read}
    boolean same() {
      return before.sameAs(after);
    }
  }

  /// Which runs go on from the return of the entry function to the end of the address space. What
  /// is found does not depend on it: what is missing is made up for, at the cost of another run.
  private enum Ends {
    /// None: where both sides are in the same state, they end alike.
    NONE,
    /// Those of the sides in turn, since where they are in the same state one says enough.
    ONE,
    /// All: the sides are seldom in the same state.
    BOTH;

    Extent of(int scenario, int side) {
      return switch (this) {
        case NONE -> Extent.RETURN;
        case ONE -> scenario % 2 == side ? Extent.EXIT : Extent.RETURN;
        case BOTH -> Extent.EXIT;
      };
    }
  }

  private Ends ends() {
    if (!mostlySame) {
      return Ends.BOTH;
    }
    return before.endsLike(after) ? Ends.NONE : Ends.ONE;
  }

  /// Runs scenarios on both sides.
  ///
  /// @param scenarios what is run
  /// @param sink is given each pair in the order of the scenarios, on the calling thread, and
  ///   answers whether it wants more
  /// @return whether the sink has had all of them
  boolean run(List<Scenario> scenarios, Predicate<Pair> sink) {
    Deque<Batch> batches = batches(scenarios);
    Optional<Batch> running = begin(batches);
    while (running.isPresent()) {
      List<Pair> pairs = running.get().pairs();
      read(pairs);
      // The lanes go on while what they have shown so far is looked at.
      running = interrupted.getAsBoolean() ? Optional.empty() : begin(batches);
      for (Pair pair : pairs) {
        if (!sink.test(pair)) {
          running.ifPresent(Batch::end);
          return false;
        }
      }
    }
    return batches.isEmpty() && !interrupted.getAsBoolean();
  }

  /// Reads the runs of pairs whose sides are not in the same state.
  private void read(List<Pair> pairs) {
    List<Pair> others = pairs.stream().filter(p -> !p.same()).toList();
    mostlySame = 2 * others.size() <= pairs.size();
    if (!others.isEmpty()) {
      List<Future<?>> reading = new ArrayList<>();
      reading.add(workers.submit(() -> others.forEach(p -> p.before().read())));
      reading.add(workers.submit(() -> others.forEach(p -> p.after().read())));
      reading.forEach(Lanes::join);
    }
  }

  /// Does some work for each side, at the same time if there are threads for both.
  void both(Runnable first, Runnable second) {
    List<Future<?>> working = List.of(workers.submit(first), workers.submit(second));
    working.forEach(Lanes::join);
  }

  private static Deque<Batch> batches(List<Scenario> scenarios) {
    Deque<Batch> batches = new ArrayDeque<>();
    int size = 1;
    for (int from = 0; from < scenarios.size(); from += batches.getLast().scenarios.size()) {
      batches.add(new Batch(scenarios.subList(from, Math.min(from + size, scenarios.size()))));
      size = Math.min(2 * size, LARGEST_BATCH);
    }
    return batches;
  }

  private Optional<Batch> begin(Deque<Batch> batches) {
    Optional<Batch> next = Optional.ofNullable(batches.poll());
    next.ifPresent(this::begin);
    return next;
  }

  private void begin(Batch batch) {
    Ends ends = ends();
    for (int lane = 0; lane < threads; lane++) {
      boolean both = lane == threads - 1 && threads % 2 == 1;
      boolean first = lane % 2 == 0;
      batch.running.add(
          workers.submit(
              () -> {
                if (both || first) {
                  Batch.work(
                      n -> before.run(batch.scenarios.get(n), ends.of(n, 0)),
                      batch.nextBefore,
                      batch.before,
                      interrupted);
                }
                if (both || !first) {
                  Batch.work(
                      n -> after.run(batch.scenarios.get(n), ends.of(n, 1)),
                      batch.nextAfter,
                      batch.after,
                      interrupted);
                }
              }));
    }
  }

  /// Some scenarios, and what they have shown so far.
  private static final class Batch {
    private final List<Scenario> scenarios;
    private final Observation[] before;
    private final Observation[] after;
    private final AtomicInteger nextBefore = new AtomicInteger();
    private final AtomicInteger nextAfter = new AtomicInteger();
    private final List<Future<?>> running = new ArrayList<>();

    Batch(List<Scenario> scenarios) {
      this.scenarios = scenarios;
      this.before = new Observation[scenarios.size()];
      this.after = new Observation[scenarios.size()];
    }

    static void work(
        IntFunction<Observation> run,
        AtomicInteger next,
        Observation[] seen,
        BooleanSupplier interrupted) {
      for (int n = next.getAndIncrement(); n < seen.length; n = next.getAndIncrement()) {
        if (interrupted.getAsBoolean()) {
          return;
        }
        seen[n] = run.apply(n);
      }
    }

    /// {@return its pairs, or the first of them if the running was interrupted}
    List<Pair> pairs() {
      running.forEach(Lanes::join);
      List<Pair> pairs = new ArrayList<>();
      for (int i = 0; i < before.length && before[i] != null && after[i] != null; i++) {
        pairs.add(new Pair(scenarios.get(i), before[i], after[i]));
      }
      return pairs;
    }

    /// Runs no more of it; when this returns, nothing of it is running.
    void end() {
      nextBefore.set(before.length);
      nextAfter.set(after.length);
      running.forEach(Lanes::join);
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
