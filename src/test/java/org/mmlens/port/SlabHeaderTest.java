package org.mmlens.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mmlens.machine.FaultPlan;
import org.mmlens.machine.Machine;
import org.mmlens.machine.Ram;
import org.mmlens.machine.Stop;

final class SlabHeaderTest {

  private final TestKernel kernel = new TestKernel();
  private final Machine m = kernel.machine;

  private long cache(long constructor) {
    return SlabHeader.kmemCacheCreate(m, kernel.string("vm_area_struct"), 160, 8, 0, constructor);
  }

  @Test
  void objectsOfACacheBearItsName() {
    long object = SlabHeader.kmemCacheAlloc(m, cache(0), TestKernel.GFP_KERNEL);

    assertEquals("vm_area_struct", m.slab().objectAt(object).orElseThrow().name());
    assertEquals(160, m.slab().objectAt(object).orElseThrow().bytes());
  }

  @Test
  void theRefusedAllocationReturnsNull() {
    long cache = cache(0);
    m.faults().plan(FaultPlan.allocations(2));

    assertNotEquals(0, SlabHeader.kmemCacheAlloc(m, cache, TestKernel.GFP_KERNEL));
    assertEquals(0, SlabHeader.kmemCacheAlloc(m, cache, TestKernel.GFP_KERNEL));
  }

  @Test
  void anAllocationThatMustNotFailIsNotRefused() {
    long cache = cache(0);
    m.faults().plan(FaultPlan.allocations(1));

    assertNotEquals(0, SlabHeader.kmemCacheAlloc(m, cache, TestKernel.GFP_KERNEL | 0x8000));
  }

  @Test
  void bulkAllocationGivesAllObjectsOrNone() {
    long cache = cache(0);
    long objects = kernel.zeroed(24);
    int before = m.slab().liveCount();
    m.faults().plan(FaultPlan.allocations(3));

    assertEquals(0, SlabHeader.kmemCacheAllocBulk(m, cache, TestKernel.GFP_KERNEL, 3, objects));
    assertEquals(before, m.slab().liveCount());
    assertEquals(3, SlabHeader.kmemCacheAllocBulk(m, cache, TestKernel.GFP_KERNEL, 3, objects));
    assertEquals(before + 3, m.slab().liveCount());
  }

  @Test
  void bulkFreeFreesEachObject() {
    long cache = cache(0);
    long objects = kernel.zeroed(16);
    int before = m.slab().liveCount();
    SlabHeader.kmemCacheAllocBulk(m, cache, TestKernel.GFP_KERNEL, 2, objects);

    SlabHeader.kmemCacheFreeBulk(m, cache, 2, objects);

    assertEquals(before, m.slab().liveCount());
  }

  @Test
  void freeingTwiceEndsTheRun() {
    long cache = cache(0);
    long object = SlabHeader.kmemCacheAlloc(m, cache, TestKernel.GFP_KERNEL);
    SlabHeader.kmemCacheFree(m, cache, object);

    Stop stop = assertThrows(Stop.class, () -> SlabHeader.kmemCacheFree(m, cache, object));

    assertEquals("double-free", stop.why().toString().substring(0, 11));
  }

  @Test
  void theConstructorRunsForEveryObject() {
    long object = SlabHeader.kmemCacheAlloc(m, cache(TestKernel.FUNCTION), TestKernel.GFP_KERNEL);

    assertEquals(List.of(object), kernel.called);
  }

  @Test
  void zeroedMemoryIsInitialisedAndOtherMemoryIsNot() {
    long zeroed = SlabHeader.kzalloc(m, 24, TestKernel.GFP_KERNEL);
    long plain = SlabHeader.kmalloc(m, 24, TestKernel.GFP_KERNEL);

    assertEquals(true, Ram.initialised(m, zeroed, 24));
    assertEquals(false, Ram.initialised(m, plain, 24));
  }

  @Test
  void aByteBehindKmallocMemoryIsOutOfBounds() {
    long memory = SlabHeader.kzalloc(m, 20, TestKernel.GFP_KERNEL);

    assertThrows(Stop.class, () -> Ram.store8(m, memory + 20, 1));
  }

  @Test
  void kfreeOfNullDoesNothing() {
    SlabHeader.kfree(m, 0);

    assertEquals(List.of(), kernel.effects());
  }

  @Test
  void cacheArgumentsGiveAlignmentAndConstructor() {
    long args = kernel.zeroed(32);
    Ram.store32(m, args, 64);
    Ram.store64(m, args + 24, TestKernel.FUNCTION);
    long cache = SlabHeader.kmemCacheCreateArgs(m, kernel.string("anon_vma"), 88, args, 0);

    long object = SlabHeader.kmemCacheAlloc(m, cache, TestKernel.GFP_KERNEL);

    assertEquals(0, object & 63);
    assertEquals(List.of(object), kernel.called);
  }

  @Test
  void sleepingAllocationUnderASpinlockIsAFinding() {
    long cache = cache(0);
    SpinlockHeader.rawSpinLock(m, kernel.spinlock());

    SlabHeader.kmemCacheAlloc(m, cache, TestKernel.GFP_KERNEL);

    assertEquals(
        List.of("LOCK kmem_cache_alloc() may sleep, called with a spinlock held"),
        kernel.findings());
  }

  @Test
  void allocationFromSomethingThatIsNoCacheEndsTheRun() {
    assertThrows(
        Stop.class, () -> SlabHeader.kmemCacheAlloc(m, kernel.zeroed(8), TestKernel.GFP_KERNEL));
  }
}
