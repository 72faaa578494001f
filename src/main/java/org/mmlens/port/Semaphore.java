package org.mmlens.port;

import org.mmlens.machine.Locks.Mode;
import org.mmlens.machine.Machine;
import org.mmlens.machine.Ram;

/// A reader-writer semaphore in memory and in the machine's list of held locks.
///
/// The counter in memory is kept as the kernel keeps it, for code that looks at it itself
/// (`rwsem_is_locked()`): 1 for a writer, 256 for each reader.
final class Semaphore {

  private static final long WRITER = 1;
  private static final long READER = 256;
  private static final long INTERRUPTED = -4;

  private Semaphore() {}

  static void take(Machine m, long semaphore, Mode how) {
    Sleeping.here(m, name("down_", how));
    m.locks().acquire(semaphore, how);
    taken(m, semaphore, how);
  }

  static long takeUnlessInterrupted(Machine m, long semaphore, Mode how) {
    if (m.faults().interrupt()) {
      return INTERRUPTED;
    }
    take(m, semaphore, how);
    return 0;
  }

  static boolean tryTake(Machine m, long semaphore, Mode how) {
    if (!m.locks().tryAcquire(semaphore, how)) {
      return false;
    }
    taken(m, semaphore, how);
    return true;
  }

  private static void taken(Machine m, long semaphore, Mode how) {
    count(m, semaphore, how == Mode.WRITE ? WRITER : READER);
    m.effects().record(name("down_", how), semaphore);
  }

  static void drop(Machine m, long semaphore, Mode how) {
    m.effects().record(name("up_", how), semaphore);
    m.locks().release(semaphore, how);
    count(m, semaphore, how == Mode.WRITE ? -WRITER : -READER);
  }

  static void downgrade(Machine m, long semaphore) {
    m.effects().record("downgrade_write", semaphore);
    m.locks().downgrade(semaphore);
    count(m, semaphore, READER - WRITER);
  }

  private static void count(Machine m, long semaphore, long delta) {
    long at = KernelState.of(m).semaphore.count();
    if (at >= 0) {
      Ram.store64(m, semaphore + at, Ram.load64(m, semaphore + at) + delta);
    }
  }

  static void init(Machine m, long semaphore) {
    KernelState.SemaphoreLayout layout = KernelState.of(m).semaphore;
    zero(m, semaphore, layout.count());
    zero(m, semaphore, layout.owner());
    if (layout.waitList() >= 0) {
      long list = semaphore + layout.waitList();
      Ram.store64(m, list, list);
      Ram.store64(m, list + 8, list);
    }
    if (layout.waitLock() >= 0) {
      SpinLock.init(m, semaphore + layout.waitLock());
    }
  }

  private static void zero(Machine m, long semaphore, long offset) {
    if (offset >= 0) {
      Ram.store64(m, semaphore + offset, 0);
    }
  }

  private static String name(String what, Mode how) {
    return what.equals("down_")
        ? (how == Mode.WRITE ? "down_write" : "down_read")
        : (how == Mode.WRITE ? "up_write" : "up_read");
  }
}
