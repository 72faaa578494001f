package org.mmlens.port;

import org.mmlens.machine.Machine;
import org.mmlens.machine.Ram;

/// Models of `include/linux/percpu_counter.h`.
public final class PercpuCounterHeader {

  private static final String SOURCE = "lib/percpu_counter.c";

  private PercpuCounterHeader() {}

  /// Adds to the count.
  ///
  /// @param m the machine
  /// @param counter a `struct percpu_counter`
  /// @param amount added
  /// @param batch ignored
  @KernelFunction(
      name = "percpu_counter_add_batch",
      prototype =
          "void percpu_counter_add_batch(struct percpu_counter *fbc, s64 amount, s32 batch)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "adds to the count",
      omits = "the parts of each CPU: the sum is kept in one place")
  public static void percpuCounterAddBatch(Machine m, long counter, long amount, long batch) {
    long at = counter + count(m);
    Ram.store64(m, at, Ram.load64(m, at) + amount);
  }

  /// Sets the count.
  ///
  /// @param m the machine
  /// @param counter a `struct percpu_counter`
  /// @param amount the new value
  @KernelFunction(
      name = "percpu_counter_set",
      prototype = "void percpu_counter_set(struct percpu_counter *fbc, s64 amount)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "sets the count",
      omits = "the parts of each CPU: the sum is kept in one place")
  public static void percpuCounterSet(Machine m, long counter, long amount) {
    Ram.store64(m, counter + count(m), amount);
  }

  /// Returns the count.
  ///
  /// @param m the machine
  /// @param counter a `struct percpu_counter`
  /// @return the count
  @KernelFunction(
      name = {"__percpu_counter_sum", "percpu_counter_sum_all"},
      prototype = "s64 __percpu_counter_sum(struct percpu_counter *fbc)",
      source = SOURCE,
      fidelity = Fidelity.EXACT,
      effect = "returns the count")
  public static long percpuCounterSum(Machine m, long counter) {
    return Ram.load64(m, counter + count(m));
  }

  /// Nothing: there is one place.
  ///
  /// @param m the machine
  /// @param counter a `struct percpu_counter`
  @KernelFunction(
      name = "percpu_counter_sync",
      prototype = "void percpu_counter_sync(struct percpu_counter *fbc)",
      source = SOURCE,
      fidelity = Fidelity.EXACT,
      effect = "nothing: there is one place")
  public static void percpuCounterSync(Machine m, long counter) {}

  /// Sets the count.
  ///
  /// @param m the machine
  /// @param counter a `struct percpu_counter`
  /// @param amount the first value
  /// @param gfp ignored
  /// @param key ignored
  /// @return 0
  @KernelFunction(
      name = "__percpu_counter_init",
      prototype =
          "int __percpu_counter_init(struct percpu_counter *fbc, s64 amount, gfp_t gfp, struct"
              + " lock_class_key *key)",
      source = "lib/percpu_counter.c of Linux 6.1",
      fidelity = Fidelity.ABSTRACT,
      effect = "sets the count",
      omits = "the allocation, which never fails; the lock")
  public static long percpuCounterInit(Machine m, long counter, long amount, long gfp, long key) {
    Ram.store64(m, counter + count(m), amount);
    return 0;
  }

  /// Sets the counts.
  ///
  /// @param m the machine
  /// @param counter a `struct percpu_counter`
  /// @param amount the first value
  /// @param gfp ignored
  /// @param many how many counters follow each other
  /// @param key ignored
  /// @return 0
  @KernelFunction(
      name = "__percpu_counter_init_many",
      prototype =
          "int __percpu_counter_init_many(struct percpu_counter *fbc, s64 amount, gfp_t gfp, u32"
              + " nr_counters, struct lock_class_key *key)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "sets the counts",
      omits = "the allocation, which never fails; the lock")
  public static long percpuCounterInitMany(
      Machine m, long counter, long amount, long gfp, long many, long key) {
    long bytes = KernelState.of(m).counterBytes;
    for (long i = 0; i < many; i++) {
      Ram.store64(m, counter + i * bytes + count(m), amount);
    }
    return 0;
  }

  /// Nothing.
  ///
  /// @param m the machine
  /// @param counter a `struct percpu_counter`
  @KernelFunction(
      name = "percpu_counter_destroy",
      prototype = "void percpu_counter_destroy(struct percpu_counter *fbc)",
      source = "lib/percpu_counter.c of Linux 6.1",
      fidelity = Fidelity.ABSTRACT,
      effect = "frees nothing: nothing was allocated",
      omits = "the memory of each CPU")
  public static void percpuCounterDestroy(Machine m, long counter) {}

  /// Nothing.
  ///
  /// @param m the machine
  /// @param counter a `struct percpu_counter`
  /// @param many ignored
  @KernelFunction(
      name = "percpu_counter_destroy_many",
      prototype = "void percpu_counter_destroy_many(struct percpu_counter *fbc, u32 nr_counters)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "frees nothing: nothing was allocated",
      omits = "the memory of each CPU")
  public static void percpuCounterDestroyMany(Machine m, long counter, long many) {}

  private static long count(Machine m) {
    long offset = KernelState.of(m).counterCount;
    if (offset < 0) {
      throw m.bug("struct percpu_counter has no member count");
    }
    return offset;
  }
}
