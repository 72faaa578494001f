package org.mmlens.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.mmlens.mutate.Rewrite;
import org.mmlens.mutate.Rewrites;
import org.mmlens.port.KernelConfig;
import org.mmlens.tree.FileMode;
import org.mmlens.tree.OverlayTree;
import org.mmlens.tree.SourceTree;

/// Rewriting that changes nothing is not called a difference, and not a note either.
///
/// Each rewrite is drawn at random: a function, then a kind, then a place; every third one gets
/// another on top. `-Dmmlens.rewrites=500` draws that many that compile, on the functions that run
/// in `fs/exec.c` and `mm/mmap.c` of the fixture, and as many on the entry function of Linux 6.12
/// and those it calls. `-Dmmlens.seed` draws others.
class RewriteTest {

  private static final int SHORT = 40;
  private static final int WANTED = Integer.getInteger("mmlens.rewrites", SHORT);
  private static final boolean LONG = System.getProperty("mmlens.rewrites") != null;
  private static final long SEED = Long.getLong("mmlens.seed", 1);
  private static final Set<String> FIXTURE_FILES = Set.of("fs/exec.c", "mm/mmap.c");

  /// A tree after one or two rewrites.
  private record Rewritten(Set<Rewrite.Kind> kinds, String what, SourceTree tree) {}

  @Test
  void noRewriteOfTheFixtureIsADifference() {
    SourceTree tree = FixtureTree.open();
    Map<String, String> reached = trials(tree, Set.of(), Set.of()).reached();
    Map<String, String> functions = new TreeMap<>(reached);
    functions.values().retainAll(FIXTURE_FILES);
    judge(tree, functions, reached);
  }

  @Test
  void noRewriteOfARealKernelIsADifference() {
    Assumptions.assumeTrue(LONG, "only with -Dmmlens.rewrites=N");
    SourceTree tree = KernelTrees.open("6.12");
    Trials first = trials(tree, Set.of(), Set.of());
    Map<String, String> functions = new TreeMap<>(first.reached());
    functions.keySet().retainAll(first.entryAndCallees());
    judge(tree, functions, first.reached());
  }

  @Test
  void aWarningIsTheSameWhenItsConditionSaysTheSameInOtherWords() {
    SourceTree tree = FixtureTree.open();
    String file = "mm/mmap.c";
    String text = tree.text(file).orElseThrow();
    String other = text.replace("(count != mm->map_count)", "(!(mm->map_count == count))");

    Trials.Answer answer =
        trials(tree, Set.of(file), Set.of("validate_mm"))
            .answer(KernelTrees.with(tree, Map.of(file, other)));

    assertEquals(new Trials.Answer.Silent(false), answer);
  }

  private static void judge(
      SourceTree tree, Map<String, String> functions, Map<String, String> reached) {
    Map<String, Integer> answers = new TreeMap<>();
    Map<Rewrite.Kind, Integer> kinds = new TreeMap<>();
    List<String> alarms = new ArrayList<>();
    Trials trials = trials(tree, new TreeSet<>(functions.values()), functions.keySet());
    var random = new Random(SEED);
    Set<String> drawn = new HashSet<>();
    int judged = 0;
    for (int n = 0; judged < WANTED && n < 4 * WANTED; n++) {
      Rewritten r = draw(tree, functions, reached, random);
      if (!drawn.add(r.what())) {
        continue;
      }
      Trials.Answer answer = trials.answer(r.tree());
      answers.merge(answer.getClass().getSimpleName(), 1, Integer::sum);
      boolean alarm =
          switch (answer) {
            case Trials.Answer.Noticed _, Trials.Answer.Inconclusive _ -> true;
            case Trials.Answer.Silent(boolean notes) -> notes;
            case Trials.Answer.SameCode _, Trials.Answer.DoesNotCompile _ -> false;
          };
      if (alarm) {
        alarms.add(r.what() + ": " + answer);
      }
      // what is no C was no rewrite
      if (!(answer instanceof Trials.Answer.DoesNotCompile)) {
        judged++;
        r.kinds().forEach(k -> kinds.merge(k, 1, Integer::sum));
      }
    }
    System.out.printf(
        "%d rewrites of %s, seed %d: %s, %s%n", judged, tree.name(), SEED, answers, kinds);
    assertEquals(List.of(), alarms);
    assertEquals(WANTED, judged, () -> "too few were C: " + answers);
    assertTrue(kinds.size() > Math.min(8, WANTED / 8), () -> "too few kinds: " + kinds);
  }

  private static Rewritten draw(
      SourceTree tree, Map<String, String> functions, Map<String, String> reached, Random random) {
    String function = any(List.copyOf(functions.keySet()), random);
    String path = functions.getOrDefault(function, "");
    Set<String> ofFile =
        reached.entrySet().stream()
            .filter(e -> e.getValue().equals(path))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    byte[] bytes = tree.read(path).orElseThrow();
    List<String> what = new ArrayList<>();
    Set<Rewrite.Kind> kinds = new TreeSet<>();
    for (int n = random.nextInt(3) == 0 ? 2 : 1; n > 0; n--) {
      Map<Rewrite.Kind, List<Rewrite>> all =
          Rewrites.of(path, bytes, function, reached.keySet(), ofFile).stream()
              .collect(Collectors.groupingBy(Rewrite::kind, TreeMap::new, Collectors.toList()));
      if (!all.isEmpty()) {
        Rewrite r = any(all.get(any(List.copyOf(all.keySet()), random)), random);
        kinds.add(r.kind());
        what.add(r.what());
        bytes = r.file().getBytes(StandardCharsets.ISO_8859_1);
      }
    }
    return new Rewritten(kinds, String.join("; ", what), rewritten(tree, path, bytes));
  }

  private static <T> T any(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }

  private static SourceTree rewritten(SourceTree tree, String path, byte[] bytes) {
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
