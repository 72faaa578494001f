package org.mmlens.report;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mmlens.explore.Evidence;
import org.mmlens.lens.Observable;
import org.mmlens.review.Finding;
import org.mmlens.review.Review;
import org.mmlens.review.Review.PatchReview;
import org.mmlens.review.Verdict;

/// What reviewers ask of a patch to the mm API, and what of the findings and runs answers it.
///
/// An answer holds what was measured and nothing else; where nothing was, it says so.
enum Questions {
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

  /// Functions that split or merge a VMA, by their names: `split_vma()`, `__split_vma()`,
  /// `vma_merge_new_range()`, but not `can_vma_merge_before()` and `anon_vma_merge()`.
  private static final Pattern SPLITS_OR_MERGES =
      Pattern.compile("_*(?:vma_(?:split|merge)|(?:split|merge)_vma)(?:_.*)?");

  /// What makes a VMA, `kernel/fork.c`.
  private static final Pattern MAKES_VMA = Pattern.compile("vm_area_(?:alloc|dup)");

  /// The id of a check behind a fact.
  private static final Pattern RULE = Pattern.compile(" \\[[a-z-]+]$");

  private final String topic;
  private final Pattern asked;
  private final Pattern rules;

  Questions(String topic, String asked, String rules) {
    this.topic = topic;
    this.asked = Pattern.compile("\\b(?:" + asked + ")\\b", Pattern.CASE_INSENSITIVE);
    this.rules = Pattern.compile(rules);
  }

  /// A question with its answer.
  ///
  /// @param topic what it is about
  /// @param askedBy who wrote something that touches it, each once; empty for nobody
  /// @param measured what was found, one fact each, not empty
  record Answer(String topic, List<String> askedBy, List<String> measured) {
    Answer {
      askedBy = List.copyOf(askedBy);
      measured = List.copyOf(measured);
    }

    /// {@return the facts in a line}
    String text() {
      return String.join("; ", measured);
    }

    /// {@return who asked and the facts in a line}
    String told() {
      return askedBy.isEmpty() ? text() : "asked by " + String.join(", ", askedBy) + ": " + text();
    }

    /// {@return the same for a reader of prose who was told the warnings already, and with them
    /// that their functions are there}
    Answer afterWarnings(PatchReview part) {
      List<Finding> told =
          part.findings().stream().filter(f -> f.severity() != Finding.Severity.NOTE).toList();
      List<String> known =
          part.findings().stream()
              .filter(
                  f ->
                      told.contains(f)
                          || f.rule().equals("symbol-added")
                              && told.stream().anyMatch(t -> t.at().equals(f.at())))
              .map(Questions::fact)
              .toList();
      List<String> left =
          measured.stream()
              .filter(fact -> !known.contains(fact))
              .map(fact -> RULE.matcher(fact).replaceFirst(""))
              .toList();
      return new Answer(
          topic,
          askedBy,
          left.size() == measured.size()
              ? left
              : Stream.concat(Stream.of("see above"), left.stream()).toList());
    }
  }

  /// {@return all questions, where the patch changes who may use what, or somebody asks one of
  /// them; else none}
  ///
  /// @param part the patch
  static List<Answer> of(PatchReview part) {
    boolean asked =
        part.findings().stream().anyMatch(Questions::answeredByOne)
            || Stream.of(values()).anyMatch(q -> !q.askedBy(part).isEmpty());
    return asked
        ? Stream.of(values())
            .map(q -> new Answer(q.topic, q.askedBy(part), q.measured(part)))
            .toList()
        : List.of();
  }

  /// {@return for each question that somebody's words touch, what was measured of it}
  ///
  /// @param part the patch they are about
  /// @param words what was written
  static List<Answer> answers(PatchReview part, String words) {
    return Stream.of(values())
        .filter(q -> q.asked.matcher(words).find())
        .map(q -> new Answer(q.topic, q.askedBy(part), q.measured(part)))
        .toList();
  }

  /// {@return whether a finding is among what [#of] tells}
  static boolean answeredByOne(Finding f) {
    return Stream.of(WRAPPER, EXPOSURE).anyMatch(q -> q.rules.matcher(f.rule()).matches());
  }

  private List<String> askedBy(PatchReview part) {
    return part.remarks().stream()
        .filter(remark -> asked.matcher(remark.text()).find())
        .map(Review.Remark::author)
        .map(author -> author.isEmpty() ? "a reviewer" : author.replaceFirst(" <.*", ""))
        .distinct()
        .toList();
  }

  private List<String> measured(PatchReview part) {
    if (part.verdict() instanceof Verdict.NotReviewed) {
      return List.of("not measured: the patch was not reviewed");
    }
    return switch (this) {
      case WRAPPER ->
          found(part, "no function has one caller alone, and none wraps another's only use");
      case EXPOSURE -> found(part, "no function is seen by more or by fewer than before");
      case SPLIT_OR_MERGE -> splitOrMerge(part);
      case POINTER -> pointer(part);
    };
  }

  private List<String> found(PatchReview part, String nothing) {
    List<String> found =
        part.findings().stream()
            .filter(f -> rules.matcher(f.rule()).matches())
            .map(Questions::fact)
            .toList();
    return found.isEmpty() ? List.of(nothing) : found;
  }

  private static String fact(Finding f) {
    return f.message() + " [" + f.rule() + "]";
  }

  private List<String> splitOrMerge(PatchReview part) {
    Stream<String> claims =
        part.findings().stream()
            .filter(f -> f.rule().startsWith("claim-"))
            .filter(f -> asked.matcher(f.message()).find())
            .map(Questions::fact);
    return Stream.concat(
            claims,
            Stream.of(
                entered(part, SPLITS_OR_MERGES, "a function named for splitting or merging a VMA")))
        .toList();
  }

  private static List<String> pointer(PatchReview part) {
    boolean differs =
        Differences.of(part.verdict()).stream()
            .filter(Differences::changesBehaviour)
            .anyMatch(d -> Differences.observables(d).contains(Observable.VMAS));
    Optional<Evidence> evidence = TextEvidence.of(part.verdict());
    if (evidence.isEmpty()) {
      return List.of("not measured: nothing was run");
    }
    String compared =
        differs
            ? "the VMA list differs, see the counterexample"
            : "each VMA is the same object on both sides, in " + Headline.runs(evidence.get());
    return List.of(compared, entered(part, MAKES_VMA, "vm_area_alloc() or vm_area_dup()"));
  }

  /// What runs have entered of the functions with such names.
  private static String entered(PatchReview part, Pattern names, String what) {
    return TextEvidence.of(part.verdict())
        .map(e -> entered(e, names, what))
        .orElse("not measured: nothing was run");
  }

  private static String entered(Evidence e, Pattern names, String what) {
    List<String> before = matching(e.entered().before(), names);
    List<String> after = matching(e.entered().after(), names);
    if (before.isEmpty() && after.isEmpty()) {
      return "no run enters %s, before or after the patch".formatted(what);
    }
    return before.equals(after)
        ? "runs enter %s, before and after the patch".formatted(String.join(", ", after))
        : "runs enter %s before the patch, %s after it".formatted(listed(before), listed(after));
  }

  private static String listed(List<String> names) {
    return names.isEmpty() ? "none" : String.join(", ", names);
  }

  private static List<String> matching(List<String> functions, Pattern names) {
    return functions.stream().filter(f -> names.matcher(f).matches()).map(f -> f + "()").toList();
  }
}
