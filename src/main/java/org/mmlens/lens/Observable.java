package org.mmlens.lens;

/// What is compared after each run, in the order in which a reader wants to hear of differences.
public enum Observable {
  /// The return value, or how else the run ended: BUG, oops, memory error, deadlock.
  RESULT("return value"),
  /// The VMAs: as the maple tree holds them and as their own fields say.
  VMAS("VMA list"),
  /// What every user address of the old and new range translates to, by walk and through the TLB.
  TRANSLATION("address translation"),
  /// Page-table pages and frames: allocated, freed, leaked, freed twice, freed while mapped.
  TABLES("page-table pages"),
  /// Counters: `total_vm`, `pgtables_bytes`, RSS, reference counts; and whatever else the run
  /// stored in memory that outlives it.
  ACCOUNTING("accounting"),
  /// Locks held at return, lock misuse, sequence counters.
  LOCKS("locks"),
  /// Memory errors: out of bounds, use after free, uninitialised reads, leaks.
  MEMORY("memory errors"),
  /// WARNs and the ordered log of effects: TLB flushes, notifiers, LRU drains.
  EFFECTS("effects");

  private final String title;

  Observable(String title) {
    this.title = title;
  }

  /// {@return the name readers see, lower case}
  public String title() {
    return title;
  }

  /// {@return the id in JSON and in `[[expected]]`, e.g. `vmas`}
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
