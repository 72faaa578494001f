package org.mmlens.machine;

/// Where things lie in RAM. Offsets are physical addresses; the kernel sees all of RAM from
/// [#PAGE_OFFSET] on.
///
/// ```
/// 0          constants   read only
/// 384 KiB    globals
/// 960 KiB    stack of the one running task
/// 1 MiB      the frame array, one element a frame
/// 2 MiB      more globals, if they are large
/// ...        slab objects
/// ...        page frames to allocate
/// ```
///
/// @param ramBytes size of RAM
/// @param structPageBytes size of an element of the frame array
/// @param slab where the slab area begins
/// @param frames where allocatable page frames begin
public record MemoryMap(long ramBytes, int structPageBytes, long slab, long frames) {

  /// Where the kernel sees physical address 0.
  public static final long PAGE_OFFSET = 0xffff_8880_0000_0000L;

  /// Where the frame array lies: 1 MiB into RAM.
  public static final long VMEMMAP = PAGE_OFFSET + (1 << 20);

  /// Where function addresses begin; nothing can be read there.
  public static final long TEXT = 0xffff_ffff_8100_0000L;

  /// The distance between two function addresses.
  public static final int TEXT_STEP = 16;

  /// log2 of the size of a page frame.
  public static final int PAGE_SHIFT = 12;

  /// The size of a page frame.
  public static final int PAGE_SIZE = 1 << PAGE_SHIFT;

  /// Where writable memory begins: constants lie below.
  public static final int GLOBALS = 384 << 10;

  /// Where the stack begins; it ends at the frame array.
  public static final int STACK = 960 << 10;

  /// Where the stack ends.
  public static final int STACK_END = 1 << 20;

  /// Where the area for large globals begins.
  public static final int OVERFLOW = 2 << 20;

  /// Where the addresses of variables begin that nobody defines; an access ends the run.
  public static final long MISSING = 0xffff_ffff_c000_0000L;

  /// The distance between two of them.
  public static final int MISSING_STEP = 1 << 16;

  /// {@return the map of a machine}
  ///
  /// @param config its sizes
  public static MemoryMap of(MachineConfig config) {
    long pages = (long) config.ramBytes() >>> PAGE_SHIFT;
    if (STACK_END + pages * config.structPageBytes() > OVERFLOW) {
      throw new IllegalArgumentException("RAM too large for its frame array");
    }
    long slab = pageAlign(OVERFLOW + config.ramBytes() / 8);
    long frames = pageAlign(slab + config.ramBytes() / 4);
    return new MemoryMap(config.ramBytes(), config.structPageBytes(), slab, frames);
  }

  private static long pageAlign(long offset) {
    return (offset + PAGE_SIZE - 1) & -PAGE_SIZE;
  }

  /// {@return the first frame that is handed out}
  public int firstFrame() {
    return (int) (frames >>> PAGE_SHIFT);
  }

  /// {@return the number of frames of RAM}
  public int frameCount() {
    return (int) (ramBytes >>> PAGE_SHIFT);
  }

  /// {@return the address of the frame's bytes}
  ///
  /// @param pfn its number
  public static long addressOfFrame(long pfn) {
    return PAGE_OFFSET + (pfn << PAGE_SHIFT);
  }

  /// {@return the number of the frame that holds an address of RAM}
  ///
  /// @param address as the kernel sees it
  public static long frameOfAddress(long address) {
    return (address - PAGE_OFFSET) >>> PAGE_SHIFT;
  }

  /// {@return the address of the frame's element in the frame array}
  ///
  /// @param pfn its number
  public long structPage(long pfn) {
    return VMEMMAP + pfn * structPageBytes;
  }

  /// {@return the number of the frame an element of the frame array describes}
  ///
  /// @param structPage the element's address
  public long frameOfStructPage(long structPage) {
    return Math.floorDiv(structPage - VMEMMAP, structPageBytes);
  }
}
