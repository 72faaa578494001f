package org.mmlens.machine;

/// The meaning of a shadow byte; every byte of RAM has one.
///
/// Zero means addressable and initialised. Bit 0: no access. Bit 1: never written. Bit 2: no store.
/// The rest says why there is no access, or what kind of memory was never written.
final class Shadow {

  static final byte CLEAN = 0;
  static final int NO_ACCESS = 1;
  static final int UNINITIALISED = 2;
  static final int READ_ONLY = 4;

  private static final int REASON = 3;

  static final byte UNALLOCATED = NO_ACCESS;
  static final byte GLOBAL_REDZONE = (byte) (1 << REASON | NO_ACCESS);
  static final byte STACK_DEAD = (byte) (2 << REASON | NO_ACCESS);
  static final byte SLAB_REDZONE = (byte) (3 << REASON | NO_ACCESS);
  static final byte SLAB_FREED = (byte) (4 << REASON | NO_ACCESS);
  static final byte PAGE_FREED = (byte) (5 << REASON | NO_ACCESS);
  static final byte STACK_UNINITIALISED = (byte) (2 << REASON | UNINITIALISED);
  static final byte SLAB_UNINITIALISED = (byte) (3 << REASON | UNINITIALISED);
  static final byte PAGE_UNINITIALISED = (byte) (5 << REASON | UNINITIALISED);
  static final byte CONSTANT = READ_ONLY;

  /// [#NO_ACCESS] in each of 8 bytes.
  static final long NO_ACCESS_8 = 0x0101_0101_0101_0101L;

  /// [#UNINITIALISED] in each of 8 bytes.
  static final long UNINITIALISED_8 = 0x0202_0202_0202_0202L;

  private Shadow() {}

  /// {@return what an access to a byte with that shadow is}
  ///
  /// @param shadow a shadow byte with [#NO_ACCESS]
  static MemoryFault fault(byte shadow) {
    return switch (shadow >>> REASON) {
      case 1 -> MemoryFault.GLOBAL_OUT_OF_BOUNDS;
      case 2 -> MemoryFault.STACK_OUT_OF_BOUNDS;
      case 3 -> MemoryFault.SLAB_OUT_OF_BOUNDS;
      case 4 -> MemoryFault.USE_AFTER_FREE;
      case 5 -> MemoryFault.PAGE_USE_AFTER_FREE;
      default -> MemoryFault.UNALLOCATED;
    };
  }

  /// {@return the kind of memory that was never written}
  ///
  /// @param shadow a shadow byte with [#UNINITIALISED]
  static String kind(byte shadow) {
    return switch (shadow >>> REASON) {
      case 2 -> "stack";
      case 3 -> "slab";
      case 5 -> "page";
      default -> "memory";
    };
  }

  /// Writes the shadow of a machine in which nothing was placed or allocated yet.
  static void lay(byte[] shadow, MemoryMap map) {
    int frameArray = map.frameCount() * map.structPageBytes();
    Fill.bytes(shadow, 0, MemoryMap.STACK, GLOBAL_REDZONE);
    Fill.bytes(shadow, MemoryMap.STACK, MemoryMap.STACK_END, STACK_DEAD);
    Fill.bytes(shadow, MemoryMap.STACK_END + frameArray, MemoryMap.OVERFLOW, UNALLOCATED);
    Fill.bytes(shadow, MemoryMap.OVERFLOW, (int) map.slab(), GLOBAL_REDZONE);
    Fill.bytes(shadow, (int) map.slab(), (int) map.frames(), SLAB_REDZONE);
    Fill.bytes(shadow, (int) map.frames(), shadow.length, UNALLOCATED);
  }
}
