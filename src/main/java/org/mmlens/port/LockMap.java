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
    Locks locks = m.locks();
    boolean exclusive =
        heldAt(locks, map, state.spin.depMap(), Mode.SPIN)
            || heldAt(locks, map, state.semaphore.depMap(), Mode.WRITE)
            || heldAt(locks, map, state.mutexDepMap, Mode.MUTEX);
    boolean shared = heldAt(locks, map, state.semaphore.depMap(), Mode.READ);
    return switch (read) {
      case FOR_WRITING -> exclusive;
      case FOR_READING -> shared;
      default -> exclusive || shared;
    };
  }

  private static boolean heldAt(Locks locks, long map, long offset, Mode how) {
    return offset >= 0 && locks.held(map - offset, how);
  }
}
