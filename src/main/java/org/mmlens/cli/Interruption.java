package org.mmlens.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ctrl-C: the review ends with what is known so far, and the report says so.
///
/// The JVM is on its way out by then. A shutdown hook holds it until the report is written, for a
/// few seconds at most; the exit code is the JVM's own for the signal.
final class Interruption {

  private static final long PATIENCE_SECONDS = 10;

  private final CountDownLatch written = new CountDownLatch(1);
  private volatile boolean requested;

  boolean requested() {
    return requested;
  }

  /// From now on a signal is a request to end.
  void watch() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::request, "interruption"));
  }

  private void request() {
    requested = true;
    try {
      boolean _ = written.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Everything is written: nothing holds the JVM any more.
  void done() {
    written.countDown();
  }
}
