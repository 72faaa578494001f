package org.mmlens.port;

import org.mmlens.machine.Event;
import org.mmlens.machine.Locks.Mode;
import org.mmlens.machine.Machine;

/// Models of `include/linux/rwsem.h`.
public final class RwsemHeader {

  private static final String SOURCE = "kernel/locking/rwsem.c";

  private RwsemHeader() {}

  /// Takes the semaphore for reading.
  ///
  /// @param m the machine
  /// @param sem a `struct rw_semaphore`
  @KernelFunction(
      name = {"down_read", "down_read_non_owner"},
      prototype = "void down_read(struct rw_semaphore *sem)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "takes the semaphore for reading",
      omits = "waiting: a lock held by the task itself ends the run; owner, spinning")
  public static void downRead(Machine m, long sem) {
    Semaphore.take(m, sem, Mode.READ);
  }

  /// Takes the semaphore for reading.
  ///
  /// @param m the machine
  /// @param sem a `struct rw_semaphore`
  /// @param subclass ignored
  @KernelFunction(
      name = "down_read_nested",
      prototype = "void down_read_nested(struct rw_semaphore *sem, int subclass)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "takes the semaphore for reading",
      omits = "waiting: a lock held by the task itself ends the run; owner, spinning")
  public static void downReadNested(Machine m, long sem, long subclass) {
    Semaphore.take(m, sem, Mode.READ);
  }

  /// Takes the semaphore for reading, unless the fault plan sends a signal.
  ///
  /// @param m the machine
  /// @param sem a `struct rw_semaphore`
  /// @return 0, or -EINTR where the fault plan sends a signal
  @KernelFunction(
      name = {"down_read_killable", "down_read_interruptible"},
      prototype = "int down_read_killable(struct rw_semaphore *sem)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "takes the semaphore for reading, unless the fault plan sends a signal",
      omits = "waiting: a lock held by the task itself ends the run; owner, spinning")
  public static long downReadKillable(Machine m, long sem) {
    return Semaphore.takeUnlessInterrupted(m, sem, Mode.READ);
  }

  /// Takes the semaphore for reading, unless the fault plan sends a signal.
  ///
  /// @param m the machine
  /// @param sem a `struct rw_semaphore`
  /// @param subclass ignored
  /// @return 0, or -EINTR where the fault plan sends a signal
  @KernelFunction(
      name = "down_read_killable_nested",
      prototype = "int down_read_killable_nested(struct rw_semaphore *sem, int subclass)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "takes the semaphore for reading, unless the fault plan sends a signal",
      omits = "waiting: a lock held by the task itself ends the run; owner, spinning")
  public static long downReadKillableNested(Machine m, long sem, long subclass) {
    return Semaphore.takeUnlessInterrupted(m, sem, Mode.READ);
  }

  /// Takes the semaphore for reading if it can be had.
  ///
  /// @param m the machine
  /// @param sem a `struct rw_semaphore`
  /// @return whether it could be had
  @KernelFunction(
      name = "down_read_trylock",
      prototype = "int down_read_trylock(struct rw_semaphore *sem)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "takes the semaphore for reading if it can be had",
      omits = "waiting: a lock held by the task itself ends the run; owner, spinning")
  public static long downReadTrylock(Machine m, long sem) {
    return Semaphore.tryTake(m, sem, Mode.READ) ? 1 : 0;
  }

  /// Releases the semaphore; one that is not held so is a finding.
  ///
  /// @param m the machine
  /// @param sem a `struct rw_semaphore`
  @KernelFunction(
      name = {"up_read", "up_read_non_owner"},
      prototype = "void up_read(struct rw_semaphore *sem)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "releases the semaphore; one that is not held so is a finding",
      omits = "waking those who wait")
  public static void upRead(Machine m, long sem) {
    Semaphore.drop(m, sem, Mode.READ);
  }

  /// Takes the semaphore for writing.
  ///
  /// @param m the machine
  /// @param sem a `struct rw_semaphore`
  @KernelFunction(
      name = "down_write",
      prototype = "void down_write(struct rw_semaphore *sem)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "takes the semaphore for writing",
      omits = "waiting: a lock held by the task itself ends the run; owner, spinning")
  public static void downWrite(Machine m, long sem) {
    Semaphore.take(m, sem, Mode.WRITE);
  }

  /// Takes the semaphore for writing.
  ///
  /// @param m the machine
  /// @param sem a `struct rw_semaphore`
  /// @param subclass ignored
  @KernelFunction(
      name = "down_write_nested",
      prototype = "void down_write_nested(struct rw_semaphore *sem, int subclass)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "takes the semaphore for writing",
      omits = "waiting: a lock held by the task itself ends the run; owner, spinning")
  public static void downWriteNested(Machine m, long sem, long subclass) {
    Semaphore.take(m, sem, Mode.WRITE);
  }

  /// Takes the semaphore for writing, unless the fault plan sends a signal.
  ///
  /// @param m the machine
  /// @param sem a `struct rw_semaphore`
  /// @return 0, or -EINTR where the fault plan sends a signal
  @KernelFunction(
      name = "down_write_killable",
      prototype = "int down_write_killable(struct rw_semaphore *sem)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "takes the semaphore for writing, unless the fault plan sends a signal",
      omits = "waiting: a lock held by the task itself ends the run; owner, spinning")
  public static long downWriteKillable(Machine m, long sem) {
    return Semaphore.takeUnlessInterrupted(m, sem, Mode.WRITE);
  }

  /// Takes the semaphore for writing, unless the fault plan sends a signal.
  ///
  /// @param m the machine
  /// @param sem a `struct rw_semaphore`
  /// @param subclass ignored
  /// @return 0, or -EINTR where the fault plan sends a signal
  @KernelFunction(
      name = "down_write_killable_nested",
      prototype = "int down_write_killable_nested(struct rw_semaphore *sem, int subclass)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "takes the semaphore for writing, unless the fault plan sends a signal",
      omits = "waiting: a lock held by the task itself ends the run; owner, spinning")
  public static long downWriteKillableNested(Machine m, long sem, long subclass) {
    return Semaphore.takeUnlessInterrupted(m, sem, Mode.WRITE);
  }

  /// Takes the semaphore for writing if it can be had.
  ///
  /// @param m the machine
  /// @param sem a `struct rw_semaphore`
  /// @return whether it could be had
  @KernelFunction(
      name = "down_write_trylock",
      prototype = "int down_write_trylock(struct rw_semaphore *sem)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "takes the semaphore for writing if it can be had",
      omits = "waiting: a lock held by the task itself ends the run; owner, spinning")
  public static long downWriteTrylock(Machine m, long sem) {
    return Semaphore.tryTake(m, sem, Mode.WRITE) ? 1 : 0;
  }

  /// Releases the semaphore; one that is not held so is a finding.
  ///
  /// @param m the machine
  /// @param sem a `struct rw_semaphore`
  @KernelFunction(
      name = "up_write",
      prototype = "void up_write(struct rw_semaphore *sem)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "releases the semaphore; one that is not held so is a finding",
      omits = "waking those who wait")
  public static void upWrite(Machine m, long sem) {
    Semaphore.drop(m, sem, Mode.WRITE);
  }

  /// Takes the semaphore for writing.
  ///
  /// @param m the machine
  /// @param sem a `struct rw_semaphore`
  /// @param nest ignored
  @KernelFunction(
      name = "_down_write_nest_lock",
      prototype = "void _down_write_nest_lock(struct rw_semaphore *sem, struct lockdep_map *nest)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "takes the semaphore for writing",
      omits = "waiting: a lock held by the task itself ends the run; owner, spinning")
  public static void downWriteNestLock(Machine m, long sem, long nest) {
    Semaphore.take(m, sem, Mode.WRITE);
  }

  /// Turns writing into reading; one that is not held for writing is a finding.
  ///
  /// @param m the machine
  /// @param sem a `struct rw_semaphore`
  @KernelFunction(
      name = "downgrade_write",
      prototype = "void downgrade_write(struct rw_semaphore *sem)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "turns writing into reading; one that is not held for writing is a finding",
      omits = "waking those who wait")
  public static void downgradeWrite(Machine m, long sem) {
    Semaphore.downgrade(m, sem);
  }

  /// Makes the semaphore free.
  ///
  /// @param m the machine
  /// @param sem a `struct rw_semaphore`
  /// @param name ignored
  /// @param key ignored
  @KernelFunction(
      name = "__init_rwsem",
      prototype =
          "void __init_rwsem(struct rw_semaphore *sem, const char *name, struct lock_class_key"
              + " *key)",
      source = SOURCE,
      fidelity = Fidelity.ABSTRACT,
      effect = "makes the semaphore free",
      omits = "the lock class")
  public static void initRwsem(Machine m, long sem, long name, long key) {
    Semaphore.init(m, sem);
  }

  /// Warns unless the semaphore is held.
  ///
  /// @param m the machine
  /// @param sem a `struct rw_semaphore`
  @KernelFunction(
      name = "rwsem_assert_held",
      prototype = "void rwsem_assert_held(const struct rw_semaphore *sem)",
      source = "include/linux/rwsem.h",
      fidelity = Fidelity.EXACT,
      effect = "warns unless the semaphore is held")
  public static void rwsemAssertHeld(Machine m, long sem) {
    if (!m.locks().held(sem)) {
      m.events().record(Event.Kind.WARN, "rwsem not held");
    }
  }

  /// Warns unless the semaphore is held for writing.
  ///
  /// @param m the machine
  /// @param sem a `struct rw_semaphore`
  @KernelFunction(
      name = "rwsem_assert_held_write",
      prototype = "void rwsem_assert_held_write(const struct rw_semaphore *sem)",
      source = "include/linux/rwsem.h",
      fidelity = Fidelity.EXACT,
      effect = "warns unless the semaphore is held for writing")
  public static void rwsemAssertHeldWrite(Machine m, long sem) {
    if (!m.locks().held(sem, Mode.WRITE)) {
      m.events().record(Event.Kind.WARN, "rwsem not held for writing");
    }
  }
}
