package org.mmlens.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mmlens.machine.FaultPlan;
import org.mmlens.machine.Locks.Mode;
import org.mmlens.machine.Machine;
import org.mmlens.machine.Ram;
import org.mmlens.machine.Stop;

final class LockModelsTest {

  private final TestKernel kernel = new TestKernel();
  private final Machine m = kernel.machine;
  private final long lock = kernel.spinlock();
  private final long sem = semaphore();

  private long semaphore() {
    long at = kernel.zeroed(160);
    RwsemHeader.initRwsem(m, at, 0, 0);
    return at;
  }

  @Test
  void aSpinlockIsVisibleInMemoryWhileItIsHeld() {
    SpinlockHeader.rawSpinLock(m, lock);
    assertEquals(1, Ram.load32(m, lock));
    SpinlockHeader.rawSpinUnlock(m, lock);
    assertEquals(0, Ram.load32(m, lock));
    assertEquals(List.of(), kernel.findings());
  }

  @Test
  void lockOperationsAreEffectsWithTheLock() {
    SpinlockHeader.rawSpinLockNested(m, lock, 1);
    SpinlockHeader.rawSpinUnlock(m, lock);

    String at = Long.toHexString(lock);
    assertEquals(List.of("spin_lock(" + at + ")", "spin_unlock(" + at + ")"), kernel.effects());
  }

  @Test
  void aLockTheTaskHoldsCannotBeHadAgain() {
    SpinlockHeader.rawSpinLock(m, lock);

    assertEquals(0, SpinlockHeader.rawSpinTrylock(m, lock));
    assertThrows(Stop.class, () -> SpinlockHeader.rawSpinLock(m, lock));
  }

  @Test
  void aSpinlockNobodyMadeIsAFinding() {
    SpinlockHeader.rawSpinLock(m, kernel.zeroed(64));

    assertEquals(List.of("LOCK spinlock that was never initialised"), kernel.findings());
  }

  @Test
  void aFreedSpinlockEndsTheRun() {
    m.slab().free(lock);

    assertThrows(Stop.class, () -> SpinlockHeader.rawSpinLock(m, lock));
  }

  @Test
  void releasingWhatIsNotHeldIsAFinding() {
    SpinlockHeader.rawSpinUnlock(m, lock);

    assertEquals(1, kernel.findings().size());
  }

  @Test
  void theCounterOfASemaphoreTellsWritersFromReaders() {
    RwsemHeader.downWrite(m, sem);
    assertEquals(1, Ram.load64(m, sem));
    RwsemHeader.downgradeWrite(m, sem);
    assertEquals(256, Ram.load64(m, sem));
    RwsemHeader.upRead(m, sem);
    assertEquals(0, Ram.load64(m, sem));
    assertEquals(0, m.locks().count());
  }

  @Test
  void aSignalEndsAKillableWait() {
    m.faults().plan(FaultPlan.interrupts(1));

    assertEquals(-4, RwsemHeader.downWriteKillable(m, sem));
    assertEquals(0, m.locks().count());
    assertEquals(0, RwsemHeader.downWriteKillable(m, sem));
    assertTrue(m.locks().held(sem, Mode.WRITE));
  }

  @Test
  void aSignalThatHasComeIsPendingFromThenOn() {
    m.faults().plan(FaultPlan.interrupts(2));

    assertEquals(0, SignalHeader.pending(m, 0));
    assertEquals(1, SignalHeader.pending(m, 0));
    assertEquals(1, SignalHeader.pending(m, 0));
  }

  @Test
  void waitingForASemaphoreUnderASpinlockIsAFinding() {
    SpinlockHeader.rawSpinLock(m, lock);

    RwsemHeader.downRead(m, sem);

    assertEquals(
        List.of("LOCK down_read() may sleep, called with a spinlock held"), kernel.findings());
  }

  @Test
  void assertionsAboutSemaphoresWarn() {
    RwsemHeader.downRead(m, sem);

    RwsemHeader.rwsemAssertHeld(m, sem);
    RwsemHeader.rwsemAssertHeldWrite(m, sem);

    assertEquals(List.of("WARN rwsem not held for writing"), kernel.findings());
  }

  @Test
  void lockdepFindsTheLockAroundItsMap() {
    SpinlockHeader.rawSpinLock(m, lock);
    RwsemHeader.downRead(m, sem);

    assertEquals(1, LockdepHeader.lockIsHeldType(m, lock + 24, -1));
    assertEquals(1, LockdepHeader.lockIsHeldType(m, sem + 96, 1));
    assertEquals(0, LockdepHeader.lockIsHeldType(m, sem + 96, 0));
    assertEquals(0, LockdepHeader.lockIsHeldType(m, sem + 24, -1));
  }

  @Test
  void aMutexIsHeldUntilItIsReleased() {
    MutexHeader.mutexLock(m, lock);
    assertEquals(1, MutexHeader.mutexIsLocked(m, lock));
    assertEquals(0, MutexHeader.mutexTrylock(m, lock));
    MutexHeader.mutexUnlock(m, lock);
    assertEquals(0, MutexHeader.mutexIsLocked(m, lock));
  }

  @Test
  void readersOfARwlockMayBeSeveral() {
    SpinlockHeader.rawReadLock(m, lock);
    SpinlockHeader.rawReadLock(m, lock);

    assertThrows(Stop.class, () -> SpinlockHeader.rawWriteLock(m, lock));
  }
}
