package org.mmlens.review;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mmlens.explore.Exploration;
import org.mmlens.explore.Leads;
import org.mmlens.lens.Scenario;

/// Runs more and more scenarios as a review does, on some threads, and prints what they cost: see
/// `scripts/bench scale`.
final class Scale {

  private static final int WARM_UP = 20_000;

  private Scale() {}

  /// Measures.
  ///
  /// @param args a tree; how many threads; how often each number is measured; numbers of pairs
  static void main(String[] args) {
    Locale.setDefault(Locale.ROOT);
    Pairs pairs = Pairs.of(args[0]);
    int threads = Integer.parseInt(args[1]);
    int runs = Integer.parseInt(args[2]);
    List<Scenario> scenarios = pairs.scenarios();
    seconds(pairs, repeated(scenarios, WARM_UP), threads);
    for (String number : List.of(args).subList(3, args.length)) {
      List<Scenario> many = repeated(scenarios, Integer.parseInt(number));
      List<Double> took = new ArrayList<>();
      for (int i = 0; i < runs; i++) {
        took.add(seconds(pairs, many, threads));
      }
      took.sort(null);
      double median = took.get(runs / 2);
      System.out.printf(
          "| %,d | %d | %.2f s | %.2f s to %.2f s | %,.0f | %d MB |%n",
          many.size(),
          threads,
          median,
          took.getFirst(),
          took.getLast(),
          many.size() / median,
          used() >> 20);
    }
  }

  private static List<Scenario> repeated(List<Scenario> scenarios, int count) {
    List<Scenario> many = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      many.add(scenarios.get(i % scenarios.size()));
    }
    return many;
  }

  /// {@return wall time; the garbage of the runs before is gone}
  private static double seconds(Pairs pairs, List<Scenario> scenarios, int threads) {
    System.gc();
    long begun = System.nanoTime();
    Exploration.Result result =
        new Exploration(
                pairs.before(),
                pairs.after(),
                Exploration.Plan.whole(scenarios, 0, Leads.none()),
                threads,
                (_, _, _) -> {},
                () -> false)
            .run();
    double seconds = (System.nanoTime() - begun) / 1e9;
    if (!result.differences().isEmpty() || result.scenarios() != scenarios.size()) {
      throw new IllegalStateException("not all ran alike: " + result);
    }
    return seconds;
  }

  private static long used() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
