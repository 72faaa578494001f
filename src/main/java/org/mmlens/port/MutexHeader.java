package org.mmlens.port;

import org.mmlens.machine.Locks.Mode;
import org.mmlens.machine.Machine;

/// Models of `include/linux/mutex.h`.
public final class MutexHeader {

  private static final String SOURCE = "kernel/locking/mutex.c";
  private static final long INTERRUPTED = -4;

  private MutexHeader() {}

  /// Takes the mutex.
  ///
  /// @param m the machine
  /// @param lock a `struct mutex`
  @KernelFunction(
      name = {"mutex_lock", "mutex_lock_io"},
      prototype = "void mutex_lock(struct mutex *lock)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "takes the mutex",
      omits = "waiting: a lock held by the task itself ends the run; the owner in memory")
  public static void mutexLock(Machine m, long lock) {
    Sleeping.here(m, "mutex_lock");
    m.locks().acquire(lock, Mode.MUTEX);
    m.effects().record("mutex_lock", lock);
  }

  /// Takes the mutex.
  ///
  /// @param m the machine
  /// @param lock a `struct mutex`
  /// @param subclass ignored
  @KernelFunction(
      name = "mutex_lock_nested",
      prototype = "void mutex_lock_nested(struct mutex *lock, unsigned int subclass)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "takes the mutex",
      omits = "waiting: a lock held by the task itself ends the run; the owner in memory")
  public static void mutexLockNested(Machine m, long lock, long subclass) {
    mutexLock(m, lock);
  }

  /// Takes the mutex.
  ///
  /// @param m the machine
  /// @param lock a `struct mutex`
  /// @param nest ignored
  @KernelFunction(
      name = "_mutex_lock_nest_lock",
      prototype = "void _mutex_lock_nest_lock(struct mutex *lock, struct lockdep_map *nest_lock)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "takes the mutex",
      omits = "waiting: a lock held by the task itself ends the run; the owner in memory")
  public static void mutexLockNestLock(Machine m, long lock, long nest) {
    mutexLock(m, lock);
  }

  /// Takes the mutex, unless the fault plan sends a signal.
  ///
  /// @param m the machine
  /// @param lock a `struct mutex`
  /// @return 0, or -EINTR where the fault plan sends a signal
  @KernelFunction(
      name = {"mutex_lock_killable", "mutex_lock_interruptible"},
      prototype = "int mutex_lock_killable(struct mutex *lock)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "takes the mutex, unless the fault plan sends a signal",
      omits = "waiting: a lock held by the task itself ends the run; the owner in memory")
  public static long mutexLockKillable(Machine m, long lock) {
    if (m.faults().interrupt()) {
      return INTERRUPTED;
    }
    mutexLock(m, lock);
    return 0;
  }

  /// Takes the mutex, unless the fault plan sends a signal.
  ///
  /// @param m the machine
  /// @param lock a `struct mutex`
  /// @param subclass ignored
  /// @return 0, or -EINTR where the fault plan sends a signal
  @KernelFunction(
      name = {"mutex_lock_killable_nested", "mutex_lock_interruptible_nested"},
      prototype = "int mutex_lock_killable_nested(struct mutex *lock, unsigned int subclass)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "takes the mutex, unless the fault plan sends a signal",
      omits = "waiting: a lock held by the task itself ends the run; the owner in memory")
  public static long mutexLockKillableNested(Machine m, long lock, long subclass) {
    if (m.faults().interrupt()) {
      return INTERRUPTED;
    }
    mutexLock(m, lock);
    return 0;
  }

  /// Takes the mutex if it is free.
  ///
  /// @param m the machine
  /// @param lock a `struct mutex`
  /// @return whether it was free
  @KernelFunction(
      name = "mutex_trylock",
      prototype = "int mutex_trylock(struct mutex *lock)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "takes the mutex if it is free",
      omits = "waiting: a lock held by the task itself ends the run; the owner in memory")
  public static long mutexTrylock(Machine m, long lock) {
    if (!m.locks().tryAcquire(lock, Mode.MUTEX)) {
      return 0;
    }
    m.effects().record("mutex_lock", lock);
    return 1;
  }

  /// Releases the mutex; one that is not held is a finding.
  ///
  /// @param m the machine
  /// @param lock a `struct mutex`
  @KernelFunction(
      name = "mutex_unlock",
      prototype = "void mutex_unlock(struct mutex *lock)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "releases the mutex; one that is not held is a finding",
      omits = "waking those who wait")
  public static void mutexUnlock(Machine m, long lock) {
    m.effects().record("mutex_unlock", lock);
    m.locks().release(lock, Mode.MUTEX);
  }

  /// Says whether the mutex is held.
  ///
  /// @param m the machine
  /// @param lock a `struct mutex`
  /// @return whether it is held
  @KernelFunction(
      name = "mutex_is_locked",
      prototype = "bool mutex_is_locked(struct mutex *lock)",
      source = SOURCE,
      fidelity = Fidelity.EXACT,
      effect = "says whether the mutex is held")
  public static long mutexIsLocked(Machine m, long lock) {
    return m.locks().held(lock) ? 1 : 0;
  }

  /// Nothing: a mutex is found by its address.
  ///
  /// @param m the machine
  /// @param lock a `struct mutex`
  /// @param name ignored
  /// @param key ignored
  @KernelFunction(
      name = "__mutex_init",
      prototype =
          "void __mutex_init(struct mutex *lock, const char *name, struct lock_class_key *key)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "keeps nothing: a mutex is found by its address",
      omits = "the lock class")
  public static void mutexInit(Machine m, long lock, long name, long key) {}
}
