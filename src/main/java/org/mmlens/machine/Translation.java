package org.mmlens.machine;

/// What the MMU makes of a user address.
public sealed interface Translation {

  /// It reaches a frame.
  ///
  /// @param physical the physical address
  /// @param entry the page-table entry that maps it
  /// @param level of that entry: 1 for a 4 KiB page, 2 for 2 MiB, 3 for 1 GiB
  record Mapped(long physical, long entry, int level) implements Translation {
    /// {@return the number of the frame}
    public long pfn() {
      return physical >>> MemoryMap.PAGE_SHIFT;
    }
  }

  /// An entry on the way is not present.
  ///
  /// @param entry what it holds
  /// @param level of that entry, from 5 or 4 at the top to 1
  record NotPresent(long entry, int level) implements Translation {}

  /// It is mapped, but not for such an access.
  ///
  /// @param entry the entry that forbids it
  /// @param level of that entry
  record Forbidden(long entry, int level) implements Translation {}

  /// The walk itself went wrong: a table lies outside RAM or was freed, or bits are set that must
  /// not be.
  ///
  /// @param why in words
  /// @param entry the entry that led there
  /// @param level of that entry
  record BadTable(String why, long entry, int level) implements Translation {}
}
