package org.mmlens.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mmlens.machine.Machine;
import org.mmlens.machine.Stop;

final class RcupdateHeaderTest {

  private final TestKernel kernel = new TestKernel();
  private final Machine m = kernel.machine;

  @Test
  void callbacksWaitForTheGracePeriod() {
    long head = kernel.zeroed(16);
    RcupdateHeader.callRcu(m, head, TestKernel.FUNCTION);
    assertEquals(List.of(), kernel.called);

    RcupdateHeader.synchronizeRcu(m);

    assertEquals(List.of(head), kernel.called);
  }

  @Test
  void aGracePeriodInsideAReadSideSectionNeverEnds() {
    RcupdateHeader.rcuReadLock(m);

    assertThrows(Stop.class, () -> RcupdateHeader.synchronizeRcu(m));
  }

  @Test
  void sectionsNest() {
    RcupdateHeader.rcuReadLock(m);
    RcupdateHeader.rcuReadLock(m);
    RcupdateHeader.rcuReadUnlock(m);
    assertEquals(1, RcupdateHeader.rcuReadLockHeld(m));
    RcupdateHeader.rcuReadUnlock(m);
    assertEquals(0, RcupdateHeader.rcuReadLockHeld(m));
    assertEquals(List.of(), kernel.findings());
  }

  @Test
  void leavingMoreSectionsThanWereEnteredIsAFinding() {
    RcupdateHeader.rcuReadUnlock(m);

    assertEquals(1, kernel.findings().size());
  }

  @Test
  void sleepingInAReadSideSectionIsAFinding() {
    RcupdateHeader.rcuReadLock(m);

    SchedHeader.condResched(m);

    assertEquals(
        List.of("RCU cond_resched() may sleep, called under rcu_read_lock()"), kernel.findings());
  }

  @Test
  void memoryToBeFreedAfterReadersStaysWhileThereAreReaders() {
    long memory = SlabHeader.kmalloc(m, 32, TestKernel.GFP_KERNEL);
    RcupdateHeader.rcuReadLock(m);
    RcupdateHeader.kvfreeCallRcu(m, memory, memory);
    assertEquals(32, m.slab().size(memory));
    RcupdateHeader.rcuReadUnlock(m);

    RcupdateHeader.kvfreeCallRcu(m, memory, memory);

    assertEquals(0, m.slab().size(memory));
  }
}
