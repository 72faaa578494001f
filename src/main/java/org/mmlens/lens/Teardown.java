package org.mmlens.lens;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mmlens.jvm.Executable;
import org.mmlens.lens.Facts.NoteFact;
import org.mmlens.machine.Allocation;
import org.mmlens.machine.Event;
import org.mmlens.machine.FaultPlan;
import org.mmlens.machine.Image;
import org.mmlens.machine.Locks;
import org.mmlens.machine.Machine;
import org.mmlens.machine.MemoryMap;
import org.mmlens.machine.Stop;

/// What becomes of an address space after a run and after its process has used it (see
/// [Readout#tables]): the tree's own exit path takes everything down, what goes wrong on the way is
/// noted, and what is still allocated then is lost.
///
/// The exit path may come to what is not modelled. Then nothing is said of what is left, which is
/// not the same as nothing being left.
final class Teardown {

  /// What a process that ends calls to give back what it maps; since Linux 2.4.
  static final String EXIT = "exit_mmap";

  private static final String UNLOCK = "mmlens_write_unlock";
  private static final String COUNTER = "mmlens_counter";

  /// The functions of the tree that are called.
  static final List<String> CALLED = List.of(EXIT, UNLOCK, COUNTER);

  private static final String CRASH = EXIT + "() ends: ";

  private final Executable program;
  private final Image.Callable exit;
  private final Image.Callable unlock;
  private final Image.Callable counter;
  private final int counters;

  /// Prepares to take down.
  ///
  /// @param program linked with [#EXIT]
  /// @param exit symbol of [#EXIT]
  /// @param counters how many RSS counters there are
  Teardown(Executable program, String exit, int counters) {
    this.program = program;
    this.exit = program.callable(exit);
    this.unlock = program.callable(UNLOCK);
    this.counter = program.callable(COUNTER);
    this.counters = counters;
  }

  /// How a teardown went.
  ///
  /// @param left what is still there, in symbolic names; empty if nothing can be said
  /// @param reason why nothing can be said; empty if something can
  record Result(Optional<List<Object>> left, String reason) {}

  /// What there was before the layout was built.
  ///
  /// @param pageSerial the serial of the last page allocation
  /// @param slabOrder the order of the last slab allocation
  record Mark(int pageSerial, int slabOrder) {}

  /// {@return what is left of an address space}
  ///
  /// @param m the machine, after a run that returned
  /// @param scene its layout
  /// @param mark what there was before the layout was built
  Result of(Machine m, Scene scene, Mark mark) {
    long[] calls = m.modelCalls.clone();
    m.faults().plan(FaultPlan.NONE);
    m.refill();
    int events = m.events().size();
    try {
      release(m, scene);
      program.call(m, exit, scene.mm);
      m.rcu().runGracePeriod();
      List<Object> found = noted(m, events);
      found.addAll(left(m, scene, mark));
      return new Result(Optional.of(found), "");
    } catch (Stop stop) {
      return stop.why().inconclusive()
          ? new Result(Optional.empty(), stop.why().toString())
          : new Result(Optional.of(List.of(new NoteFact("EXIT", CRASH + Endings.kind(stop)))), "");
    } finally {
      System.arraycopy(calls, 0, m.modelCalls, 0, Math.min(calls.length, m.modelCalls.length));
      if (m.modelCalls.length > calls.length) {
        Arrays.fill(m.modelCalls, calls.length, m.modelCalls.length, 0);
      }
    }
  }

  /// {@return how the exit path crashed, if it did}
  static Optional<String> crash(List<Object> left) {
    return left.stream()
        .flatMap(f -> f instanceof NoteFact(_, String text) ? Stream.of(text) : Stream.of())
        .filter(text -> text.startsWith(CRASH))
        .findFirst();
  }

  /// The caller of the entry function lets go of the mmap lock.
  private void release(Machine m, Scene scene) {
    for (Locks.Held held : m.locks().held()) {
      long at = held.address() - scene.mm;
      if (at >= 0 && at < m.slab().size(scene.mm)) {
        program.call(m, unlock, scene.mm);
        return;
      }
    }
  }

  /// What went wrong on the way, each kind of it once.
  private static List<Object> noted(Machine m, int from) {
    SortedMap<String, Integer> times = new TreeMap<>();
    for (Event e : m.events().all().subList(from, m.events().size())) {
      times.merge(e.kind() + ": " + Readout.withoutCondition(e.what()), 1, Integer::sum);
    }
    List<Object> found = new ArrayList<>();
    times.forEach(
        (what, n) ->
            found.add(
                new NoteFact(
                    "EXIT", EXIT + "(): " + what + (n == 1 ? "" : ", %d times".formatted(n)))));
    return found;
  }

  /// The mm itself and its topmost table stay until nobody refers to them.
  private List<Object> left(Machine m, Scene scene, Mark mark) {
    SortedMap<String, Integer> objects = new TreeMap<>();
    for (Allocation a : m.slab().live(mark.slabOrder())) {
      if (a.address() != scene.mm) {
        objects.merge(a.name(), 1, Integer::sum);
      }
    }
    TreeSet<String> frames = new TreeSet<>();
    int pages = 0;
    for (Allocation a : m.pages().live(mark.pageSerial())) {
      String frame = scene.frames().get(MemoryMap.frameOfAddress(a.address()));
      if (frame != null) {
        frames.add(frame);
      } else if (a.address() != scene.top) {
        pages++;
      }
    }
    List<Object> left = new ArrayList<>();
    objects.forEach((name, n) -> left.add(note(n + " " + name)));
    frames.forEach(frame -> left.add(note("the page " + frame)));
    if (pages > 0) {
      left.add(note(pages + (pages == 1 ? " page" : " pages") + " of the kernel"));
    }
    for (int i = 0; i < counters; i++) {
      long rss = program.call(m, counter, scene.mm, i);
      if (rss != 0) {
        left.add(note("rss[%d] = %d".formatted(i, rss)));
      }
    }
    return left;
  }

  private static NoteFact note(String what) {
    return new NoteFact("EXIT", "left after " + EXIT + "(): " + what);
  }
}
