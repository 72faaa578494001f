package org.mmlens.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class AllocatorTest {

  private final Machine m = new Machine(MachineConfig.standard().withRam(8 << 20), Image.empty());
  private final SlabCache cache = m.slab().cache("maple_node", 256, 256);

  private long slab() {
    return m.slab().alloc(cache, Need.MAY_FAIL, Content.UNINITIALISED);
  }

  private int page() {
    return m.pages().alloc(0, Need.MAY_FAIL, Content.UNINITIALISED);
  }

  @Test
  void planCountsSlabAndPagesTogether() {
    m.faults().plan(FaultPlan.allocations(2, 3));

    assertNotEquals(0, slab());
    assertEquals(0, page());
    assertEquals(0, slab());
    assertNotEquals(0, page());
    assertEquals(4, m.faults().allocations());
    assertEquals(2, m.faults().injected());
  }

  @Test
  void whatMayNotFailIsNotCounted() {
    m.faults().plan(FaultPlan.allocations(1));

    assertNotEquals(0, m.slab().alloc(cache, Need.NO_FAIL, Content.ZEROED));
    assertEquals(0, slab());
  }

  @Test
  void alignmentIsKept() {
    slab();

    assertEquals(0, slab() & 255);
  }

  @Test
  void freedMemoryIsNotReusedWhileThereIsOther() {
    long a = slab();
    m.slab().free(a);
    int p = page();
    m.pages().free(p, 0);

    assertNotEquals(a, slab());
    assertNotEquals(p, page());
  }

  @Test
  void longRunsLiveOnFreedMemory() {
    for (int i = 0; i < 100_000; i++) {
      m.slab().free(slab());
      m.pages().free(page(), 0);
    }

    assertEquals(0, m.slab().liveCount());
    assertEquals(0, m.pages().liveCount());
  }

  @Test
  void exhaustionEndsTheRun() {
    Stop stop =
        assertThrows(
            Stop.class,
            () -> {
              while (true) {
                page();
              }
            });

    assertTrue(stop.why().inconclusive());
  }

  @Test
  void leaksAreListedBySerial() {
    long a = slab();
    Machine.Snapshot before = m.snapshot();
    int serial = m.slab().order();
    long b = slab();
    slab();
    m.slab().free(b);

    List<Allocation> leaked = m.slab().live(serial);

    assertEquals(List.of("maple_node#3"), leaked.stream().map(Allocation::toString).toList());
    m.slab().free(a);
    m.reset(before);
    assertEquals(
        List.of("maple_node#1"), m.slab().live(0).stream().map(Allocation::toString).toList());
  }

  @Test
  void objectIsFoundByAnyAddressInside() {
    long a = slab();

    assertEquals("maple_node#1", m.slab().objectAt(a + 255).orElseThrow().toString());
    assertTrue(m.slab().objectAt(a + 256).isEmpty());
    assertTrue(m.slab().objectAt(a - 1).isEmpty());
  }
}
