package org.mmlens.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.mmlens.explore.Evidence;
import org.mmlens.lens.Observable;
import org.mmlens.review.Finding;
import org.mmlens.review.Review;
import org.mmlens.review.Verdict;

/// What reviewers ask of a patch to the mm API, found by the words they use, and what of the
/// findings and runs answers it.
///
/// An answer holds what was measured and nothing else; where nothing was, it says so.
enum RemarkTopics {
  /// Whether a function is wrapped or exposed for one caller alone.
  WRAPPER(
      "single-caller wrapper",
      "wrap\\w*|single[- ](?:caller|user)|(?:sole|only) (?:caller|user|place)|called once",
      "single-caller|wraps-only-use"),
  /// Who may see a function.
  EXPOSURE(
      "exposure",
      "expos\\w*|unexport\\w*|visib\\w*|static",
      "unexported|widened|symbol-added|symbol-removed|static-possible|export-changed"),
  /// Whether a VMA is split or merged.
  SPLIT_OR_MERGE("split or merge", "split\\w*|merg\\w*", ""),
  /// Whether the VMA stays the same object.
  POINTER("VMA pointer", "pointers?", "");

  private final String title;
  private final Pattern asked;
  private final Pattern rules;

  RemarkTopics(String title, String asked, String rules) {
    this.title = title;
    this.asked = Pattern.compile("\\b(?:" + asked + ")\\b", Pattern.CASE_INSENSITIVE);
    this.rules = Pattern.compile(rules);
  }

  /// {@return for each topic that somebody's words touch, what was measured of it}
  ///
  /// @param part the patch they are about
  /// @param words what was written
  static List<String> answers(Review.PatchReview part, String words) {
    List<String> answers = new ArrayList<>();
    for (RemarkTopics topic : values()) {
      if (topic.asked.matcher(words).find()) {
        answers.add(topic.title + ": " + topic.answer(part));
      }
    }
    return answers;
  }

  private String answer(Review.PatchReview part) {
    List<String> found =
        part.findings().stream()
            .filter(this::answeredBy)
            .map(f -> f.message() + " [" + f.rule() + "]")
            .toList();
    if (!found.isEmpty()) {
      return String.join("; ", found);
    }
    if (part.verdict() instanceof Verdict.NotReviewed) {
      return "not measured: the patch was not reviewed";
    }
    return switch (this) {
      case WRAPPER -> "no function has one caller alone, and none wraps another's only use";
      case EXPOSURE -> "no function is seen by more or by fewer than before";
      case SPLIT_OR_MERGE -> "not measured: no claim of the message asks the runs for it";
      case POINTER -> object(part);
    };
  }

  private boolean answeredBy(Finding f) {
    return switch (this) {
      case WRAPPER, EXPOSURE -> rules.matcher(f.rule()).matches();
      case SPLIT_OR_MERGE ->
          f.rule().startsWith("claim-") && asked.matcher(f.message() + f.evidence()).find();
      case POINTER -> false;
    };
  }

  /// Which object a VMA is belongs to the VMA list.
  private static String object(Review.PatchReview part) {
    return switch (part.verdict()) {
      case Verdict.Different(var evidence, var differences) ->
          differences.stream()
                  .filter(Differences::changesBehaviour)
                  .anyMatch(d -> Differences.observables(d).contains(Observable.VMAS))
              ? "the VMA list differs, see the counterexample"
              : compared(evidence);
      case Verdict.NoDifference(var evidence, _) -> compared(evidence);
      case Verdict.Inconclusive _ -> "not measured: the runs are inconclusive";
      case Verdict.NotRun _, Verdict.NotReviewed _ -> "not measured: nothing was run";
    };
  }

  private static String compared(Evidence e) {
    return "the same object is each VMA on both sides, in %s".formatted(Headline.runs(e));
  }
}
