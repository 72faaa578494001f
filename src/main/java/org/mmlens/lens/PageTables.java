package org.mmlens.lens;

import org.mmlens.machine.Machine;
import org.mmlens.machine.MemoryMap;
import org.mmlens.machine.Ram;

/// Walks over all page tables of an address space as they stand in RAM.
///
/// Independent of the tree's own walkers and of the MMU's: it looks at every entry of every table.
/// Sources: Intel 64 and IA-32 Architectures Software Developer's Manual, volume 3A, §4.5.
final class PageTables {

  private static final long PRESENT = 0x1;
  private static final long LARGE = 0x80;
  private static final long FRAME = 0x000f_ffff_ffff_f000L;
  private static final int ENTRIES = 512;

  private final Machine machine;
  private final Visitor visitor;

  /// Hears of what is found, tables before what they hold, ascending by address.
  interface Visitor {
    /// A table.
    ///
    /// @param level 1 for a table of PTEs, up to the number of levels
    /// @param pfn the frame it is in
    /// @param start the first user address it reaches
    /// @param problem why it cannot be looked into; empty if it can
    void table(int level, long pfn, long start, String problem);

    /// An entry that is no table and not empty.
    ///
    /// @param level 1 for a PTE
    /// @param address the first user address it maps
    /// @param entry its value
    void leaf(int level, long address, long entry);
  }

  PageTables(Machine machine, Visitor visitor) {
    this.machine = machine;
    this.visitor = visitor;
  }

  /// Visits everything below the topmost table.
  ///
  /// @param top its address
  void walk(long top) {
    table(machine.config().levels(), MemoryMap.frameOfAddress(top), 0);
  }

  private void table(int level, long pfn, long start) {
    String problem = problem(pfn);
    visitor.table(level, pfn, start, problem);
    if (!problem.isEmpty()) {
      return;
    }
    long base = MemoryMap.addressOfFrame(pfn);
    long reach = 1L << (MemoryMap.PAGE_SHIFT + 9 * (level - 1));
    for (int i = next(base, 0); i < ENTRIES; i = next(base, i + 1)) {
      long entry = Ram.peek(machine, base + 8L * i, 8);
      long address = start + i * reach;
      if (level == 1 || (entry & PRESENT) == 0 || (entry & LARGE) != 0) {
        visitor.leaf(level, address, entry);
      } else {
        table(level - 1, (entry & FRAME) >>> MemoryMap.PAGE_SHIFT, address);
      }
    }
  }

  /// {@return the first entry from `from` on that is not empty}
  private int next(long base, int from) {
    return from + Ram.zeroBytes(machine, base + 8L * from, 8 * (ENTRIES - from)) / 8;
  }

  private String problem(long pfn) {
    if (pfn < machine.map().firstFrame() || pfn >= machine.map().frameCount()) {
      return "no page of the allocator";
    }
    if (machine.pages().freed(pfn)) {
      return "freed while in use";
    }
    return machine.pages().live(pfn) ? "" : "never allocated";
  }
}
