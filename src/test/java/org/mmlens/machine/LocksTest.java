package org.mmlens.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mmlens.machine.Locks.Held;
import org.mmlens.machine.Locks.Mode;

class LocksTest {

  private static final long A = 0x1000;
  private static final long B = 0x2000;

  private final Machine m = new Machine(MachineConfig.standard(), Image.empty());
  private final Locks locks = m.locks();

  @Test
  void locksAreHeldUntilReleased() {
    locks.acquire(A, Mode.WRITE);
    locks.acquire(B, Mode.SPIN);
    locks.release(A, Mode.WRITE);

    assertEquals(List.of(new Held(B, Mode.SPIN)), locks.held());
    assertFalse(locks.held(A));
    assertTrue(locks.held(B, Mode.SPIN));
    assertEquals(0, m.events().size());
  }

  @Test
  void secondAcquireIsADeadlock() {
    locks.acquire(A, Mode.READ);

    Stop stop = assertThrows(Stop.class, () -> locks.acquire(A, Mode.WRITE));

    assertInstanceOf(Stop.Cause.Deadlock.class, stop.why());
    assertFalse(locks.tryAcquire(A, Mode.WRITE));
  }

  @Test
  void wrongReleasesAreNoted() {
    locks.release(A, Mode.SPIN);
    locks.acquire(A, Mode.READ);
    locks.release(A, Mode.WRITE);

    assertEquals(
        List.of(
            "SPIN released but not held: address 0x1000",
            "WRITE released but held as READ: address 0x1000"),
        m.events().all().stream().map(Event::what).toList());
    assertFalse(locks.held(A));
  }

  @Test
  void writeLockIsDowngraded() {
    locks.acquire(A, Mode.WRITE);

    locks.downgrade(A);

    assertTrue(locks.held(A, Mode.READ));
  }

  @Test
  void effectsKnowTheLocksHeld() {
    locks.acquire(A, Mode.WRITE);
    m.effects().record("flush_tlb_mm_range", 1, 2, 3, 4);
    locks.release(A, Mode.WRITE);
    m.effects().record("lru_add_drain");

    assertEquals(2, m.effects().size());
    assertEquals(4, m.effects().argCount(0));
    assertEquals(4, m.effects().arg(0, 3));
    assertEquals(List.of(new Held(A, Mode.WRITE)), m.effects().locks(0));
    assertEquals(0, m.effects().lockCount(1));
  }

  @Test
  void gracePeriodInsideAReaderNeverEnds() {
    m.rcu().lock();

    assertThrows(Stop.class, () -> m.rcu().runGracePeriod());
    m.rcu().unlock();
    m.rcu().runGracePeriod();
    m.rcu().unlock();
    assertEquals("rcu_read_unlock() without rcu_read_lock()", m.events().all().getFirst().what());
  }
}
