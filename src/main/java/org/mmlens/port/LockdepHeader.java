package org.mmlens.port;

import org.mmlens.machine.Event;
import org.mmlens.machine.Machine;
import org.mmlens.machine.Ram;

/// Models of `include/linux/lockdep.h`.
public final class LockdepHeader {

  private static final String SOURCE = "kernel/locking/lockdep.c";

  private LockdepHeader() {}

  /// Nothing: the models of the locks keep what is held.
  ///
  /// @param m the machine
  /// @param map ignored
  /// @param subclass ignored
  /// @param trylock ignored
  /// @param read ignored
  /// @param check ignored
  /// @param nest ignored
  /// @param ip ignored
  @KernelFunction(
      name = "lock_acquire",
      prototype =
          "void lock_acquire(struct lockdep_map *lock, unsigned int subclass, int trylock, int"
              + " read, int check, struct lockdep_map *nest_lock, unsigned long ip)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "keeps nothing: the models of the locks know what is held",
      omits = "lock classes, and the orders in which locks are taken")
  public static void lockAcquire(
      Machine m,
      long map,
      long subclass,
      long trylock,
      long read,
      long check,
      long nest,
      long ip) {}

  /// Nothing: the models of the locks keep what is held.
  ///
  /// @param m the machine
  /// @param map ignored
  /// @param ip ignored
  @KernelFunction(
      name = "lock_release",
      prototype = "void lock_release(struct lockdep_map *lock, unsigned long ip)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "keeps nothing: the models of the locks know what is held",
      omits = "lock classes")
  public static void lockRelease(Machine m, long map, long ip) {}

  /// Says whether the spinlock, semaphore or mutex around the map is held.
  ///
  /// @param m the machine
  /// @param map a member of a lock
  /// @param read 1 for reading, 0 for writing, -1 for any
  /// @return whether it is
  @KernelFunction(
      name = "lock_is_held_type",
      prototype = "int lock_is_held_type(const struct lockdep_map *lock, int read)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "says whether the spinlock, semaphore or mutex around the map is held",
      omits = "maps that are not part of such a lock count as not held")
  public static long lockIsHeldType(Machine m, long map, long read) {
    return LockMap.held(m, map, (int) read) ? 1 : 0;
  }

  /// Nothing.
  ///
  /// @param m the machine
  /// @param map ignored
  /// @param name ignored
  /// @param key ignored
  /// @param subclass ignored
  /// @param inner ignored
  /// @param outer ignored
  /// @param type ignored
  @KernelFunction(
      name = "lockdep_init_map_type",
      prototype =
          "void lockdep_init_map_type(struct lockdep_map *lock, const char *name, struct"
              + " lock_class_key *key, int subclass, u8 inner, u8 outer, u8 lock_type)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "keeps nothing: the models of the locks know what is held",
      omits = "lock classes")
  public static void lockdepInitMapType(
      Machine m, long map, long name, long key, long subclass, long inner, long outer, long type) {}

  /// Nothing.
  ///
  /// @param m the machine
  /// @param map ignored
  /// @param name ignored
  /// @param key ignored
  /// @param subclass ignored
  /// @param ip ignored
  @KernelFunction(
      name = "lock_set_class",
      prototype =
          "void lock_set_class(struct lockdep_map *lock, const char *name, struct lock_class_key"
              + " *key, unsigned int subclass, unsigned long ip)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "keeps nothing: the models of the locks know what is held",
      omits = "lock classes")
  public static void lockSetClass(
      Machine m, long map, long name, long key, long subclass, long ip) {}

  /// Records suspicious use of RCU.
  ///
  /// @param m the machine
  /// @param file ignored
  /// @param line ignored
  /// @param what the text
  @KernelFunction(
      name = "lockdep_rcu_suspicious",
      prototype = "void lockdep_rcu_suspicious(const char *file, const int line, const char *s)",
      source = SOURCE,
      fidelity = Fidelity.EXACT,
      effect = "records suspicious use of RCU")
  public static void lockdepRcuSuspicious(Machine m, long file, long line, long what) {
    m.events().record(Event.Kind.RCU, "suspicious RCU usage: " + Ram.string(m, what));
  }

  /// Nothing.
  ///
  /// @param m the machine
  /// @param from ignored
  /// @param length ignored
  @KernelFunction(
      name = "debug_check_no_locks_freed",
      prototype = "void debug_check_no_locks_freed(const void *mem_from, unsigned long mem_len)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "keeps nothing",
      omits = "the search for held locks in the memory")
  public static void debugCheckNoLocksFreed(Machine m, long from, long length) {}
}
