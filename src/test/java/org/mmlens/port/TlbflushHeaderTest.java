package org.mmlens.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mmlens.machine.Machine;
import org.mmlens.machine.MemoryMap;
import org.mmlens.machine.Mmu;
import org.mmlens.machine.Ram;
import org.mmlens.machine.Translation;

final class TlbflushHeaderTest {

  private static final long ADDRESS = 0x7fff_ffe0_0000L;
  private static final long TABLE = 0x67;

  private final TestKernel kernel = new TestKernel();
  private final Machine m = kernel.machine;
  private final long mm = kernel.zeroed(64);
  private long top;
  private long entry;

  /// Two pages at ADDRESS and behind it, both in the TLB.
  @BeforeEach
  void map() {
    top = GfpHeader.getZeroedPage(m, TestKernel.GFP_KERNEL);
    long table = top;
    for (int shift = 39; shift > 12; shift -= 9) {
      long next = GfpHeader.getZeroedPage(m, TestKernel.GFP_KERNEL);
      Ram.store64(m, table + index(shift), next - MemoryMap.PAGE_OFFSET | TABLE);
      table = next;
    }
    entry = table + index(12);
    for (int i = 0; i < 2; i++) {
      long page = GfpHeader.getZeroedPage(m, TestKernel.GFP_KERNEL);
      Ram.store64(m, entry + 8L * i, page - MemoryMap.PAGE_OFFSET | TABLE);
      access(i);
    }
    Ram.store64(m, entry, 0);
    Ram.store64(m, entry + 8, 0);
  }

  private static long index(int shift) {
    return (ADDRESS >>> shift & 511) * 8;
  }

  private Translation access(int page) {
    return m.mmu().access(mm, top, ADDRESS + 4096L * page, Mmu.Access.READ);
  }

  @Test
  void whatWasUnmappedStaysUsableUntilItIsFlushed() {
    assertInstanceOf(Translation.Mapped.class, access(0));

    TlbflushHeader.flushTlbMmRange(m, mm, ADDRESS, ADDRESS + 4096, 12, 0);

    assertInstanceOf(Translation.NotPresent.class, access(0));
    assertInstanceOf(Translation.Mapped.class, access(1));
  }

  @Test
  void aFlushOfAnotherAddressSpaceChangesNothing() {
    TlbflushHeader.flushTlbMmRange(m, mm + 8, ADDRESS, ADDRESS + 8192, 12, 1);

    assertInstanceOf(Translation.Mapped.class, access(0));
  }

  @Test
  void aStrideOfTwoMebibytesLeavesSmallPagesBetweenSteps() {
    TlbflushHeader.flushTlbMmRange(m, mm, ADDRESS, ADDRESS + 8192, 21, 0);

    assertInstanceOf(Translation.NotPresent.class, access(0));
    assertInstanceOf(Translation.Mapped.class, access(1));
  }

  @Test
  void aStrideThatHitsAPageLaterDropsIt() {
    TlbflushHeader.flushTlbMmRange(m, mm, ADDRESS - (3L << 21) + 4096, ADDRESS + 8192, 21, 0);

    assertInstanceOf(Translation.Mapped.class, access(0));
    assertInstanceOf(Translation.NotPresent.class, access(1));
  }

  @Test
  @Timeout(10)
  void aRangeOfAllUserSpaceCostsNoMoreThanASmallOne() {
    TlbflushHeader.flushTlbMmRange(m, mm, 4096, 1L << 62, 13, 0);

    assertInstanceOf(Translation.Mapped.class, access(0));
    assertInstanceOf(Translation.NotPresent.class, access(1));
  }

  @Test
  void anEndOfAllOnesFlushesTheAddressSpace() {
    TlbflushHeader.flushTlbMmRange(m, mm, 0, -1, 0, 1);

    assertInstanceOf(Translation.NotPresent.class, access(1));
  }

  @Test
  void onePageIsFlushedInTheAddressSpaceOfItsVma() {
    long vma = kernel.zeroed(64);
    Ram.store64(m, vma + 16, mm);

    TlbflushHeader.flushTlbPage(m, vma, ADDRESS + 4097);

    assertInstanceOf(Translation.Mapped.class, access(0));
    assertInstanceOf(Translation.NotPresent.class, access(1));
  }

  @Test
  void flushesAreEffectsWithAllArguments() {
    TlbflushHeader.flushTlbMmRange(m, mm, ADDRESS, ADDRESS + 4096, 12, 1);

    List<String> effects = kernel.effects();
    assertEquals(
        "flush_tlb_mm_range(" + Long.toHexString(mm) + ", 7fffffe00000, 7fffffe01000, c, 1)",
        effects.getLast());
  }
}
