package org.mmlens.port;

import org.mmlens.machine.Event;
import org.mmlens.machine.Locks.Mode;
import org.mmlens.machine.Machine;
import org.mmlens.machine.Ram;

/// A spinlock in memory and in the machine's list of held locks.
final class SpinLock {

  private static final long MAGIC = 0xdead4eadL;

  private SpinLock() {}

  static void take(Machine m, long lock) {
    check(m, lock);
    m.locks().acquire(lock, Mode.SPIN);
    Ram.store32(m, lock, 1);
    m.effects().record("spin_lock", lock);
  }

  static boolean tryTake(Machine m, long lock) {
    check(m, lock);
    if (!m.locks().tryAcquire(lock, Mode.SPIN)) {
      return false;
    }
    Ram.store32(m, lock, 1);
    m.effects().record("spin_lock", lock);
    return true;
  }

  static void drop(Machine m, long lock) {
    check(m, lock);
    m.effects().record("spin_unlock", lock);
    m.locks().release(lock, Mode.SPIN);
    Ram.store32(m, lock, 0);
  }

  /// What DEBUG_SPINLOCK calls "bad magic": a lock that nobody made.
  private static void check(Machine m, long lock) {
    long at = KernelState.of(m).spin.magic();
    if (at >= 0 && (Ram.load32(m, lock + at) & 0xffff_ffffL) != MAGIC) {
      m.events().record(Event.Kind.LOCK, "spinlock that was never initialised");
    }
  }

  static void init(Machine m, long lock) {
    KernelState.SpinLayout layout = KernelState.of(m).spin;
    Ram.store32(m, lock, 0);
    if (layout.magic() >= 0) {
      Ram.store32(m, lock + layout.magic(), MAGIC);
    }
    if (layout.ownerCpu() >= 0) {
      Ram.store32(m, lock + layout.ownerCpu(), -1);
    }
    if (layout.owner() >= 0) {
      Ram.store64(m, lock + layout.owner(), -1);
    }
  }
}
