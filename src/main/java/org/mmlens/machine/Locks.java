package org.mmlens.machine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mmlens.machine.Stop.Cause;

/// The locks held by the one running task, found by address.
///
/// Taking a lock that the task itself holds ends the run: nobody else could ever release it.
/// Releasing one that is not held, or held in another mode, is a finding.
public final class Locks {

  /// How a lock is held.
  public enum Mode {
    /// A spinlock.
    SPIN,
    /// A mutex.
    MUTEX,
    /// A reader-writer semaphore or lock, shared.
    READ,
    /// A reader-writer semaphore or lock, exclusive.
    WRITE
  }

  /// A lock that is held.
  ///
  /// @param address of the lock
  /// @param mode how
  public record Held(long address, Mode mode) {}

  private static final Mode[] MODES = Mode.values();
  private static final int LIMIT = 1024;

  private final Machine machine;
  private long[] address = new long[16];
  private byte[] mode = new byte[16];
  private int count;

  Locks(Machine machine) {
    this.machine = machine;
  }

  /// Takes a lock, or ends the run in a deadlock.
  ///
  /// @param lock its address
  /// @param how in which mode
  public void acquire(long lock, Mode how) {
    int held = find(lock);
    if (held >= 0) {
      if (how != Mode.READ || mode[held] != Mode.READ.ordinal()) {
        throw new Stop(
            new Cause.Deadlock(
                "%s taken while held as %s: %s"
                    .formatted(how, MODES[mode[held]], machine.describe(lock))));
      }
      machine.events().record(Event.Kind.LOCK, "read lock taken twice: " + machine.describe(lock));
    }
    add(lock, how);
  }

  /// {@return whether the lock was free and is taken now}
  ///
  /// @param lock its address
  /// @param how in which mode
  public boolean tryAcquire(long lock, Mode how) {
    int held = find(lock);
    if (held >= 0 && (how != Mode.READ || mode[held] != Mode.READ.ordinal())) {
      return false;
    }
    add(lock, how);
    return true;
  }

  private void add(long lock, Mode how) {
    if (count == LIMIT) {
      throw new Stop(new Cause.Budget("locks held"));
    }
    if (count == address.length) {
      address = Arrays.copyOf(address, count * 2);
      mode = Arrays.copyOf(mode, count * 2);
    }
    address[count] = lock;
    mode[count++] = (byte) how.ordinal();
  }

  /// Releases a lock.
  ///
  /// @param lock its address
  /// @param how the mode it should be held in
  public void release(long lock, Mode how) {
    int held = find(lock);
    if (held < 0) {
      machine
          .events()
          .record(Event.Kind.LOCK, how + " released but not held: " + machine.describe(lock));
      return;
    }
    if (mode[held] != how.ordinal()) {
      machine
          .events()
          .record(
              Event.Kind.LOCK,
              "%s released but held as %s: %s"
                  .formatted(how, MODES[mode[held]], machine.describe(lock)));
    }
    count--;
    System.arraycopy(address, held + 1, address, held, count - held);
    System.arraycopy(mode, held + 1, mode, held, count - held);
  }

  /// Turns an exclusive lock into a shared one.
  ///
  /// @param lock its address
  public void downgrade(long lock) {
    int held = find(lock);
    if (held < 0 || mode[held] != Mode.WRITE.ordinal()) {
      machine
          .events()
          .record(Event.Kind.LOCK, "downgraded but not held: " + machine.describe(lock));
      return;
    }
    mode[held] = (byte) Mode.READ.ordinal();
  }

  private int find(long lock) {
    for (int i = count - 1; i >= 0; i--) {
      if (address[i] == lock) {
        return i;
      }
    }
    return -1;
  }

  /// {@return whether the lock is held in any mode}
  ///
  /// @param lock its address
  public boolean held(long lock) {
    return find(lock) >= 0;
  }

  /// {@return whether the lock is held in that mode}
  ///
  /// @param lock its address
  /// @param how the mode
  public boolean held(long lock, Mode how) {
    int held = find(lock);
    return held >= 0 && mode[held] == how.ordinal();
  }

  /// {@return whether any lock is held in that mode}
  ///
  /// @param how the mode
  public boolean anyHeld(Mode how) {
    for (int i = 0; i < count; i++) {
      if (mode[i] == how.ordinal()) {
        return true;
      }
    }
    return false;
  }

  /// {@return the locks held, in the order they were taken}
  public List<Held> held() {
    List<Held> all = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      all.add(new Held(address[i], MODES[mode[i]]));
    }
    return all;
  }

  /// {@return how many locks are held}
  public int count() {
    return count;
  }

  /// Writes address and mode of each held lock, two elements each.
  void copyTo(long[] to, int from) {
    for (int i = 0; i < count; i++) {
      to[from + 2 * i] = address[i];
      to[from + 2 * i + 1] = mode[i];
    }
  }

  static Held decode(long lock, long how) {
    return new Held(lock, MODES[(int) how]);
  }

  void imprint(Imprint.Builder to) {
    to.next(count);
    for (int i = 0; i < count; i++) {
      to.next(address[i]);
      to.next(mode[i]);
    }
  }

  /// The locks held.
  ///
  /// @param address of each
  /// @param mode of each
  record State(long[] address, byte[] mode) {}

  State save() {
    return new State(Arrays.copyOf(address, count), Arrays.copyOf(mode, count));
  }

  void restore(State to) {
    count = to.address().length;
    System.arraycopy(to.address(), 0, address, 0, count);
    System.arraycopy(to.mode(), 0, mode, 0, count);
  }
}
