package org.mmlens.port;

import org.mmlens.machine.Machine;
import org.mmlens.machine.MemoryMap;
import org.mmlens.machine.Mmu.Flush;
import org.mmlens.machine.Ram;

/// Models of `asm/tlbflush.h`.
public final class TlbflushHeader {

  private static final String SOURCE = "arch/x86/mm/tlb.c";
  private static final String OMITS =
      "other CPUs, generations, the number of pages from which x86 flushes everything";
  private static final long ALL = -1L;

  private TlbflushHeader() {}

  /// Flushes a range of an address space.
  ///
  /// @param m the machine
  /// @param mm the address space
  /// @param start first address
  /// @param end first address behind, or -1 for all
  /// @param stride log2 of the page size
  /// @param freedTables whether tables were freed
  @KernelFunction(
      name = "flush_tlb_mm_range",
      prototype =
          "void flush_tlb_mm_range(struct mm_struct *mm, unsigned long start, unsigned long end,"
              + " unsigned int stride_shift, bool freed_tables)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect =
          "drops one translation every 2^stride_shift bytes, and what the walker caches of the"
              + " range",
      omits = OMITS)
  public static void flushTlbMmRange(
      Machine m, long mm, long start, long end, long stride, long freedTables) {
    m.effects().record("flush_tlb_mm_range", mm, start, end, stride, freedTables);
    if (end == ALL) {
      m.mmu().flush(mm);
    } else if (stride <= MemoryMap.PAGE_SHIFT || stride > 63) {
      m.mmu().flush(mm, start, end, Flush.PAGES_AND_TABLES);
    } else {
      // INVLPG drops the one translation of an address, and all cached tables (Intel SDM vol. 3A,
      // "Operations that Invalidate TLBs and Paging-Structure Caches").
      m.mmu().flushStrides(mm, start, end, (int) stride);
    }
  }

  /// Flushes one page.
  ///
  /// @param m the machine
  /// @param vma whose
  /// @param address inside the page
  @KernelFunction(
      name = "flush_tlb_page",
      prototype = "void flush_tlb_page(struct vm_area_struct *vma, unsigned long a)",
      source = "arch/x86/include/asm/tlbflush.h",
      fidelity = Fidelity.ABSTRACT,
      effect = "drops the translation of one page",
      omits = OMITS)
  public static void flushTlbPage(Machine m, long vma, long address) {
    long offset = KernelState.of(m).vmaMm;
    long mm = offset < 0 ? 0 : Ram.load64(m, vma + offset);
    long page = address & -MemoryMap.PAGE_SIZE;
    flushTlbMmRange(m, mm, page, page + MemoryMap.PAGE_SIZE, MemoryMap.PAGE_SHIFT, 0);
  }

  /// Flushes everything.
  ///
  /// @param m the machine
  @KernelFunction(
      name = "flush_tlb_all",
      prototype = "void flush_tlb_all(void)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "drops all translations",
      omits = OMITS)
  public static void flushTlbAll(Machine m) {
    m.effects().record("flush_tlb_all");
    m.mmu().flushAll();
  }

  /// Flushes a range of the kernel's own address space.
  ///
  /// @param m the machine
  /// @param start first address
  /// @param end first address behind
  @KernelFunction(
      name = "flush_tlb_kernel_range",
      prototype = "void flush_tlb_kernel_range(unsigned long start, unsigned long end)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "is recorded",
      omits = "the kernel's page tables")
  public static void flushTlbKernelRange(Machine m, long start, long end) {
    m.effects().record("flush_tlb_kernel_range", start, end);
  }
}
