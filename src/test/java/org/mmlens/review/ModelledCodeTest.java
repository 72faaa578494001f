package org.mmlens.review;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.mmlens.review.EditedTree.Edit;
import org.mmlens.review.Reviewer.TreeReview;
import org.mmlens.tree.SourceTree;

/// A patch to a function that Java answers is judged on its source, or not at all and by name:
/// never on the answer of Java.
///
/// `-Dmmlens.long=true` asks for more functions.
class ModelledCodeTest {

  private static final boolean LONG = Boolean.getBoolean("mmlens.long");
  private static final Set<String> QUICK = Set.of("lru_add_drain", "up_write");
  private static final String FIRST = "(?s)^([^{]*\\{)(.*)$";

  @TestFactory
  Stream<DynamicTest> aWarningInAFunctionThatJavaAnswersIsSeenOrTheFunctionNamed() {
    return Stream.of(
            List.of("6.12", "mm/swap.c", "lru_add_drain"),
            List.of("6.12", "mm/swap.c", "release_pages"),
            List.of("6.12", "mm/page_alloc.c", "__free_pages"),
            List.of("6.12", "mm/slub.c", "kmem_cache_free"),
            List.of("6.12", "kernel/locking/rwsem.c", "up_write"),
            List.of("6.12", "kernel/rcu/tree.c", "call_rcu"))
        .filter(c -> LONG || QUICK.contains(c.get(2)))
        .map(
            c ->
                DynamicTest.dynamicTest(
                    c.get(2) + " of " + c.get(0), () -> judged(c.get(0), c.get(1), c.get(2))));
  }

  private static void judged(String kernel, String file, String function) {
    SourceTree before = KernelTrees.open(kernel);
    SourceTree after =
        EditedTree.edited(before, new Edit(file, function, FIRST, "$1\n\tWARN_ON(1);$2"));

    TreeReview review =
        new Reviewer(ReviewOptions.standard(), Progress.none())
            .compare(before, after, Set.of(file));

    System.out.printf("%s %s(): %s%n", kernel, function, word(review));
    switch (review.verdict()) {
      case Verdict.Different _ -> {
        // its source was run
      }
      case Verdict.Inconclusive(List<String> reasons, _) ->
          assertTrue(
              reasons.stream().anyMatch(r -> r.contains(function)),
              () -> function + ": " + reasons);
      case Verdict.NotReviewed(String reason) ->
          assertTrue(
              review.diagnostics().stream().anyMatch(d -> d.at().path().startsWith(file)),
              () -> reason + review.diagnostics());
      case Verdict v -> fail(function + ": " + v);
    }
  }

  private static String word(TreeReview review) {
    return review.verdict() instanceof Verdict.Inconclusive(var reasons, _)
        ? "inconclusive, " + reasons
        : review.verdict().word();
  }
}
