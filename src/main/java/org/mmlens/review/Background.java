package org.mmlens.review;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/// Work that goes on while something else is done.
final class Background {

  private Background() {}

  /// {@return what is being computed, on a thread of its own}
  static <T> Future<T> begin(Callable<T> work) {
    var task = new FutureTask<T>(work);
    Thread.ofPlatform().daemon().name("background").start(task);
    return task;
  }

  /// {@return what was computed; what it throws is thrown here}
  static <T> T join(Future<T> task) {
    try {
      return task.get();
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
