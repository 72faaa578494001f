package org.mmlens.review;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mmlens.lens.Outcome;

/// What a run left behind, in the words of `fixtures/native/pairs.c`, without their order.
final class NativeText {

  /// Of the fixture, whose page tables have four levels.
  private static final Map<String, Integer> LEVELS = Map.of("PTE", 1, "PMD", 2, "PUD", 3, "PGD", 4);

  private NativeText() {}

  /// {@return the words that native C prints for the same end}
  ///
  /// @param outcome how a run ended
  /// @param allocations how many it asked for
  static Set<String> words(Outcome outcome, int allocations) {
    Set<String> words = new TreeSet<>(Set.of("allocations=" + allocations));
    switch (outcome.ending()) {
      case Outcome.Ending.Returned(long value, _) -> words.add("returned=" + value);
      case Outcome.Ending.Stopped(String kind, _, _) -> {
        words.add(kind);
        return words;
      }
      case Outcome.Ending.Undecided(String reason, _) -> {
        words.add(reason);
        return words;
      }
    }
    outcome.vmas().forEach(v -> words.add(vma(v)));
    outcome
        .tree()
        .forEach(r -> words.add("range=%x-%x:%s".formatted(r.start(), r.end(), r.name())));
    List<Outcome.Page> mapped = outcome.pages().stream().filter(p -> p.stale().isEmpty()).toList();
    mapped.forEach(
        p -> words.add("page=%x:%s:%s".formatted(p.address(), dashed(p.frame()), p.flags())));
    outcome.tables().forEach(t -> words.add(table(t)));
    words.add("stale=" + (outcome.pages().size() - mapped.size()));
    words.add("locks=" + outcome.locks().size());
    Map<String, Long> counters =
        outcome.counters().stream()
            .collect(Collectors.toMap(Outcome.Counter::name, Outcome.Counter::value, (a, _) -> a));
    for (String name : List.of("total_vm", "stack_vm", "map_count")) {
      words.add(name + "=" + counters.get("mm->" + name));
    }
    words.add(
        "rss="
            + Stream.of(0, 1, 2, 3)
                .map(i -> String.valueOf(counters.get("rss[" + i + "]")))
                .collect(Collectors.joining(",")));
    return words;
  }

  private static String vma(Outcome.Vma v) {
    String[] flags = v.flags().split(" 0x");
    long bits = Long.parseUnsignedLong(flags[1], 16);
    for (int i = 0; i < 4; i++) {
      bits |= flags[0].charAt(i) == "rwxs".charAt(i) ? 1L << i : 0;
    }
    return "vma=%s:%x-%x:%x:%x:%d"
        .formatted(v.name(), v.start(), v.end(), bits, v.pgoff(), v.anonVma() ? 1 : 0);
  }

  private static String table(Outcome.Table t) {
    return t.state().equals("live")
        ? "table=%d:%x".formatted(LEVELS.get(t.level()), t.start())
        : "table=" + dashed(t.state());
  }

  private static String dashed(String text) {
    return text.replace(' ', '-');
  }
}
