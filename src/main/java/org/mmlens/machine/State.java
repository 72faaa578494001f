package org.mmlens.machine;

/// What the parts of a machine keep beside RAM and the logs, at one moment.
///
/// @param pages the page allocator
/// @param slab the slab allocator
/// @param locks the locks held
/// @param rcu read-copy-update
/// @param mmu what is cached of page tables
/// @param faults the fault plan
/// @param stackPointer the lowest address of the stack in use
record State(
    Pages.State pages,
    Slab.State slab,
    Locks.State locks,
    Rcu.State rcu,
    Mmu.State mmu,
    Faults.State faults,
    long stackPointer) {

  static State of(Machine m) {
    return new State(
        m.pages().save(),
        m.slab().save(),
        m.locks().save(),
        m.rcu().save(),
        m.mmu().save(),
        m.faults().save(),
        m.stackPointer);
  }

  void restore(Machine m) {
    m.pages().restore(pages);
    m.slab().restore(slab);
    m.locks().restore(locks);
    m.rcu().restore(rcu);
    m.mmu().restore(mmu);
    m.faults().restore(faults);
    m.stackPointer = stackPointer;
  }

  /// {@return roughly how much memory it takes}
  int weight() {
    return 6 * pages.state().length + 24 * slab.objects().at().length + 1024;
  }

  /// Takes in what the parts of a machine hold at present.
  static void imprint(Machine m, Imprint.Builder to) {
    m.pages().imprint(to);
    m.slab().imprint(to);
    m.locks().imprint(to);
    m.rcu().imprint(to);
    m.mmu().imprint(to);
    to.next(m.stackPointer);
  }
}
