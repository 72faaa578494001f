package org.mmlens.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mmlens.machine.Stop.Cause.MemoryError;

class MemoryTest {

  private final Machine m = new Machine(MachineConfig.standard(), Image.empty());
  private final SlabCache cache = m.slab().cache("vm_area_struct", 40, 8);

  private static MemoryError error(Executable access) {
    return (MemoryError) assertThrows(Stop.class, access).why();
  }

  private long object() {
    return m.slab().alloc(cache, Need.MAY_FAIL, Content.ZEROED);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 8})
  void whatIsStoredIsLoaded(int bytes) {
    long a = object();

    switch (bytes) {
      case 1 -> Ram.store8(m, a, -2);
      case 2 -> Ram.store16(m, a, -2);
      case 4 -> Ram.store32(m, a, -2);
      default -> Ram.store64(m, a, -2);
    }

    assertEquals(-2L & -1L >>> (64 - 8 * bytes), Ram.load64(m, a));
    assertEquals(0xfe, Ram.loadU8(m, a));
    assertEquals(-2, Ram.load8(m, a));
    assertEquals(bytes == 8 ? 0xff : 0, Ram.loadU8(m, a + 7));
  }

  @Test
  void bytesLieLittleEndianAndUnaligned() {
    long a = object();

    Ram.store64(m, a + 3, 0x0102_0304_0506_0708L);

    assertEquals(0x08, Ram.load8(m, a + 3));
    assertEquals(0x0506, Ram.load16(m, a + 5));
    assertEquals(0x0102_0304_0506_0708L, Ram.load64(m, a + 3));
  }

  @Test
  void storesAcrossGranulesAreUndoneToo() {
    long page = MemoryMap.addressOfFrame(m.pages().alloc(0, Need.MAY_FAIL, Content.ZEROED));
    Machine.Snapshot before = m.snapshot();

    Ram.store64(m, page + 509, -1);
    m.reset(before);

    assertEquals(0, Ram.load64(m, page + 509));
  }

  @Test
  void loadBehindAnObjectIsOutOfBounds() {
    long a = object();

    MemoryError e = error(() -> Ram.load64(m, a + 36));

    assertEquals(MemoryFault.SLAB_OUT_OF_BOUNDS, e.fault());
    assertEquals(
        "0 bytes to the right of 40-byte object of cache vm_area_struct (vm_area_struct#1)",
        e.object());
  }

  @Test
  void useAfterFreeTellsTheObject() {
    long a = object();
    m.slab().free(a);

    MemoryError e = error(() -> Ram.store32(m, a + 8, 1));

    assertEquals(MemoryFault.USE_AFTER_FREE, e.fault());
    assertEquals(
        "8 bytes inside 40-byte object of cache vm_area_struct (vm_area_struct#1), freed",
        e.object());
  }

  @Test
  void secondFreeAndFreeOfTheMiddleAreErrors() {
    long a = object();

    assertEquals(MemoryFault.INVALID_FREE, error(() -> m.slab().free(a + 8)).fault());
    m.slab().free(a);
    assertEquals(MemoryFault.DOUBLE_FREE, error(() -> m.slab().free(a)).fault());
    assertEquals(MemoryFault.INVALID_FREE, error(() -> m.slab().free(0x1000)).fault());
  }

  @Test
  void addressesWithoutMemoryAreNamed() {
    assertEquals(MemoryFault.NULL_DEREFERENCE, error(() -> Ram.load64(m, 16)).fault());
    assertEquals(MemoryFault.USER_ACCESS, error(() -> Ram.load8(m, 0x7fff_ffff_e000L)).fault());
    assertEquals(MemoryFault.WILD_ACCESS, error(() -> Ram.load8(m, -1)).fault());
    long end = MemoryMap.PAGE_OFFSET + m.config().ramBytes();
    assertEquals(MemoryFault.WILD_ACCESS, error(() -> Ram.load8(m, end)).fault());
    assertEquals(MemoryFault.UNALLOCATED, error(() -> Ram.load64(m, end - 8)).fault());
  }

  @Test
  void everyWidthIsCheckedAtTheEndOfRam() {
    long end = MemoryMap.PAGE_OFFSET + m.config().ramBytes();

    assertEquals(MemoryFault.UNALLOCATED, error(() -> Ram.load8(m, end - 1)).fault());
    assertThrows(Stop.class, () -> Ram.load64(m, end - 4));
    assertThrows(Stop.class, () -> Ram.store64(m, end - 4, 1));
    assertThrows(Stop.class, () -> Ram.load64(m, MemoryMap.PAGE_OFFSET - 4));
  }

  @Test
  void loadBeforeStoreIsNotedAndGoesOn() {
    long a = m.slab().alloc(cache, Need.MAY_FAIL, Content.UNINITIALISED);
    Ram.store32(m, a, 7);

    Ram.load64(m, a);

    assertEquals(
        "use of uninitialised slab memory: "
            + "4 bytes inside 40-byte object of cache vm_area_struct (vm_area_struct#1)",
        m.events().all().getFirst().what());
    assertEquals(7, Ram.load32(m, a));
    assertEquals(1, m.events().size());
  }

  @Test
  void bitFieldsMayHaveUnwrittenNeighbours() {
    long a = m.slab().alloc(cache, Need.MAY_FAIL, Content.UNINITIALISED);

    Ram.loadLenient(m, a, 4);

    assertEquals(0, m.events().size());
    assertThrows(Stop.class, () -> Ram.loadLenient(m, a + 40, 4));
  }

  @Test
  void copyCarriesWhatIsUninitialised() {
    long a = m.slab().alloc(cache, Need.MAY_FAIL, Content.UNINITIALISED);
    long b = object();
    Ram.store64(m, a, 5);

    Ram.copy(m, b, a, 16);

    assertEquals(5, Ram.load64(m, b));
    assertTrue(Ram.initialised(m, b + 16, 24));
    assertEquals(0, m.events().size());
    Ram.load64(m, b + 8);
    assertEquals(1, m.events().size());
  }

  @Test
  void fillAndCopyAreChecked() {
    long a = object();

    assertThrows(Stop.class, () -> Ram.fill(m, a, 0, 41));
    assertThrows(Stop.class, () -> Ram.fill(m, a, 0, -1));
    assertThrows(Stop.class, () -> Ram.copy(m, a, a + 39, 2));
    assertThrows(Stop.class, () -> Ram.copy(m, a, a, Long.MAX_VALUE));
    Ram.fill(m, 0, 0, 0);
  }

  @Test
  void freedPageIsGone() {
    int pfn = m.pages().alloc(1, Need.MAY_FAIL, Content.ZEROED);
    long page = MemoryMap.addressOfFrame(pfn);
    assertEquals(0, Ram.load64(m, page + 4096));

    m.pages().free(pfn, 1);

    assertEquals(MemoryFault.PAGE_USE_AFTER_FREE, error(() -> Ram.load64(m, page + 8)).fault());
    assertEquals(MemoryFault.DOUBLE_FREE, error(() -> m.pages().free(pfn, 1)).fault());
  }

  @Test
  void blockIsFreedAsItWasAllocated() {
    int pfn = m.pages().alloc(2, Need.MAY_FAIL, Content.ZEROED);

    assertEquals(0, pfn % 4);
    assertEquals(MemoryFault.INVALID_FREE, error(() -> m.pages().free(pfn, 1)).fault());
    assertEquals(MemoryFault.INVALID_FREE, error(() -> m.pages().free(pfn + 1, 0)).fault());
  }
}
