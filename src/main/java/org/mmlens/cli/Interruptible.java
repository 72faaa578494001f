package org.mmlens.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Work that is left alone when the user wants to go and it does not end in time.
final class Interruptible {

  private static final long STACK_BYTES = 8L << 20;
  private static final long GLANCE_MILLIS = 50;
  private static final long GRACE_MILLIS = 400;

  private Interruptible() {}

  /// {@return what the work gives; after an interruption, if it does not end by itself at once,
  /// what is known of it}
  ///
  /// @param <T> what it gives
  /// @param work runs on a thread of its own, and is not waited for once it is given up
  /// @param soFar what is known of it while it runs, if anything
  /// @param interrupted whether the user wants to go
  static <T> T call(Callable<T> work, Supplier<Optional<T>> soFar, BooleanSupplier interrupted) {
    var task = new FutureTask<T>(work);
    Thread.ofPlatform().daemon().name("work").stackSize(STACK_BYTES).start(task);
    boolean asked = false;
    while (true) {
      try {
        return task.get(asked ? GRACE_MILLIS : GLANCE_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        Optional<T> known = asked ? soFar.get() : Optional.empty();
        if (known.isPresent()) {
          return known.get();
        }
        asked = interrupted.getAsBoolean();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while waiting", e);
      } catch (ExecutionException e) {
        switch (e.getCause()) {
          case RuntimeException cause -> throw cause;
          case Error cause -> throw cause;
          case null, default -> throw new IllegalStateException(e);
        }
      }
    }
  }
}
