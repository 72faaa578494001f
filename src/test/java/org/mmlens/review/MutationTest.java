package org.mmlens.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mmlens.mutate.Mutant;
import org.mmlens.port.KernelConfig;
import org.mmlens.tree.SourceTree;

/// Every small mistake in the functions that move the stack is noticed, or its silence is
/// explained.
class MutationTest {

  private static final Path EXPLAINED = Path.of("src/test/resources/review/surviving-mutants.txt");
  private static final List<String> FUNCTIONS =
      List.of("shift_arg_pages", "vma_expand", "vma_shrink");
  private static final SourceTree FIXTURE = FixtureTree.open();

  @Test
  void everyMutantIsNoticedOrItsSilenceIsExplained() throws IOException {
    Mutation mutation = ready(Mutation.on(FIXTURE, FUNCTIONS, KernelConfig.standard()));
    Map<String, Integer> seen = new HashMap<>();
    List<String> silent = new ArrayList<>();
    Map<String, Integer> counts = new TreeMap<>();
    for (Mutant m : mutation.mutants()) {
      String key = numbered(m, seen);
      Trials.Answer answer = mutation.attempt(m).answer();
      counts.merge(answer.getClass().getSimpleName(), 1, Integer::sum);
      switch (answer) {
        case Trials.Answer.Noticed _, Trials.Answer.DoesNotCompile _ -> {
          // as it should be
        }
        case Trials.Answer.Silent _, Trials.Answer.SameCode _, Trials.Answer.Inconclusive _ ->
            silent.add(key);
      }
    }
    System.out.printf("mutants of %s: %s%n", FUNCTIONS, counts);
    assertEquals(
        String.join("\n", explained().stream().sorted().toList()),
        String.join("\n", silent.stream().sorted().toList()));
  }

  @Test
  void aFunctionTheLensDoesNotLeadToIsNamed() {
    Mutation.Preparation answer =
        Mutation.on(FIXTURE, List.of("setup_arg_pages"), KernelConfig.standard());

    var unfit = assertInstanceOf(Mutation.Preparation.Unfit.class, answer);
    assertTrue(unfit.reason().contains("setup_arg_pages()"), unfit.reason());
  }

  private static Mutation ready(Mutation.Preparation answer) {
    return assertInstanceOf(Mutation.Preparation.Ready.class, answer).mutation();
  }

  private static String numbered(Mutant m, Map<String, Integer> seen) {
    int nth = seen.merge(m.toString(), 1, Integer::sum);
    return nth == 1 ? m.toString() : m + " (" + nth + ")";
  }

  /// In the list, an indented line is the reason for the lines directly above it.
  private static List<String> explained() throws IOException {
    List<String> lines =
        Files.readAllLines(EXPLAINED).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();
    assertTrue(lines.getLast().startsWith(" "), "the last lines have no reason below them");
    return lines.stream().filter(line -> !line.startsWith(" ")).toList();
  }
}
