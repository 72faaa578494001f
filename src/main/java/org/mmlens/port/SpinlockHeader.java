package org.mmlens.port;

import org.mmlens.machine.Locks.Mode;
import org.mmlens.machine.Machine;

/// Models of `include/linux/spinlock_api_smp.h` and `include/linux/rwlock_api_smp.h`.
public final class SpinlockHeader {

  private static final String SOURCE = "kernel/locking/spinlock.c";

  private SpinlockHeader() {}

  /// Takes the lock.
  ///
  /// @param m the machine
  /// @param lock a `raw_spinlock_t`
  @KernelFunction(
      name = {"_raw_spin_lock", "_raw_spin_lock_bh", "_raw_spin_lock_irq"},
      prototype = "void _raw_spin_lock(raw_spinlock_t *lock)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "takes the lock",
      omits = "waiting: a lock held by the task itself ends the run; owner and preemption count")
  public static void rawSpinLock(Machine m, long lock) {
    SpinLock.take(m, lock);
  }

  /// Takes the lock.
  ///
  /// @param m the machine
  /// @param lock a `raw_spinlock_t`
  /// @param subclass ignored
  @KernelFunction(
      name = "_raw_spin_lock_nested",
      prototype = "void _raw_spin_lock_nested(raw_spinlock_t *lock, int subclass)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "takes the lock",
      omits = "waiting: a lock held by the task itself ends the run; owner and preemption count")
  public static void rawSpinLockNested(Machine m, long lock, long subclass) {
    SpinLock.take(m, lock);
  }

  /// Takes the lock.
  ///
  /// @param m the machine
  /// @param lock a `raw_spinlock_t`
  /// @param map ignored
  @KernelFunction(
      name = "_raw_spin_lock_nest_lock",
      prototype = "void _raw_spin_lock_nest_lock(raw_spinlock_t *lock, struct lockdep_map *map)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "takes the lock",
      omits = "waiting: a lock held by the task itself ends the run; owner and preemption count")
  public static void rawSpinLockNestLock(Machine m, long lock, long map) {
    SpinLock.take(m, lock);
  }

  /// Takes the lock.
  ///
  /// @param m the machine
  /// @param lock a `raw_spinlock_t`
  /// @return 0: interrupts are not modelled
  @KernelFunction(
      name = "_raw_spin_lock_irqsave",
      prototype = "unsigned long _raw_spin_lock_irqsave(raw_spinlock_t *lock)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "takes the lock",
      omits = "waiting: a lock held by the task itself ends the run; owner and preemption count")
  public static long rawSpinLockIrqsave(Machine m, long lock) {
    SpinLock.take(m, lock);
    return 0;
  }

  /// Takes the lock.
  ///
  /// @param m the machine
  /// @param lock a `raw_spinlock_t`
  /// @param subclass ignored
  /// @return 0: interrupts are not modelled
  @KernelFunction(
      name = "_raw_spin_lock_irqsave_nested",
      prototype = "unsigned long _raw_spin_lock_irqsave_nested(raw_spinlock_t *lock, int subclass)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "takes the lock",
      omits = "waiting: a lock held by the task itself ends the run; owner and preemption count")
  public static long rawSpinLockIrqsaveNested(Machine m, long lock, long subclass) {
    SpinLock.take(m, lock);
    return 0;
  }

  /// Takes the lock if it is free.
  ///
  /// @param m the machine
  /// @param lock a `raw_spinlock_t`
  /// @return whether it was free
  @KernelFunction(
      name = {"_raw_spin_trylock", "_raw_spin_trylock_bh"},
      prototype = "int _raw_spin_trylock(raw_spinlock_t *lock)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "takes the lock if it is free",
      omits = "waiting: a lock held by the task itself ends the run; owner and preemption count")
  public static long rawSpinTrylock(Machine m, long lock) {
    return SpinLock.tryTake(m, lock) ? 1 : 0;
  }

  /// Releases the lock; one that is not held is a finding.
  ///
  /// @param m the machine
  /// @param lock a `raw_spinlock_t`
  @KernelFunction(
      name = {"_raw_spin_unlock", "_raw_spin_unlock_bh", "_raw_spin_unlock_irq"},
      prototype = "void _raw_spin_unlock(raw_spinlock_t *lock)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "releases the lock; one that is not held is a finding",
      omits = "waiting: a lock held by the task itself ends the run; owner and preemption count")
  public static void rawSpinUnlock(Machine m, long lock) {
    SpinLock.drop(m, lock);
  }

  /// Releases the lock; one that is not held is a finding.
  ///
  /// @param m the machine
  /// @param lock a `raw_spinlock_t`
  /// @param flags ignored
  @KernelFunction(
      name = "_raw_spin_unlock_irqrestore",
      prototype = "void _raw_spin_unlock_irqrestore(raw_spinlock_t *lock, unsigned long flags)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "releases the lock; one that is not held is a finding",
      omits = "waiting: a lock held by the task itself ends the run; owner and preemption count")
  public static void rawSpinUnlockIrqrestore(Machine m, long lock, long flags) {
    SpinLock.drop(m, lock);
  }

  /// Makes the lock free.
  ///
  /// @param m the machine
  /// @param lock a `raw_spinlock_t`
  /// @param name ignored
  /// @param key ignored
  /// @param inner ignored
  @KernelFunction(
      name = "__raw_spin_lock_init",
      prototype =
          "void __raw_spin_lock_init(raw_spinlock_t *lock, const char *name, struct lock_class_key"
              + " *key, short inner)",
      source = "kernel/locking/spinlock_debug.c",
      fidelity = Fidelity.ABSTRACT,
      effect = "makes the lock free",
      omits = "the lock class")
  public static void rawSpinLockInit(Machine m, long lock, long name, long key, long inner) {
    SpinLock.init(m, lock);
  }

  /// Takes the lock for reading.
  ///
  /// @param m the machine
  /// @param lock an `rwlock_t`
  @KernelFunction(
      name = {"_raw_read_lock", "_raw_read_lock_bh", "_raw_read_lock_irq"},
      prototype = "void _raw_read_lock(rwlock_t *lock)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "takes the lock for reading",
      omits = "waiting; the word in memory")
  public static void rawReadLock(Machine m, long lock) {
    m.locks().acquire(lock, Mode.READ);
    m.effects().record("read_lock", lock);
  }

  /// Releases the lock.
  ///
  /// @param m the machine
  /// @param lock an `rwlock_t`
  @KernelFunction(
      name = {"_raw_read_unlock", "_raw_read_unlock_bh", "_raw_read_unlock_irq"},
      prototype = "void _raw_read_unlock(rwlock_t *lock)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "releases the lock",
      omits = "the word in memory")
  public static void rawReadUnlock(Machine m, long lock) {
    m.effects().record("read_unlock", lock);
    m.locks().release(lock, Mode.READ);
  }

  /// Takes the lock for reading.
  ///
  /// @param m the machine
  /// @param lock an `rwlock_t`
  /// @return 0: interrupts are not modelled
  @KernelFunction(
      name = "_raw_read_lock_irqsave",
      prototype = "unsigned long _raw_read_lock_irqsave(rwlock_t *lock)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "takes the lock for reading",
      omits = "waiting; the word in memory")
  public static long rawReadLockIrqsave(Machine m, long lock) {
    m.locks().acquire(lock, Mode.READ);
    m.effects().record("read_lock", lock);
    return 0;
  }

  /// Releases the lock.
  ///
  /// @param m the machine
  /// @param lock an `rwlock_t`
  /// @param flags ignored
  @KernelFunction(
      name = "_raw_read_unlock_irqrestore",
      prototype = "void _raw_read_unlock_irqrestore(rwlock_t *lock, unsigned long flags)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "releases the lock",
      omits = "the word in memory")
  public static void rawReadUnlockIrqrestore(Machine m, long lock, long flags) {
    m.effects().record("read_unlock", lock);
    m.locks().release(lock, Mode.READ);
  }

  /// Takes the lock for writing.
  ///
  /// @param m the machine
  /// @param lock an `rwlock_t`
  @KernelFunction(
      name = {"_raw_write_lock", "_raw_write_lock_bh", "_raw_write_lock_irq"},
      prototype = "void _raw_write_lock(rwlock_t *lock)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "takes the lock for writing",
      omits = "waiting; the word in memory")
  public static void rawWriteLock(Machine m, long lock) {
    m.locks().acquire(lock, Mode.WRITE);
    m.effects().record("write_lock", lock);
  }

  /// Releases the lock.
  ///
  /// @param m the machine
  /// @param lock an `rwlock_t`
  @KernelFunction(
      name = {"_raw_write_unlock", "_raw_write_unlock_bh", "_raw_write_unlock_irq"},
      prototype = "void _raw_write_unlock(rwlock_t *lock)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "releases the lock",
      omits = "the word in memory")
  public static void rawWriteUnlock(Machine m, long lock) {
    m.effects().record("write_unlock", lock);
    m.locks().release(lock, Mode.WRITE);
  }

  /// Takes the lock for writing.
  ///
  /// @param m the machine
  /// @param lock an `rwlock_t`
  /// @return 0: interrupts are not modelled
  @KernelFunction(
      name = "_raw_write_lock_irqsave",
      prototype = "unsigned long _raw_write_lock_irqsave(rwlock_t *lock)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "takes the lock for writing",
      omits = "waiting; the word in memory")
  public static long rawWriteLockIrqsave(Machine m, long lock) {
    m.locks().acquire(lock, Mode.WRITE);
    m.effects().record("write_lock", lock);
    return 0;
  }

  /// Releases the lock.
  ///
  /// @param m the machine
  /// @param lock an `rwlock_t`
  /// @param flags ignored
  @KernelFunction(
      name = "_raw_write_unlock_irqrestore",
      prototype = "void _raw_write_unlock_irqrestore(rwlock_t *lock, unsigned long flags)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "releases the lock",
      omits = "the word in memory")
  public static void rawWriteUnlockIrqrestore(Machine m, long lock, long flags) {
    m.effects().record("write_unlock", lock);
    m.locks().release(lock, Mode.WRITE);
  }
}
