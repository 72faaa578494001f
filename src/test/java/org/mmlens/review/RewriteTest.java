package org.mmlens.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.mmlens.mutate.Rewrites;
import org.mmlens.port.KernelConfig;
import org.mmlens.tree.FileMode;
import org.mmlens.tree.OverlayTree;
import org.mmlens.tree.SourceTree;

/// Rewriting that changes nothing is not called a difference.
///
/// `-Dmmlens.long=true` tries every rewrite of the functions that run in `fs/exec.c` and
/// `mm/mmap.c` of the fixture, and of the entry function of Linux 6.12 and what it calls.
class RewriteTest {

  private static final boolean LONG = Boolean.getBoolean("mmlens.long");
  private static final int SHORT = 40;
  private static final Set<String> FIXTURE_FILES = Set.of("fs/exec.c", "mm/mmap.c");

  @Test
  void noRewriteOfTheFixtureIsADifference() {
    Trials reached = trials(FixtureTree.open(), Set.of(), Set.of());
    Map<String, String> functions = new TreeMap<>();
    reached
        .reached()
        .forEach(
            (function, path) -> {
              if (FIXTURE_FILES.contains(path)) {
                functions.put(function, path);
              }
            });
    judge(FixtureTree.open(), functions);
  }

  @Test
  void noRewriteOfARealKernelIsADifference() {
    Assumptions.assumeTrue(LONG, "only with -Dmmlens.long=true");
    SourceTree tree = KernelTrees.open("6.12");
    Trials reached = trials(tree, Set.of(), Set.of());
    Map<String, String> functions = new TreeMap<>();
    reached.entryAndCallees().forEach(f -> functions.put(f, reached.reached().getOrDefault(f, "")));
    judge(tree, functions);
  }

  private static void judge(SourceTree tree, Map<String, String> functions) {
    Map<String, Integer> counts = new TreeMap<>();
    List<String> alarms = new ArrayList<>();
    Trials trials = trials(tree, new TreeSet<>(functions.values()), functions.keySet());
    for (Map.Entry<String, SourceTree> rewrite : rewrites(tree, functions).entrySet()) {
      Trials.Answer answer = trials.answer(rewrite.getValue());
      counts.merge(answer.getClass().getSimpleName(), 1, Integer::sum);
      switch (answer) {
        case Trials.Answer.Noticed _, Trials.Answer.Inconclusive _ ->
            alarms.add(rewrite.getKey() + ": " + answer);
        case Trials.Answer.Silent _, Trials.Answer.SameCode _, Trials.Answer.DoesNotCompile _ -> {
          // no alarm; what is no C any more was no rewrite
        }
      }
    }
    System.out.printf("rewrites of %s: %s%n", tree.name(), counts);
    assertEquals(List.of(), alarms);
    int judged = counts.getOrDefault("Silent", 0) + counts.getOrDefault("SameCode", 0);
    assertTrue(judged >= SHORT / 2, () -> "too few were C: " + counts);
  }

  private static Map<String, SourceTree> rewrites(SourceTree tree, Map<String, String> functions) {
    Map<String, SourceTree> all = new LinkedHashMap<>();
    functions.forEach(
        (function, path) ->
            Rewrites.of(path, tree.read(path).orElseThrow(), function)
                .forEach((what, text) -> all.put(what, rewritten(tree, path, text))));
    List<String> names = new ArrayList<>(all.keySet());
    Collections.shuffle(names, new Random(1));
    all.keySet().retainAll(Set.copyOf(names.subList(0, LONG ? names.size() : SHORT)));
    return all;
  }

  private static SourceTree rewritten(SourceTree tree, String path, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return OverlayTree.of(
        tree, Map.of(path, new OverlayTree.Change.Written(FileMode.REGULAR, bytes)), "rewritten");
  }

  private static Trials trials(SourceTree tree, Set<String> paths, Set<String> functions) {
    return switch (Trials.on(tree, paths, functions, KernelConfig.standard())) {
      case Trials.Preparation.Ready(var trials) -> trials;
      case Trials.Preparation.Unfit(var reason) -> throw new IllegalStateException(reason);
    };
  }
}
