package org.mmlens.lens;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mmlens.machine.Checkpoint;
import org.mmlens.machine.Cpu;
import org.mmlens.machine.Machine;

/// The layouts of one machine that were built last: a further run of one goes to the state in which
/// building it ended.
final class Layouts {

  /// How much memory they may take, in bytes.
  private static final long ROOM = 16L << 20;

  private final Map<Layout, Built> known = new LinkedHashMap<>(64, 0.75f, true);
  private long weight;

  /// A layout that was built.
  ///
  /// @param stage what is where
  /// @param at the state
  /// @param work what building it took
  record Built(Bench.Stage stage, Checkpoint at, Work work) {
    private int weight() {
      return at.weight() + 8 * work.calls().length;
    }
  }

  /// What building a layout is counted as, each time it is used.
  ///
  /// @param calls how often each model was called
  /// @param returned what watched functions returned
  record Work(long[] calls, Map<String, Set<Long>> returned) {

    /// {@return what a machine has counted since}
    ///
    /// @param before how often each model had been called
    static Work since(long[] before, Machine m, Map<String, Set<Long>> returned) {
      long[] calls = m.modelCalls.clone();
      for (int i = 0; i < before.length; i++) {
        calls[i] -= before[i];
      }
      return new Work(calls, returned);
    }

    void count(Machine m) {
      for (int i = 0; i < calls.length; i++) {
        m.modelCalls[i] += calls[i];
      }
      returned.forEach((f, values) -> values.forEach(v -> Cpu.returned(v, m, f)));
    }
  }

  Optional<Built> find(Layout layout) {
    return Optional.ofNullable(known.get(layout));
  }

  /// Keeps a layout, in the place of those that were not used for longest.
  void keep(Layout layout, Built built) {
    known.put(layout, built);
    weight += built.weight();
    Iterator<Built> oldest = known.values().iterator();
    while (weight > ROOM && oldest.hasNext()) {
      weight -= oldest.next().weight();
      oldest.remove();
    }
  }

  void clear() {
    known.clear();
    weight = 0;
  }
}
