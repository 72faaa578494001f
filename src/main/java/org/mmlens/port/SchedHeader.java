package org.mmlens.port;

import org.mmlens.machine.Machine;

/// Models of `include/linux/sched.h`, `include/linux/kernel.h` and `include/linux/wait.h`.
public final class SchedHeader {

  private SchedHeader() {}

  /// May sleep: a spinlock held here is a finding.
  ///
  /// @param m the machine
  /// @return 0
  @KernelFunction(
      name = {"__cond_resched", "_cond_resched"},
      prototype = "int __cond_resched(void)",
      source = "kernel/sched/core.c",
      fidelity = Fidelity.ABSTRACT,
      effect = "may sleep: a spinlock held here is a finding",
      omits = "other tasks: none is there to be run")
  public static long condResched(Machine m) {
    Sleeping.here(m, "cond_resched");
    return 0;
  }

  /// May sleep: a spinlock held here is a finding.
  ///
  /// @param m the machine
  /// @param file ignored
  /// @param line ignored
  @KernelFunction(
      name = "__might_sleep",
      prototype = "void __might_sleep(const char *file, int line)",
      source = "kernel/sched/core.c",
      fidelity = Fidelity.EXACT,
      effect = "may sleep: a spinlock held here is a finding")
  public static void mightSleep(Machine m, long file, long line) {
    Sleeping.here(m, "might_sleep");
  }

  /// May sleep: a spinlock held here is a finding.
  ///
  /// @param m the machine
  /// @param file ignored
  /// @param line ignored
  /// @param offsets ignored
  @KernelFunction(
      name = "__might_resched",
      prototype = "void __might_resched(const char *file, int line, unsigned int offsets)",
      source = "kernel/sched/core.c",
      fidelity = Fidelity.ABSTRACT,
      effect = "may sleep: a spinlock held here is a finding",
      omits = "locks that the caller says it drops")
  public static void mightResched(Machine m, long file, long line, long offsets) {
    Sleeping.here(m, "might_resched");
  }

  /// May sleep: a spinlock held here is a finding.
  ///
  /// @param m the machine
  /// @param file ignored
  /// @param line ignored
  @KernelFunction(
      name = {"__might_fault", "might_fault"},
      prototype = "void __might_fault(const char *file, int line)",
      source = "mm/memory.c",
      fidelity = Fidelity.ABSTRACT,
      effect = "may sleep: a spinlock held here is a finding",
      omits = "pagefault_disable()")
  public static void mightFault(Machine m, long file, long line) {
    Sleeping.here(m, "might_fault");
  }

  /// Nothing: nobody waits.
  ///
  /// @param m the machine
  /// @param head ignored
  /// @param mode ignored
  /// @param count ignored
  /// @param key ignored
  /// @return 0
  @KernelFunction(
      name = "__wake_up",
      prototype =
          "int __wake_up(struct wait_queue_head *wq_head, unsigned int mode, int nr, void *key)",
      source = "kernel/sched/wait.c",
      fidelity = Fidelity.ABSTRACT,
      effect = "wakes nobody: nobody waits",
      omits = "wait queues")
  public static long wakeUp(Machine m, long head, long mode, long count, long key) {
    return 0;
  }

  /// Nothing: nobody waits.
  ///
  /// @param m the machine
  /// @param head ignored
  /// @param name ignored
  /// @param key ignored
  @KernelFunction(
      name = "__init_waitqueue_head",
      prototype =
          "void __init_waitqueue_head(struct wait_queue_head *wq_head, const char *name, struct"
              + " lock_class_key *key)",
      source = "kernel/sched/wait.c",
      fidelity = Fidelity.ABSTRACT,
      effect = "keeps nothing: nobody waits",
      omits = "wait queues")
  public static void initWaitqueueHead(Machine m, long head, long name, long key) {}

  /// Calls the function on all other CPUs: there are none.
  ///
  /// @param m the machine
  /// @param func ignored
  /// @param info ignored
  /// @param wait ignored
  @KernelFunction(
      name = "smp_call_function",
      prototype = "void smp_call_function(smp_call_func_t func, void *info, int wait)",
      source = "kernel/smp.c",
      fidelity = Fidelity.EXACT,
      effect = "calls the function on all other CPUs: there are none")
  public static void smpCallFunction(Machine m, long func, long info, long wait) {}

  /// Converts ticks of CONFIG_HZ=250 to milliseconds.
  ///
  /// @param m the machine
  /// @param jiffies ticks
  /// @return milliseconds
  @KernelFunction(
      name = "jiffies_to_msecs",
      prototype = "unsigned int jiffies_to_msecs(const unsigned long j)",
      source = "kernel/time/time.c",
      fidelity = Fidelity.EXACT,
      effect = "converts ticks of CONFIG_HZ=250 to milliseconds")
  public static long jiffiesToMsecs(Machine m, long jiffies) {
    return jiffies * 4;
  }

  /// Nothing: there are no namespaces.
  ///
  /// @param m the machine
  /// @return 0
  @KernelFunction(
      name = "nsproxy_cache_init",
      prototype = "int nsproxy_cache_init(void)",
      source = "kernel/nsproxy.c",
      fidelity = Fidelity.ABSTRACT,
      effect = "makes no cache",
      omits = "namespaces")
  public static long nsproxyCacheInit(Machine m) {
    return 0;
  }
}
