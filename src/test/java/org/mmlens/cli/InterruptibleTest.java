package org.mmlens.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/// Ctrl-C is answered although the work goes on.
class InterruptibleTest {

  @Test
  void workThatEndsGivesItsResult() {
    assertEquals("done", Interruptible.call(() -> "done", Optional::empty, () -> false));
  }

  @Test
  void workThatDoesNotEndAfterAnInterruptionIsLeftAloneAndWhatIsKnownIsGiven() {
    var never = new CountDownLatch(1);

    String known =
        Interruptible.call(
            () -> {
              never.await();
              return "done";
            },
            () -> Optional.of("so far"),
            () -> true);

    assertEquals("so far", known);
  }

  @Test
  void workThatEndsByItselfAfterAnInterruptionIsWaitedFor() {
    String known =
        Interruptible.call(
            () -> {
              Thread.sleep(100);
              return "partial";
            },
            () -> Optional.of("so far"),
            () -> true);

    assertEquals("partial", known);
  }

  @Test
  void whatTheWorkThrowsIsThrown() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            Interruptible.call(
                () -> {
                  throw new IllegalArgumentException("no");
                },
                Optional::empty,
                () -> false));
  }
}
