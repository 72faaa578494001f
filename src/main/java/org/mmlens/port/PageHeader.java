package org.mmlens.port;

import org.mmlens.machine.Machine;
import org.mmlens.machine.MemoryMap;
import org.mmlens.machine.Ram;

/// Models of `asm/page.h`.
public final class PageHeader {

  private static final String SOURCE = "arch/x86/lib/clear_page_64.S";

  private PageHeader() {}

  /// Zeroes a frame.
  ///
  /// @param m the machine
  /// @param page the address of its first byte
  @KernelFunction(
      name = "clear_page",
      prototype = "void clear_page(void *page)",
      source = SOURCE,
      fidelity = Fidelity.EXACT,
      effect = "writes 4096 zero bytes")
  public static void clearPage(Machine m, long page) {
    Ram.fill(m, page, 0, MemoryMap.PAGE_SIZE);
  }

  /// Copies a frame.
  ///
  /// @param m the machine
  /// @param to the address of the first byte written
  /// @param from the address of the first byte read
  @KernelFunction(
      name = "copy_page",
      prototype = "void copy_page(void *to, void *from)",
      source = "arch/x86/lib/copy_page_64.S",
      fidelity = Fidelity.EXACT,
      effect = "copies 4096 bytes")
  public static void copyPage(Machine m, long to, long from) {
    Ram.copy(m, to, from, MemoryMap.PAGE_SIZE);
  }
}
