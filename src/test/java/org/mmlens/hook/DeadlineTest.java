package org.mmlens.hook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DeadlineTest {

  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1000);
  private final AtomicBoolean goes = new AtomicBoolean();
  private final Deadline deadline = new Deadline(Duration.ofSeconds(5), clock::get, goes::get);

  private void later(int seconds) {
    clock.addAndGet(Duration.ofSeconds(seconds).toNanos());
  }

  @Test
  void aReviewEndsWhenItsTimeIsUp() {
    later(4);
    assertFalse(deadline.interrupted());
    later(1);
    assertTrue(deadline.interrupted());
    assertFalse(deadline.awaited());
  }

  @Test
  void aReviewInWhichRunsDifferIsWaitedForThoughNotForEver() {
    deadline.step(1, 1, "running");
    deadline.ran(10, 100, 1);
    later(6);
    assertTrue(deadline.interrupted());
    assertTrue(deadline.awaited());
    later(20);
    assertFalse(deadline.awaited());
  }

  @Test
  void whoeverGoesIsNotKeptWaiting() {
    deadline.ran(10, 100, 1);
    goes.set(true);
    assertTrue(deadline.interrupted());
    assertFalse(deadline.awaited());
  }

  @Test
  void whatWasWorkedOnLastIsSaid() {
    assertEquals("not begun", deadline.whereabouts());
    deadline.step(1, 1, "compiling");
    assertEquals("compiling", deadline.whereabouts());
    deadline.step(2, 3, "running");
    deadline.ran(1200, 3500, 0);
    assertEquals("patch 2: 1,200 of at most 3,500 runs", deadline.whereabouts());
    deadline.step(0, 3, "running");
    assertEquals("the series as a whole: running", deadline.whereabouts());
  }
}
