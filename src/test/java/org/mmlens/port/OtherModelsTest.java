package org.mmlens.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mmlens.machine.Machine;
import org.mmlens.machine.Ram;
import org.mmlens.machine.Stop;

final class OtherModelsTest {

  private final TestKernel kernel = new TestKernel();
  private final Machine m = kernel.machine;

  @Test
  void printkRecordsTheTextWithoutItsLevelAndWithoutPointers() {
    long args = kernel.words(-1, 0x1f, 0xffff888000000000L, 7);

    PrintkHeader.printk(m, kernel.string("\0014map_count %d mm %px flags %pGp %lu%%\n"), args);

    assertEquals("printk: map_count -1 mm %px flags %pGp 7%%".replace("%%", "%"), last());
  }

  @Test
  void printkPrintsStringsAndHexadecimalNumbers() {
    long args = kernel.words(kernel.string("move_ptes"), 0x1_0000_0010L, 0x1_0000_0010L);

    PrintkHeader.printk(m, kernel.string("%s: %x %#lx"), args);

    assertEquals("printk: move_ptes: 10 100000010", last());
  }

  private String last() {
    return m.effects().name(m.effects().size() - 1);
  }

  @Test
  void bugEndsTheRunAndWarnDoesNot() {
    BugHeader.warn(m, kernel.string("WARN_ON(x)"));

    assertEquals(List.of("WARN WARN_ON(x)"), kernel.findings());
    assertThrows(Stop.class, () -> BugHeader.bug(m, kernel.string("BUG_ON(x)")));
  }

  @Test
  void copiesReturnTheirTarget() {
    long from = kernel.string("abc");
    long to = kernel.zeroed(4);

    assertEquals(to, StringHeader.memcpy(m, to, from, 4));
    assertEquals(0, StringHeader.strcmp(m, to, from));
    assertEquals(to, StringHeader.memmove(m, to + 0, to + 1, 2));
    assertEquals(3, StringHeader.strlen(m, to));
    assertTrue(StringHeader.memcmp(m, to, from, 3) > 0);
    assertEquals(2, StringHeader.strnlen(m, to, 2));
  }

  @Test
  void memsetBeyondAnObjectEndsTheRun() {
    long at = kernel.zeroed(8);

    assertThrows(Stop.class, () -> StringHeader.memset(m, at, 0, 9));
  }

  @Test
  void notifiersAreToldTheRange() {
    long range = kernel.words(0x10, 0x1000, 0x3000);

    MmuNotifierHeader.mmuNotifierInvalidateRangeStart(m, range);
    MmuNotifierHeader.mmuNotifierInvalidateRangeEnd(m, range);

    assertEquals(
        List.of(
            "mmu_notifier_invalidate_range_start(10, 1000, 3000)",
            "mmu_notifier_invalidate_range_end(10, 1000, 3000)"),
        kernel.effects());
  }

  @Test
  void lruDrainsAreEffects() {
    SwapHeader.lruAddDrain(m);

    assertEquals(List.of("lru_add_drain()"), kernel.effects());
  }

  @Test
  void perCpuCountersAreOneNumberEach() {
    long counters = kernel.zeroed(80);
    PercpuCounterHeader.percpuCounterInitMany(m, counters, 5, 0, 2, 0);

    PercpuCounterHeader.percpuCounterAddBatch(m, counters + 40, -7, 32);

    assertEquals(5, PercpuCounterHeader.percpuCounterSum(m, counters));
    assertEquals(-2, PercpuCounterHeader.percpuCounterSum(m, counters + 40));
  }

  @Test
  void setBitsAreFoundFromAStartOn() {
    long bitmap = kernel.words(0x10, 1);

    assertEquals(4, FindHeader.findFirstBit(m, bitmap, 128));
    assertEquals(64, FindHeader.findNextBit(m, bitmap, 128, 5));
    assertEquals(64, FindHeader.findNextBit(m, bitmap, 64, 5));
  }

  @Test
  void aReferenceCountThatWentWrongIsPinned() {
    long count = kernel.zeroed(8);

    BugHeader.refcountWarn(m, count, 2);

    assertEquals(Integer.MIN_VALUE / 2, Ram.load32(m, count));
    assertEquals(1, kernel.findings().size());
  }

  @Test
  void clearedAndCopiedPagesAreWhole() {
    long from = GfpHeader.getFreePages(m, TestKernel.GFP_KERNEL, 0);
    long to = GfpHeader.getFreePages(m, TestKernel.GFP_KERNEL, 0);
    PageHeader.clearPage(m, from);
    Ram.store8(m, from + 4095, 9);

    PageHeader.copyPage(m, to, from);

    assertEquals(9, Ram.load8(m, to + 4095));
    assertEquals(0, Ram.load8(m, to));
  }
}
