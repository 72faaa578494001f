package org.mmlens.lens;

import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.mmlens.jvm.Executable;
import org.mmlens.machine.Machine;
import org.mmlens.machine.MachineConfig;

/// The machines of one side, as many as threads run at the same time, and what they have counted.
final class Benches {

  private final Executable program;
  private final Supplier<Bench> boot;
  private final List<Bench> all = new CopyOnWriteArrayList<>();
  private final Queue<Bench> idle = new ConcurrentLinkedQueue<>();
  private final SortedMap<String, Long> bootCalls;

  Benches(Executable program, Supplier<Bench> boot) {
    this.program = program;
    this.boot = boot;
    Bench first = boot.get();
    this.bootCalls = program.modelCalls(first.machine());
    idle.add(added(first));
  }

  /// {@return the sizes of the machines}
  MachineConfig config() {
    return all.getFirst().machine().config();
  }

  /// {@return one that nobody uses}
  Bench take() {
    Bench bench = idle.poll();
    return bench == null ? added(boot.get()) : bench;
  }

  void giveBack(Bench bench) {
    idle.add(bench);
  }

  private Bench added(Bench bench) {
    Arrays.fill(bench.machine().modelCalls, 0);
    Arrays.fill(bench.machine().coverage, (byte) 0);
    all.add(bench);
    return bench;
  }

  void forget() {
    for (Bench bench : all) {
      Machine m = bench.machine();
      Arrays.fill(m.coverage, (byte) 0);
      Arrays.fill(m.modelCalls, 0);
      m.returned.clear();
    }
  }

  /// Forgets which layouts were built; nothing runs meanwhile.
  void forgetLayouts() {
    all.forEach(Bench::forgetLayouts);
  }

  byte[] coverage() {
    byte[] sum = new byte[0];
    for (Bench bench : all) {
      byte[] taken = bench.coverage();
      if (sum.length < taken.length) {
        sum = Arrays.copyOf(sum, taken.length);
      }
      for (int i = 0; i < taken.length; i++) {
        sum[i] |= taken[i];
      }
    }
    return sum;
  }

  SortedSet<String> entered() {
    byte[] taken = coverage();
    return program.entries().stream()
        .filter(p -> p.index() < taken.length && taken[p.index()] != 0)
        .map(p -> name(p.function()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  SortedMap<String, SortedSet<Long>> returned() {
    SortedMap<String, SortedSet<Long>> sum = new TreeMap<>();
    for (Bench bench : all) {
      bench
          .machine()
          .returned
          .forEach(
              (symbol, values) ->
                  sum.computeIfAbsent(name(symbol), _ -> new TreeSet<>()).addAll(values));
    }
    return sum;
  }

  SortedMap<String, Long> modelCalls() {
    SortedMap<String, Long> sum = new TreeMap<>(bootCalls);
    for (Bench bench : all) {
      program.modelCalls(bench.machine()).forEach((name, n) -> sum.merge(name, n, Long::sum));
    }
    return sum;
  }

  /// {@return the C name of a symbol}
  private static String name(String symbol) {
    return symbol.replaceFirst("@.*", "");
  }
}
