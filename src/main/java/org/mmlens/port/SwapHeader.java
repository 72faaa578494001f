package org.mmlens.port;

import org.mmlens.machine.Machine;

/// Models of `include/linux/swap.h` and of what keeps pages on lists.
public final class SwapHeader {

  private static final String SOURCE = "mm/swap.c";

  private SwapHeader() {}

  /// Is recorded as an effect.
  ///
  /// @param m the machine
  @KernelFunction(
      name = "lru_add_drain",
      prototype = "void lru_add_drain(void)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "is recorded as an effect",
      omits = "the per-CPU batches and the LRU lists: nothing is reclaimed")
  public static void lruAddDrain(Machine m) {
    m.effects().record("lru_add_drain");
  }

  /// Nothing: pages do not age.
  ///
  /// @param m the machine
  /// @param folio ignored
  @KernelFunction(
      name = {"folio_mark_accessed", "mark_page_accessed"},
      prototype = "void folio_mark_accessed(struct folio *folio)",
      source = SOURCE,
      fidelity = Fidelity.STUB,
      effect = "nothing: pages do not age")
  public static void folioMarkAccessed(Machine m, long folio) {}

  /// Is recorded as an effect.
  ///
  /// @param m the machine
  /// @param folio which
  @KernelFunction(
      name = "folio_add_lru",
      prototype = "void folio_add_lru(struct folio *folio)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "is recorded as an effect",
      omits = "the per-CPU batches and the LRU lists: nothing is reclaimed")
  public static void folioAddLru(Machine m, long folio) {
    m.effects().record("folio_add_lru", folio);
  }

  /// Is recorded as an effect.
  ///
  /// @param m the machine
  /// @param folio which
  /// @param vma whose
  @KernelFunction(
      name = {"folio_add_lru_vma", "lru_cache_add_inactive_or_unevictable"},
      prototype = "void folio_add_lru_vma(struct folio *folio, struct vm_area_struct *vma)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "is recorded as an effect",
      omits = "the per-CPU batches and the LRU lists: nothing is reclaimed")
  public static void folioAddLruVma(Machine m, long folio, long vma) {
    m.effects().record("folio_add_lru", folio);
  }

  /// Is recorded as an effect.
  ///
  /// @param m the machine
  /// @param folio which
  /// @return 1
  @KernelFunction(
      name = {"folio_mark_dirty", "set_page_dirty"},
      prototype = "bool folio_mark_dirty(struct folio *folio)",
      source = "mm/page-writeback.c",
      fidelity = Fidelity.ABSTRACT,
      effect = "is recorded as an effect",
      omits = "the dirty flag: nothing is written back")
  public static long folioMarkDirty(Machine m, long folio) {
    m.effects().record("folio_mark_dirty", folio);
    return 1;
  }

  /// Is recorded as an effect.
  ///
  /// @param m the machine
  /// @param folio which
  @KernelFunction(
      name = "mlock_folio",
      prototype = "void mlock_folio(struct folio *folio)",
      source = "mm/mlock.c",
      fidelity = Fidelity.ABSTRACT,
      effect = "is recorded as an effect",
      omits = "the per-CPU batches and the LRU lists: nothing is reclaimed")
  public static void mlockFolio(Machine m, long folio) {
    m.effects().record("mlock_folio", folio);
  }

  /// Is recorded as an effect.
  ///
  /// @param m the machine
  /// @param folio which
  @KernelFunction(
      name = {"munlock_folio", "munlock_page"},
      prototype = "void munlock_folio(struct folio *folio)",
      source = "mm/mlock.c",
      fidelity = Fidelity.ABSTRACT,
      effect = "is recorded as an effect",
      omits = "the per-CPU batches and the LRU lists: nothing is reclaimed")
  public static void munlockFolio(Machine m, long folio) {
    m.effects().record("munlock_folio", folio);
  }
}
