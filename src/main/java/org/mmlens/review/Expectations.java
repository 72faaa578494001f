package org.mmlens.review;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mmlens.explore.Difference;
import org.mmlens.explore.Evidence;
import org.mmlens.lens.Observable;
import org.mmlens.lens.Outcome;
import org.mmlens.review.Review.PatchReview;

/// Marks the findings of a review that were declared beforehand. None is left out: each becomes a
/// note that gives the reason.
public final class Expectations {

  private final List<Expected> expected;
  private final Set<Expected> met = new LinkedHashSet<>();

  private Expectations(List<Expected> expected) {
    this.expected = List.copyOf(expected);
  }

  /// {@return the review with what was declared marked in it, and what was declared in vain among
  /// its decisions}
  ///
  /// @param review what was measured
  /// @param expected what was declared
  public static Review mark(Review review, List<Expected> expected) {
    if (expected.isEmpty()) {
      return review;
    }
    var expectations = new Expectations(expected);
    List<PatchReview> patches = review.patches().stream().map(expectations::part).toList();
    Optional<PatchReview> whole = review.whole().map(expectations::part);
    List<String> decisions = new ArrayList<>(review.placing().decisions());
    if (review.complete()) {
      decisions.addAll(expectations.inVain());
    }
    return new Review(
        review.series(),
        review.tree(),
        patches,
        whole,
        review.diagnostics(),
        review.seed(),
        review.complete(),
        new Review.Placing(decisions, review.placing().mismatches()));
  }

  /// {@return a line for each entry that means nothing of what was found}
  private List<String> inVain() {
    return expected.stream()
        .filter(e -> !met.contains(e))
        .map(e -> e.where() + ": expected, but not found: " + e.name())
        .toList();
  }

  private PatchReview part(PatchReview part) {
    return new PatchReview(
        part.number(),
        part.total(),
        part.subject(),
        part.messageId(),
        part.verdict(),
        part.findings().stream().map(f -> finding(part, f)).toList(),
        part.hunks(),
        part.remarks());
  }

  private Finding finding(PatchReview part, Finding finding) {
    Optional<Expected.Matched> difference =
        differences(part.verdict())
            .filter(finding::tells)
            .findFirst()
            .map(d -> new Expected.Matched(functions(part.verdict(), d), observables(d)));
    for (Expected entry : expected) {
      Optional<Expected.Mark> mark = entry.mark(finding, difference);
      if (mark.isPresent()) {
        met.add(entry);
        return finding.asExpected(mark.get());
      }
    }
    return finding;
  }

  private static Stream<Difference> differences(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Different(_, var differences) -> differences.stream();
      case Verdict.NoDifference(_, var notes) -> notes.stream();
      case Verdict.Inconclusive _, Verdict.NotRun _, Verdict.NotReviewed _ -> Stream.of();
    };
  }

  private static Set<String> observables(Difference d) {
    Set<String> all = new TreeSet<>();
    d.observables().stream().map(Observable::id).forEach(all::add);
    return all;
  }

  private static Set<String> functions(Verdict verdict, Difference d) {
    Set<String> all = new TreeSet<>();
    evidence(verdict)
        .ifPresent(
            e -> {
              all.add(name(e.entryBefore()));
              all.add(name(e.entryAfter()));
            });
    d.parting().stream()
        .flatMap(p -> Stream.of(p.before(), p.after()))
        .flatMap(Optional::stream)
        .flatMap(e -> e.at().stream())
        .map(Outcome.Frame::function)
        .forEach(all::add);
    if (d.after().ending() instanceof Outcome.Ending.Stopped(_, _, var frames)) {
      frames.stream().limit(1).map(Outcome.Frame::function).forEach(all::add);
    }
    return all;
  }

  /// The name in `shift_arg_pages() fs/exec.c:677`.
  private static String name(String entry) {
    return entry.split("\\(", 2)[0];
  }

  private static Optional<Evidence> evidence(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Different(var evidence, _) -> Optional.of(evidence);
      case Verdict.NoDifference(var evidence, _) -> Optional.of(evidence);
      case Verdict.Inconclusive _, Verdict.NotRun _, Verdict.NotReviewed _ -> Optional.empty();
    };
  }
}
