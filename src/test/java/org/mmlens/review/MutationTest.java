package org.mmlens.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.mmlens.mutate.Mutant;
import org.mmlens.port.KernelConfig;
import org.mmlens.tree.SourceTree;

/// Every small mistake in the functions that move the stack is noticed, or its silence is
/// explained.
///
/// `-Dmmlens.long=true` makes the mutants of Linux 6.12, too.
class MutationTest {

  private static final boolean LONG = Boolean.getBoolean("mmlens.long");
  private static final List<String> FUNCTIONS =
      List.of("shift_arg_pages", "vma_expand", "vma_shrink");
  private static final SourceTree FIXTURE = FixtureTree.open();

  /// What the mutants of some functions showed.
  ///
  /// @param counts how many gave each answer
  /// @param silent those that were not noticed
  private record Outcome(Map<String, Integer> counts, Set<String> silent) {
    int noticed() {
      return counts.getOrDefault("Noticed", 0);
    }
  }

  @Test
  void everyMutantIsNoticedOrItsSilenceIsExplained() throws IOException {
    Mutation mutation = ready(Mutation.on(FIXTURE, FUNCTIONS, KernelConfig.standard()));
    Map<Mutant, String> names = Survivors.inWords(mutation.mutants());

    Outcome outcome = attempt(mutation, m -> names.getOrDefault(m, ""));

    assertEquals(
        String.join("\n", Survivors.read("surviving-mutants.txt").keySet()),
        String.join("\n", outcome.silent()));
  }

  @Test
  void ofTheMutantsOfARealKernelThatDoSomethingNearlyAllAreNoticed() throws IOException {
    assumeTrue(LONG, "only with -Dmmlens.long=true");
    SourceTree tree = KernelTrees.open("6.12");
    Mutation mutation =
        ready(Mutation.on(tree, List.of("relocate_vma_down"), KernelConfig.standard()));
    byte[] file = tree.read(mutation.functions().get("relocate_vma_down")).orElseThrow();

    Outcome outcome = attempt(mutation, m -> Survivors.withoutText(m, file));

    Map<String, String> explained = Survivors.read("surviving-mutants-6.12.txt");
    assertEquals(String.join("\n", explained.keySet()), String.join("\n", outcome.silent()));
    long missed = explained.values().stream().filter(reason -> !reason.startsWith("same")).count();
    double share = outcome.noticed() / (double) (outcome.noticed() + missed);
    System.out.printf("%.1f %% of those that do something are noticed%n", 100 * share);
    assertTrue(share >= 0.95, () -> missed + " missed, " + outcome.counts());
  }

  @Test
  void aFunctionTheLensDoesNotLeadToIsNamed() {
    Mutation.Preparation answer =
        Mutation.on(FIXTURE, List.of("setup_arg_pages"), KernelConfig.standard());

    var unfit = assertInstanceOf(Mutation.Preparation.Unfit.class, answer);
    assertTrue(unfit.reason().contains("setup_arg_pages()"), unfit.reason());
  }

  private static Outcome attempt(Mutation mutation, Function<Mutant, String> name) {
    Map<String, Integer> counts = new TreeMap<>();
    Set<String> silent = new TreeSet<>();
    for (Mutant m : mutation.mutants()) {
      Trials.Answer answer = mutation.attempt(m).answer();
      counts.merge(answer.getClass().getSimpleName(), 1, Integer::sum);
      switch (answer) {
        case Trials.Answer.Noticed _, Trials.Answer.DoesNotCompile _ -> {
          // as it should be
        }
        case Trials.Answer.Silent _, Trials.Answer.SameCode _, Trials.Answer.Inconclusive _ ->
            silent.add(name.apply(m));
      }
    }
    System.out.printf("mutants of %s: %s%n", mutation.functions().keySet(), counts);
    return new Outcome(counts, silent);
  }

  private static Mutation ready(Mutation.Preparation answer) {
    return assertInstanceOf(Mutation.Preparation.Ready.class, answer).mutation();
  }
}
