package org.mmlens.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.mmlens.diag.Diagnostic;
import org.mmlens.explore.Evidence;
import org.mmlens.review.Finding;
import org.mmlens.review.Review;
import org.mmlens.review.Verdict;

/// What a review says in a few words, the same in every format.
final class Headline {

  /// Of a review that was interrupted.
  static final String PARTIAL = "this report covers only what was run until then";

  private Headline() {}

  /// {@return the reviews of all patches and then, if there is one, of the series as a whole}
  static List<Review.PatchReview> parts(Review review) {
    var parts = new ArrayList<>(review.patches());
    review.whole().ifPresent(parts::add);
    return parts;
  }

  /// {@return the word for the worst verdict: what a reader must hear first}
  static String word(Review review) {
    boolean rejected =
        review.diagnostics().stream().anyMatch(d -> d.severity() == Diagnostic.Severity.ERROR);
    return parts(review).stream()
        .map(Review.PatchReview::verdict)
        .min(Comparator.comparingInt(Headline::rank))
        .map(Verdict::word)
        .filter(word -> !rejected || !word.equals("no-difference"))
        .orElse("not-reviewed");
  }

  /// {@return whether behaviour differs, and only where that was declared beforehand}
  static boolean asExpected(Review review) {
    List<Review.PatchReview> different =
        parts(review).stream().filter(p -> p.verdict() instanceof Verdict.Different).toList();
    return !different.isEmpty() && different.stream().allMatch(Review.PatchReview::asExpected);
  }

  private static int rank(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Different _ -> 0;
      case Verdict.NotReviewed _ -> 1;
      case Verdict.Inconclusive _ -> 2;
      case Verdict.NoDifference _ -> 3;
      case Verdict.NotRun _ -> 4;
    };
  }

  /// {@return the patches, named where they are several, e.g. `2/3`}
  static String name(Review.PatchReview part) {
    return part.number() == 0 ? "series" : part.number() + "/" + part.total();
  }

  /// {@return `1 patch`, `3 patches`}
  static String patches(Review review) {
    int count = review.patches().size();
    return count == 1 ? "1 patch" : count + " patches";
  }

  /// {@return e.g. `1 error, 2 notes`, or `no findings`}
  static String tally(List<Finding> findings) {
    if (findings.isEmpty()) {
      return "no findings";
    }
    return findings.stream()
        .collect(
            Collectors.groupingBy(Finding::severity, java.util.TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(e -> ScenarioWords.count(e.getValue(), word(e.getKey())))
        .collect(Collectors.joining(", "));
  }

  /// {@return `error`, `warning` or `note`}
  static String word(Finding.Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "note";
    };
  }

  /// {@return one sentence on what a verdict rests on}
  static String reason(Verdict verdict) {
    return switch (verdict) {
      case Verdict.NoDifference(var e, var notes) when notes.isEmpty() ->
          runs(e) + " told the two sides apart in nothing";
      case Verdict.NoDifference(var e, var notes) ->
          runs(e)
              + " told the two sides apart in nothing but "
              + ScenarioWords.count(notes.size(), "remark")
              + " below";
      case Verdict.Different(var e, var differences) ->
          "%s, %s".formatted(runs(e), ScenarioWords.count(differences.size(), "difference"));
      case Verdict.Inconclusive(var reasons, _) -> String.join("; ", reasons);
      case Verdict.NotRun(var reason) -> reason;
      case Verdict.NotReviewed(var reason) -> reason;
    };
  }

  /// {@return e.g. `640 layouts and 564 fault plans`}
  static String runs(Evidence e) {
    return ScenarioWords.count(e.scenarios(), "layout")
        + " and "
        + ScenarioWords.count(e.faultPlans(), "fault plan");
  }

  /// {@return the findings of a part, most severe first, among those alike the ones on behaviour,
  /// in the order of the differences they stand for}
  static List<Finding> findings(Review.PatchReview part) {
    return part.findings().stream()
        .sorted(
            Comparator.comparing(Finding::severity)
                .thenComparing((Finding f) -> !aboutBehaviour(f))
                .thenComparingInt(f -> place(part, f)))
        .toList();
  }

  private static int place(Review.PatchReview part, Finding finding) {
    return DifferenceChoice.of(part, finding)
        .map(Differences.of(part.verdict())::indexOf)
        .orElse(Integer.MAX_VALUE);
  }

  /// {@return findings on differences that no caller can meet or that are no more than order, where
  /// there are others that callers can meet: they are told of together}
  static List<Finding> aside(Review.PatchReview part) {
    List<Finding> behaviour = part.findings().stream().filter(Headline::aboutBehaviour).toList();
    boolean met = behaviour.stream().anyMatch(f -> f.severity() == Finding.Severity.ERROR);
    return behaviour.stream()
        .filter(f -> met && f.severity() != Finding.Severity.ERROR)
        .filter(f -> f.expected().isEmpty())
        .toList();
  }

  /// {@return whether the finding stands for a difference that the verdict shows at length}
  static boolean aboutBehaviour(Finding finding) {
    return finding.rule().startsWith("behaviour") || finding.rule().equals("effect-order");
  }
}
