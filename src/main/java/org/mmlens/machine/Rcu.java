package org.mmlens.machine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.mmlens.machine.Stop.Cause;

/// Read-copy-update on one CPU: callbacks wait for a grace period, which comes when asked for.
public final class Rcu {

  private static final int LIMIT = 1 << 20;

  private final Machine machine;
  private final ArrayDeque<Callback> waiting = new ArrayDeque<>();
  private int readers;

  Rcu(Machine machine) {
    this.machine = machine;
  }

  /// A callback that waits.
  ///
  /// @param head the `struct rcu_head`, its only argument
  /// @param function its address
  public record Callback(long head, long function) {}

  /// Enters a read-side critical section.
  public void lock() {
    readers++;
  }

  /// Leaves a read-side critical section.
  public void unlock() {
    if (readers == 0) {
      machine.events().record(Event.Kind.RCU, "rcu_read_unlock() without rcu_read_lock()");
    } else {
      readers--;
    }
  }

  /// {@return how many read-side critical sections the task is in}
  public int readers() {
    return readers;
  }

  /// Queues a callback.
  ///
  /// @param head the `struct rcu_head`
  /// @param function its address
  public void call(long head, long function) {
    if (waiting.size() >= LIMIT) {
      throw new Stop(new Cause.Budget("RCU callbacks"));
    }
    waiting.add(new Callback(head, function));
  }

  /// {@return the callbacks that wait}
  public List<Callback> waiting() {
    return List.copyOf(waiting);
  }

  /// Ends a grace period: calls the callbacks that wait, in order, and those they queue.
  public void runGracePeriod() {
    if (readers != 0) {
      throw new Stop(new Cause.Deadlock("grace period awaited inside rcu_read_lock()"));
    }
    for (Callback c = waiting.poll(); c != null; c = waiting.poll()) {
      machine.call(c.function(), c.head());
    }
  }

  void imprint(Imprint.Builder to) {
    to.next(readers);
    for (Callback c : waiting) {
      to.next(c.head());
      to.next(c.function());
    }
  }

  /// What waits.
  ///
  /// @param waiting callbacks
  /// @param readers sections
  record State(List<Callback> waiting, int readers) {}

  State save() {
    return new State(new ArrayList<>(waiting), readers);
  }

  void restore(State to) {
    waiting.clear();
    waiting.addAll(to.waiting());
    readers = to.readers();
  }
}
