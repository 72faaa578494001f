package org.mmlens.port;

import org.mmlens.machine.Machine;

/// Models of `include/linux/rcupdate.h` and `include/linux/srcu.h`.
public final class RcupdateHeader {

  private static final String SOURCE = "kernel/rcu/tree.c";

  private RcupdateHeader() {}

  /// Enters a read-side critical section.
  ///
  /// @param m the machine
  @KernelFunction(
      name = {"__rcu_read_lock", "rcu_read_lock"},
      prototype = "void __rcu_read_lock(void)",
      source = "kernel/rcu/tree_plugin.h",
      fidelity = Fidelity.EXACT,
      effect = "enters a read-side critical section")
  public static void rcuReadLock(Machine m) {
    m.rcu().lock();
  }

  /// Leaves a read-side critical section; leaving none is a finding.
  ///
  /// @param m the machine
  @KernelFunction(
      name = {"__rcu_read_unlock", "rcu_read_unlock"},
      prototype = "void __rcu_read_unlock(void)",
      source = "kernel/rcu/tree_plugin.h",
      fidelity = Fidelity.ABSTRACT,
      effect = "leaves a read-side critical section; leaving none is a finding",
      omits = "deferred quiescent states")
  public static void rcuReadUnlock(Machine m) {
    m.rcu().unlock();
  }

  /// Keeps the callback for the end of the grace period.
  ///
  /// @param m the machine
  /// @param head its argument
  /// @param func its address
  @KernelFunction(
      name = {"call_rcu", "call_rcu_hurry"},
      prototype = "void call_rcu(struct rcu_head *head, rcu_callback_t func)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "keeps the callback for the end of the grace period",
      omits = "when a grace period ends: where synchronize_rcu() is called, and after the run")
  public static void callRcu(Machine m, long head, long func) {
    m.effects().record("call_rcu", head, func);
    m.rcu().call(head, func);
  }

  /// Ends a grace period: the callbacks that wait are called.
  ///
  /// @param m the machine
  @KernelFunction(
      name = {"synchronize_rcu", "synchronize_rcu_expedited", "rcu_barrier"},
      prototype = "void synchronize_rcu(void)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "ends a grace period: the callbacks that wait are called",
      omits = "other CPUs")
  public static void synchronizeRcu(Machine m) {
    Sleeping.here(m, "synchronize_rcu");
    m.effects().record("synchronize_rcu");
    m.rcu().runGracePeriod();
  }

  /// Says that RCU watches this CPU.
  ///
  /// @param m the machine
  /// @return 1
  @KernelFunction(
      name = "rcu_is_watching",
      prototype = "bool rcu_is_watching(void)",
      source = SOURCE,
      fidelity = Fidelity.EXACT,
      effect = "says that RCU watches this CPU")
  public static long rcuIsWatching(Machine m) {
    return 1;
  }

  /// Says whether the task is in a read-side critical section.
  ///
  /// @param m the machine
  /// @return whether it is
  @KernelFunction(
      name = {"rcu_read_lock_held", "rcu_read_lock_any_held"},
      prototype = "int rcu_read_lock_held(void)",
      source = "kernel/rcu/update.c",
      fidelity = Fidelity.EXACT,
      effect = "says whether the task is in a read-side critical section")
  public static long rcuReadLockHeld(Machine m) {
    return m.rcu().readers() != 0 ? 1 : 0;
  }

  /// Says that preemption may be off.
  ///
  /// @param m the machine
  /// @return 1
  @KernelFunction(
      name = {"rcu_read_lock_sched_held", "rcu_read_lock_bh_held"},
      prototype = "int rcu_read_lock_sched_held(void)",
      source = "kernel/rcu/update.c",
      fidelity = Fidelity.ABSTRACT,
      effect = "says that preemption may be off",
      omits = "the preemption count")
  public static long rcuReadLockSchedHeld(Machine m) {
    return 1;
  }

  /// Says that RCU usage is checked.
  ///
  /// @param m the machine
  /// @return 1
  @KernelFunction(
      name = "debug_lockdep_rcu_enabled",
      prototype = "int debug_lockdep_rcu_enabled(void)",
      source = "kernel/rcu/update.c",
      fidelity = Fidelity.EXACT,
      effect = "says that RCU usage is checked")
  public static long debugLockdepRcuEnabled(Machine m) {
    return 1;
  }

  /// Nothing.
  ///
  /// @param m the machine
  @KernelFunction(
      name = "rcu_read_unlock_strict",
      prototype = "void rcu_read_unlock_strict(void)",
      source = "kernel/rcu/tree_plugin.h",
      fidelity = Fidelity.ABSTRACT,
      effect = "reports no quiescent state",
      omits = "quiescent states")
  public static void rcuReadUnlockStrict(Machine m) {}

  /// Frees the memory at once if no reader can hold it, else never.
  ///
  /// @param m the machine
  /// @param head ignored
  /// @param pointer the memory
  @KernelFunction(
      name = "kvfree_call_rcu",
      prototype = "void kvfree_call_rcu(struct rcu_head *head, void *ptr)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "frees the memory at once if no reader can hold it, else never",
      omits = "the grace period")
  public static void kvfreeCallRcu(Machine m, long head, long pointer) {
    m.effects().record("kvfree_call_rcu", pointer);
    if (m.rcu().readers() == 0) {
      SlabHeader.kfree(m, pointer);
    }
  }

  /// Enters a sleepable read-side critical section.
  ///
  /// @param m the machine
  /// @param ssp which SRCU
  /// @return 0
  @KernelFunction(
      name = {"__srcu_read_lock", "__srcu_read_lock_nmisafe"},
      prototype = "int __srcu_read_lock(struct srcu_struct *ssp)",
      source = "kernel/rcu/srcutree.c",
      fidelity = Fidelity.ABSTRACT,
      effect = "enters a sleepable read-side critical section",
      omits = "counting the readers")
  public static long srcuReadLock(Machine m, long ssp) {
    return 0;
  }

  /// Leaves a sleepable read-side critical section.
  ///
  /// @param m the machine
  /// @param ssp which SRCU
  /// @param index ignored
  @KernelFunction(
      name = {"__srcu_read_unlock", "__srcu_read_unlock_nmisafe"},
      prototype = "void __srcu_read_unlock(struct srcu_struct *ssp, int idx)",
      source = "kernel/rcu/srcutree.c",
      fidelity = Fidelity.ABSTRACT,
      effect = "leaves a sleepable read-side critical section",
      omits = "counting the readers")
  public static void srcuReadUnlock(Machine m, long ssp, long index) {}

  /// Waits for the readers: there are none.
  ///
  /// @param m the machine
  /// @param ssp which SRCU
  @KernelFunction(
      name = {"synchronize_srcu", "srcu_barrier"},
      prototype = "void synchronize_srcu(struct srcu_struct *ssp)",
      source = "kernel/rcu/srcutree.c",
      fidelity = Fidelity.ABSTRACT,
      effect = "waits for the readers: there are none",
      omits = "counting the readers")
  public static void synchronizeSrcu(Machine m, long ssp) {
    Sleeping.here(m, "synchronize_srcu");
  }

  /// Keeps the callback for the end of the grace period.
  ///
  /// @param m the machine
  /// @param ssp ignored
  /// @param head its argument
  /// @param func its address
  @KernelFunction(
      name = "call_srcu",
      prototype =
          "void call_srcu(struct srcu_struct *ssp, struct rcu_head *rhp, rcu_callback_t func)",
      source = "kernel/rcu/srcutree.c",
      fidelity = Fidelity.ABSTRACT,
      effect = "keeps the callback for the end of the grace period",
      omits = "its own grace period: that of RCU is taken")
  public static void callSrcu(Machine m, long ssp, long head, long func) {
    m.rcu().call(head, func);
  }
}
