package org.mmlens.port;

import org.mmlens.machine.Locks;
import org.mmlens.machine.Locks.Mode;
import org.mmlens.machine.Machine;

/// Finds the lock around a `struct lockdep_map`.
final class LockMap {

  private static final int FOR_WRITING = 0;
  private static final int FOR_READING = 1;

  private LockMap() {}

  /// {@return whether the lock that the map is a member of is held}
  ///
  /// @param read 0 for exclusively, 1 for shared, anything else for either
  static boolean held(Machine m, long map, int read) {
    KernelState state = KernelState.of(m);
    return heldAt(m.locks(), map, state.spin.depMap(), read)
        || heldAt(m.locks(), map, state.semaphore.depMap(), read)
        || heldAt(m.locks(), map, state.mutexDepMap, read);
  }

  private static boolean heldAt(Locks locks, long map, long offset, int read) {
    if (offset < 0) {
      return false;
    }
    long lock = map - offset;
    return switch (read) {
      case FOR_WRITING -> locks.held(lock) && !locks.held(lock, Mode.READ);
      case FOR_READING -> locks.held(lock, Mode.READ);
      default -> locks.held(lock);
    };
  }
}
