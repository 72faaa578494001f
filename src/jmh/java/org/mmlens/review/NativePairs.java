package org.mmlens.review;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.mmlens.lens.Scenario;
import org.mmlens.lens.StackRig.Reuse;

/// Runs the same scenarios in the machine and natively, one core each, round by round in turn, and
/// prints pairs a second of processor time of both: see `scripts/bench native`.
///
/// First each scenario is run on both and what it leaves behind is compared; one that differs ends
/// the program, since the times would be those of different work.
final class NativePairs {

  /// Rounds before those that count: C2 has done most of its work after 60.
  private static final int WARM_UP = Integer.getInteger("mmlens.warmup", 3);

  private NativePairs() {}

  /// Measures.
  ///
  /// @param args a tree; how many rounds; the native program, or `-` to run none
  static void main(String[] args) throws IOException {
    Locale.setDefault(Locale.ROOT);
    int rounds = Integer.parseInt(args[1]);
    Pairs pairs = Pairs.of(args[0]);
    List<Scenario> scenarios = pairs.scenarios();
    Rate machine = new Rate();
    Rate anew = new Rate();
    Rate natively = new Rate();
    if (args[2].equals("-")) {
      for (int i = -WARM_UP; i < rounds; i++) {
        both(pairs, scenarios, i, machine, anew);
      }
    } else {
      Path list = Files.createTempFile("scenarios", ".txt");
      try {
        Files.writeString(list, text(scenarios));
        check(pairs, scenarios, args[2], list);
        inTurn(
            pairs, scenarios, new Native(args[2], list), rounds, List.of(machine, anew, natively));
      } finally {
        Files.delete(list);
      }
      System.out.println(natively.row(args[0] + ", native"));
    }
    System.out.println(machine.row(args[0] + ", mmlens"));
    System.out.println(anew.row(args[0] + ", mmlens, nothing reused"));
    if (!args[2].equals("-")) {
      System.out.printf("| ratio | %.1f | | |%n", natively.median() / machine.median());
    }
  }

  /// @param rates of the machine, of the machine where nothing is reused, and of native C
  private static void inTurn(
      Pairs pairs, List<Scenario> scenarios, Native there, int rounds, List<Rate> rates)
      throws IOException {
    try (there) {
      for (int i = -WARM_UP; i < rounds; i++) {
        rates.getLast().add(i, scenarios.size(), there.round());
        both(pairs, scenarios, i, rates.getFirst(), rates.get(1));
      }
    }
  }

  private static void both(
      Pairs pairs, List<Scenario> scenarios, int round, Rate machine, Rate anew) {
    pairs.reuse(Reuse.ON);
    machine.add(round, scenarios.size(), round(pairs, scenarios));
    pairs.reuse(Reuse.OFF);
    anew.add(round, scenarios.size(), round(pairs, scenarios));
    pairs.reuse(Reuse.ON);
  }

  private static long round(Pairs pairs, List<Scenario> scenarios) {
    long begun = processorNanos();
    int differing = pairs.run(scenarios);
    long nanos = processorNanos() - begun;
    if (differing != 0) {
      throw new IllegalStateException(differing + " scenarios differ from themselves");
    }
    return nanos;
  }

  /// {@return processor time of this process: of the run, and of collecting what it leaves}
  private static long processorNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static String text(List<Scenario> scenarios) {
    return String.join("", scenarios.stream().map(s -> s + "\n").toList());
  }

  private static void check(Pairs pairs, List<Scenario> scenarios, String program, Path list)
      throws IOException {
    Process process = new ProcessBuilder(program, list.toString(), "show").start();
    int n = 0;
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Scenario s = scenarios.get(n++);
        Set<String> there = new TreeSet<>(List.of(line.split(" ")));
        Set<String> here =
            NativeText.words(pairs.before().explain(s), pairs.before().run(s).allocations());
        if (!here.equals(there)) {
          Set<String> alike = new TreeSet<>(here);
          alike.retainAll(there);
          here.removeAll(alike);
          there.removeAll(alike);
          throw new IllegalStateException(
              "not the same run: %s%n  mmlens: %s%n  native: %s".formatted(s, here, there));
        }
      }
    }
    if (n != scenarios.size()) {
      throw new IllegalStateException("%d of %d were run".formatted(n, scenarios.size()));
    }
    System.err.printf("%d scenarios end alike in the machine and natively%n", n);
  }

  /// The native program, which runs a round whenever it is asked.
  private record Native(Process process, BufferedReader out) implements AutoCloseable {

    Native(String program, Path list) throws IOException {
      this(new ProcessBuilder(program, list.toString(), "time").start());
    }

    private Native(Process process) {
      this(process, process.inputReader(StandardCharsets.UTF_8));
    }

    long round() throws IOException {
      process.outputWriter().write('\n');
      process.outputWriter().flush();
      String[] answer = String.valueOf(out.readLine()).split(" ");
      if (answer.length != 2 || !answer[1].equals("0")) {
        throw new IllegalStateException("the native program answers " + List.of(answer));
      }
      return Long.parseLong(answer[0]);
    }

    @Override
    public void close() throws IOException {
      process.outputWriter().close();
    }
  }

  /// Pairs a second, round by round.
  private static final class Rate {
    private final List<Double> rates = new ArrayList<>();

    void add(int round, int pairs, long nanos) {
      if (round >= 0) {
        rates.add(pairs * 1e9 / nanos);
        rates.sort(null);
      }
    }

    double median() {
      return rates.get(rates.size() / 2);
    }

    String row(String name) {
      return "| %s | %,.0f | %,.0f to %,.0f | %d |"
          .formatted(name, median(), rates.getFirst(), rates.getLast(), rates.size());
    }
  }
}
