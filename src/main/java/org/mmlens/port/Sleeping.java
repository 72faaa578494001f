package org.mmlens.port;

import org.mmlens.machine.Event;
import org.mmlens.machine.Locks.Mode;
import org.mmlens.machine.Machine;

/// Where a function may wait, and must therefore not be called.
final class Sleeping {

  private Sleeping() {}

  /// Notes a wait while a spinlock is held or in an RCU read-side critical section.
  static void here(Machine m, String function) {
    if (m.locks().anyHeld(Mode.SPIN)) {
      m.events().record(Event.Kind.LOCK, function + "() may sleep, called with a spinlock held");
    }
    if (m.rcu().readers() != 0) {
      m.events().record(Event.Kind.RCU, function + "() may sleep, called under rcu_read_lock()");
    }
  }
}
