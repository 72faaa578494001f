package org.mmlens.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mmlens.machine.Mmu.Access;
import org.mmlens.machine.Mmu.Flush;
import org.mmlens.machine.Translation.BadTable;
import org.mmlens.machine.Translation.Forbidden;
import org.mmlens.machine.Translation.Mapped;
import org.mmlens.machine.Translation.NotPresent;

class MmuTest {

  private static final long USER_RW = Mmu.PRESENT | Mmu.WRITABLE | Mmu.USER;
  private static final long ASID = 1;
  private static final long STACK = 0x7fff_fffd_e000L;

  private final Machine m = new Machine(MachineConfig.standard(), Image.empty());
  private long top = table();

  private long table() {
    return MemoryMap.addressOfFrame(m.pages().alloc(0, Need.MAY_FAIL, Content.ZEROED));
  }

  private static long entryAt(long table, int level, long address) {
    return table + (address >>> (12 + 9 * (level - 1)) & 511) * 8;
  }

  /// Makes the entry of a level, with tables above it.
  private long set(Machine machine, long address, int level, long entry) {
    long table = top;
    for (int l = machine.config().levels(); l > level; l--) {
      long at = entryAt(table, l, address);
      if (Ram.load64(machine, at) == 0) {
        long made =
            MemoryMap.addressOfFrame(machine.pages().alloc(0, Need.MAY_FAIL, Content.ZEROED));
        Ram.store64(machine, at, made - MemoryMap.PAGE_OFFSET | USER_RW);
      }
      table = MemoryMap.PAGE_OFFSET + (Ram.load64(machine, at) & Mmu.ADDRESS);
    }
    Ram.store64(machine, entryAt(table, level, address), entry);
    return table;
  }

  private long frame() {
    return (long) m.pages().alloc(0, Need.MAY_FAIL, Content.ZEROED) << 12;
  }

  @Test
  void walkFindsThePage() {
    long frame = frame();
    set(m, STACK, 1, frame | USER_RW);

    assertEquals(new Mapped(frame + 0x123, frame | USER_RW, 1), m.mmu().walk(top, STACK + 0x123));
    assertEquals(new NotPresent(0, 1), m.mmu().walk(top, STACK + 0x1000));
    assertEquals(new NotPresent(0, 4), m.mmu().walk(top, 0));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void largePagesAreMappedWhole(int level) {
    long size = 1L << (12 + 9 * (level - 1));
    long address = 0x40_0000_0000L;
    set(m, address, level, USER_RW | Mmu.HUGE);

    Translation found = m.mmu().walk(top, address + 0x12345);

    assertEquals(new Mapped(0x12345, USER_RW | Mmu.HUGE, level), found);
    assertInstanceOf(NotPresent.class, m.mmu().walk(top, address + size));
  }

  @Test
  void fiveLevelsReachFurther() {
    Machine five = new Machine(MachineConfig.standard().withLevels(5), Image.empty());
    top = MemoryMap.addressOfFrame(five.pages().alloc(0, Need.MAY_FAIL, Content.ZEROED));
    long address = 0x00ff_1234_5678_9000L;
    set(five, address, 1, 0x5000 | USER_RW);

    assertEquals(new Mapped(0x5008, 0x5000 | USER_RW, 1), five.mmu().walk(top, address + 8));
  }

  @Test
  void tablesThatCannotBeAreNamed() {
    set(m, STACK, 2, 0x7_ffff_f000L | USER_RW);
    assertEquals("a page table outside of RAM", ((BadTable) m.mmu().walk(top, STACK)).why());
    set(m, STACK, 1 + 1, 0);
    long table = set(m, STACK, 1, frame() | USER_RW);
    m.pages().free(MemoryMap.frameOfAddress(table), 0);
    assertEquals("a page table that was freed", ((BadTable) m.mmu().walk(top, STACK)).why());
    set(m, 0, 2, 0x5000 | USER_RW | Mmu.HUGE);
    assertEquals("reserved bits", ((BadTable) m.mmu().walk(top, 0)).why());
  }

  @Test
  void staleTranslationWorksUntilItIsFlushed() {
    long frame = frame();
    long table = set(m, STACK, 1, frame | USER_RW);
    m.mmu().access(ASID, top, STACK, Access.READ);

    Ram.store64(m, entryAt(table, 1, STACK), 0);

    assertInstanceOf(Mapped.class, m.mmu().access(ASID, top, STACK, Access.WRITE));
    m.mmu().flush(ASID, STACK + 0x1000, STACK + 0x2000, Flush.PAGES_AND_TABLES);
    m.mmu().flush(2, STACK, STACK + 0x1000, Flush.PAGES_AND_TABLES);
    assertInstanceOf(Mapped.class, m.mmu().access(ASID, top, STACK, Access.WRITE));
    m.mmu().flush(ASID, STACK, STACK + 1, Flush.PAGES);
    assertInstanceOf(NotPresent.class, m.mmu().access(ASID, top, STACK, Access.READ));
  }

  @Test
  void freedTableStaysInUseUntilTablesAreFlushed() {
    long frame = frame();
    long table = set(m, STACK, 1, frame | USER_RW);
    m.mmu().access(ASID, top, STACK, Access.READ);
    set(m, STACK, 2, 0);
    m.mmu().flush(ASID, STACK, STACK + 0x1000, Flush.PAGES);
    m.pages().free(MemoryMap.frameOfAddress(table), 0);

    assertEquals(
        "page table freed while the walker still caches it", m.events().all().getFirst().what());
    assertInstanceOf(BadTable.class, m.mmu().access(ASID, top, STACK, Access.READ));
    m.mmu().flush(ASID, STACK, STACK + 0x1000, Flush.PAGES_AND_TABLES);
    assertEquals(new NotPresent(0, 2), m.mmu().access(ASID, top, STACK, Access.READ));
  }

  @Test
  void pageFreedBeforeTheFlushIsNoted() {
    long frame = frame();
    set(m, STACK, 1, frame | USER_RW);
    m.mmu().access(ASID, top, STACK, Access.READ);

    m.pages().free(frame >>> 12, 0);

    assertEquals(
        "page freed while the TLB still translates to it", m.events().all().getFirst().what());
  }

  @Test
  void rightsAreThoseOfAllLevels() {
    long frame = frame();
    set(m, STACK, 1, frame | Mmu.PRESENT | Mmu.USER | Mmu.NO_EXECUTE);

    assertInstanceOf(Mapped.class, m.mmu().access(ASID, top, STACK, Access.READ));
    assertInstanceOf(Forbidden.class, m.mmu().access(ASID, top, STACK, Access.WRITE));
    assertInstanceOf(Forbidden.class, m.mmu().access(ASID, top, STACK, Access.EXECUTE));
    set(m, STACK, 1, frame | USER_RW);
    set(m, STACK, 2, Ram.load64(m, tableEntry(2)) & ~Mmu.WRITABLE);
    m.mmu().flushAll();
    assertInstanceOf(Forbidden.class, m.mmu().access(ASID, top, STACK, Access.WRITE));
  }

  private long tableEntry(int level) {
    long table = top;
    for (int l = 4; l > level; l--) {
      table = MemoryMap.PAGE_OFFSET + (Ram.load64(m, entryAt(table, l, STACK)) & Mmu.ADDRESS);
    }
    return entryAt(table, level, STACK);
  }

  @Test
  void manyTranslationsAreKept() {
    for (int i = 0; i < 512; i++) {
      set(m, STACK - 4096L * i, 1, (long) i << 12 | USER_RW);
      m.mmu().access(ASID, top, STACK - 4096L * i, Access.READ);
    }
    Machine.Snapshot full = m.snapshot();
    m.mmu().flush(ASID, STACK - 4096L * 99, STACK + 4096, Flush.PAGES);

    assertEquals(412, m.mmu().cached());
    m.reset(full);
    assertEquals(512, m.mmu().cached());
    m.mmu().flush(ASID);
    assertEquals(0, m.mmu().cached());
  }
}
