package org.mmlens.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mmlens.machine.FaultPlan;
import org.mmlens.machine.Machine;
import org.mmlens.machine.Ram;
import org.mmlens.machine.Stop;

final class GfpHeaderTest {

  private static final long REFCOUNT = 52;
  private static final long MAPCOUNT = 48;

  private final TestKernel kernel = new TestKernel();
  private final Machine m = kernel.machine;

  private long page() {
    return GfpHeader.allocPages(m, TestKernel.GFP_KERNEL, 0);
  }

  private boolean live(long page) {
    return m.pages().live(m.map().frameOfStructPage(page));
  }

  @Test
  void aNewPageHasOneReferenceAndIsNotMapped() {
    long page = page();

    assertEquals(1, Ram.load32(m, page + REFCOUNT));
    assertEquals(-1, Ram.load32(m, page + MAPCOUNT));
    assertTrue(live(page));
  }

  @Test
  void onlyTheHeadOfABlockHasAReference() {
    long page = GfpHeader.allocPagesOfNode(m, TestKernel.GFP_KERNEL, 1, 0, 0);

    assertEquals(1, Ram.load32(m, page + REFCOUNT));
    assertEquals(0, Ram.load32(m, page + 64 + REFCOUNT));
  }

  @Test
  void theRefusedAllocationReturnsNull() {
    m.faults().plan(FaultPlan.allocations(1));

    assertEquals(0, page());
    assertEquals(List.of("alloc_pages(0, 0, cc0)"), kernel.effects());
  }

  @Test
  void aZeroedPageIsFoundAtItsKernelAddress() {
    long address = GfpHeader.getZeroedPage(m, TestKernel.GFP_KERNEL);

    assertEquals(0, Ram.load64(m, address));
    assertEquals(List.of(), kernel.findings());
    GfpHeader.freePagesByAddress(m, address, 0);
    assertThrows(Stop.class, () -> Ram.load64(m, address));
  }

  @Test
  void thePageGoesWithItsLastReference() {
    long page = page();
    Ram.store32(m, page + REFCOUNT, 2);

    GfpHeader.freePages(m, page, 0);
    assertTrue(live(page));
    GfpHeader.freePages(m, page, 0);
    assertFalse(live(page));
  }

  @Test
  void freeingTwiceEndsTheRun() {
    long page = page();
    GfpHeader.freePages(m, page, 0);

    assertThrows(Stop.class, () -> GfpHeader.freePages(m, page, 0));
  }

  @Test
  void aPageFreedWhileMappedIsAFinding() {
    long page = page();
    Ram.store32(m, page + MAPCOUNT, 0);

    GfpHeader.freePages(m, page, 0);

    assertEquals(
        List.of("CONTRACT bad page: freed with a _mapcount that is not -1"), kernel.findings());
  }

  @Test
  void releasedPagesMaySayHowManyReferencesGo() {
    long single = page();
    long shared = page();
    Ram.store32(m, shared + REFCOUNT, 3);
    long array = kernel.words(single | 1, shared | 2, 3 << 2);

    GfpHeader.releasePages(m, array, 3);

    assertFalse(live(single));
    assertFalse(live(shared));
  }

  @Test
  void aReleasedTailPageDropsAReferenceOfItsHead() {
    long head = GfpHeader.allocPages(m, TestKernel.GFP_KERNEL, 1);
    Ram.store64(m, head + 64 + 8, head + 1);

    GfpHeader.releasePages(m, kernel.words(head + 64), 1);

    assertFalse(live(head));
    assertEquals(
        List.of(
            "alloc_pages(" + Long.toHexString(head) + ", 1, cc0)",
            "free_pages(" + Long.toHexString(head) + ", 1)"),
        kernel.effects());
  }

  @Test
  void aReferenceTooManyDroppedIsAFinding() {
    long page = page();
    Ram.store32(m, page + REFCOUNT, 0);

    GfpHeader.releasePages(m, kernel.words(page), 1);

    assertEquals(
        List.of("CONTRACT reference dropped of a page without references"), kernel.findings());
  }
}
