package org.mmlens.machine;

/// How a machine is built and how long a run on it may last.
///
/// @param ramBytes physical memory, a multiple of 1 MiB, from 8 to 64 MiB
/// @param structPageBytes the size of one element of the frame array at [MemoryMap#VMEMMAP]
/// @param levels levels of page tables, 4 or 5
/// @param steps function entries and loop iterations allowed in one run
/// @param depth nested calls allowed among functions that can call themselves
/// @param trace whether effects carry the C line they come from
public record MachineConfig(
    int ramBytes, int structPageBytes, int levels, long steps, int depth, Trace trace) {

  private static final int MIB = 1 << 20;

  /// Whether effects carry C positions, which costs time.
  public enum Trace {
    /// They do not.
    OFF,
    /// They do.
    ON
  }

  /// Checks the ranges.
  public MachineConfig {
    if (ramBytes < 8 * MIB || ramBytes > 64 * MIB || ramBytes % MIB != 0) {
      throw new IllegalArgumentException("RAM of " + ramBytes + " bytes");
    }
    if (structPageBytes < 8 || structPageBytes > 256) {
      throw new IllegalArgumentException("struct page of " + structPageBytes + " bytes");
    }
    if (levels != 4 && levels != 5) {
      throw new IllegalArgumentException(levels + " levels of page tables");
    }
  }

  /// {@return 16 MiB, 4 levels, a million steps}
  public static MachineConfig standard() {
    return new MachineConfig(16 * MIB, 64, 4, 1_000_000, 256, Trace.OFF);
  }

  /// {@return the same with another size of RAM}
  ///
  /// @param bytes its size
  public MachineConfig withRam(int bytes) {
    return new MachineConfig(bytes, structPageBytes, levels, steps, depth, trace);
  }

  /// {@return the same with another size of `struct page`}
  ///
  /// @param bytes its size
  public MachineConfig withStructPage(int bytes) {
    return new MachineConfig(ramBytes, bytes, levels, steps, depth, trace);
  }

  /// {@return the same with another number of page-table levels}
  ///
  /// @param count 4 or 5
  public MachineConfig withLevels(int count) {
    return new MachineConfig(ramBytes, structPageBytes, count, steps, depth, trace);
  }

  /// {@return the same with another step budget}
  ///
  /// @param count steps of one run
  public MachineConfig withSteps(long count) {
    return new MachineConfig(ramBytes, structPageBytes, levels, count, depth, trace);
  }

  /// {@return the same with C positions on effects or without}
  ///
  /// @param on whether
  public MachineConfig withTrace(Trace on) {
    return new MachineConfig(ramBytes, structPageBytes, levels, steps, depth, on);
  }
}
