package org.mmlens.machine;

/// A piece of memory that was allocated.
///
/// @param name the slab cache, or `page`
/// @param serial counts the allocations of that name, from 1
/// @param order counts all allocations of its allocator, from 1
/// @param address its first byte
/// @param bytes its size
/// @param live whether it has not been freed
public record Allocation(
    String name, int serial, int order, long address, long bytes, boolean live) {
  @Override
  public String toString() {
    return name + "#" + serial;
  }
}
