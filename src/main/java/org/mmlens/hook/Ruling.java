package org.mmlens.hook;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mmlens.diag.Diagnostic;
import org.mmlens.report.DiagnosticText;
import org.mmlens.report.Printable;
import org.mmlens.review.Finding;
import org.mmlens.review.Review;
import org.mmlens.review.Review.PatchReview;
import org.mmlens.review.Verdict;

/// What becomes of a commit, and what is said to the person who makes it.
public sealed interface Ruling {

  /// {@return one line each, without the name of the hook}
  List<String> lines();

  /// Git goes on.
  ///
  /// @param lines what is said
  record Pass(List<String> lines) implements Ruling {
    /// Copies the list.
    public Pass {
      lines = List.copyOf(lines);
    }
  }

  /// Something was found.
  ///
  /// @param lines what is said after the report
  record Stop(List<String> lines) implements Ruling {
    /// Copies the list.
    public Stop {
      lines = List.copyOf(lines);
    }
  }

  /// The review could not be made.
  ///
  /// @param lines why
  record Unable(List<String> lines) implements Ruling {
    /// Copies the list.
    public Unable {
      lines = List.copyOf(lines);
    }
  }

  /// How many remarks that stop nothing are shown.
  int MOST_REMARKS = 5;

  /// {@return the ruling on a change}
  ///
  /// @param hook for which
  /// @param review of it, complete or not
  /// @param deadline the review had
  /// @param budget how long that was
  /// @param again how the same is reviewed without a hook
  static Ruling of(Hook hook, Review review, Deadline deadline, Duration budget, String again) {
    long errors = findings(review).filter(f -> f.severity() == Finding.Severity.ERROR).count();
    if (errors > 0) {
      String count = errors == 1 ? "1 finding" : errors + " findings";
      List<String> lines = new ArrayList<>();
      if (!review.complete()) {
        lines.add(unfinished(budget, deadline) + "; there may be more");
      }
      lines.add("%s; %s".formatted(count, onward(hook)));
      return new Stop(lines);
    }
    if (!review.complete()) {
      return unfinished(hook, deadline, budget, again);
    }
    List<String> refused = refused(review);
    return refused.isEmpty() ? new Pass(summary(review)) : new Unable(refused);
  }

  private static Ruling unfinished(Hook hook, Deadline deadline, Duration budget, String again) {
    String rest = "the rest: " + again;
    if (deadline.differing() > 0) {
      return new Stop(
          List.of(
              "%s; %d of these runs differ, and no counterexample is ready"
                  .formatted(unfinished(budget, deadline), deadline.differing()),
              rest,
              onward(hook)));
    }
    return new Pass(List.of(unfinished(budget, deadline) + "; nothing was found so far", rest));
  }

  private static String unfinished(Duration budget, Deadline deadline) {
    return "not finished within %s s (%s)"
        .formatted(HookSettings.seconds(budget), deadline.whereabouts());
  }

  /// How git is told to go on all the same.
  private static String onward(Hook hook) {
    return switch (hook) {
      case PRE_COMMIT -> "nothing was committed; 'git commit --no-verify' commits all the same";
      case PRE_APPLYPATCH ->
          "the patch was not committed; 'MMLENS_HOOK=off git am --continue' commits it all the"
              + " same";
      case SENDEMAIL_VALIDATE ->
          "nothing was sent; 'git send-email --no-validate' sends it all the same";
      case PRE_PUSH -> "nothing was pushed; 'git push --no-verify' pushes all the same";
    };
  }

  private static List<String> refused(Review review) {
    List<String> lines = new ArrayList<>();
    review.diagnostics().stream()
        .filter(d -> d.severity() == Diagnostic.Severity.ERROR)
        .limit(MOST_REMARKS)
        .forEach(d -> lines.addAll(DiagnosticText.lines(d)));
    parts(review)
        .map(PatchReview::verdict)
        .flatMap(
            v -> v instanceof Verdict.NotReviewed(var reason) ? Stream.of(reason) : Stream.of())
        .distinct()
        .forEach(lines::add);
    return lines;
  }

  private static List<String> summary(Review review) {
    List<String> lines = new ArrayList<>();
    Verdict worst =
        parts(review)
            .map(PatchReview::verdict)
            .filter(v -> v instanceof Verdict.Inconclusive)
            .findFirst()
            .or(() -> parts(review).map(PatchReview::verdict).reduce((_, last) -> last))
            .orElseThrow();
    lines.add(worst.word() + reason(worst).map(r -> ": " + Printable.of(r)).orElse(""));
    List<Finding> remarks = findings(review).distinct().sorted(Finding.REPORT_ORDER).toList();
    remarks.stream().limit(MOST_REMARKS).forEach(f -> lines.add(line(f)));
    if (remarks.size() > MOST_REMARKS) {
      lines.add("and %d more remarks".formatted(remarks.size() - MOST_REMARKS));
    }
    return lines;
  }

  private static Optional<String> reason(Verdict verdict) {
    return switch (verdict) {
      case Verdict.NoDifference(var evidence, _) ->
          Optional.of(
              "%,d layouts and %,d fault plans on each side"
                  .formatted(evidence.scenarios(), evidence.faultPlans()));
      case Verdict.Inconclusive(var reasons, _) -> reasons.stream().findFirst();
      case Verdict.NotRun(var reason) -> Optional.of(reason);
      case Verdict.NotReviewed(var reason) -> Optional.of(reason);
      case Verdict.Different _ -> Optional.empty();
    };
  }

  private static String line(Finding f) {
    String word = f.severity() == Finding.Severity.WARNING ? "warning" : "note";
    return Printable.of("%s: %s: %s [%s]".formatted(f.at(), word, f.message(), f.rule()));
  }

  private static Stream<PatchReview> parts(Review review) {
    return Stream.concat(review.patches().stream(), review.whole().stream());
  }

  private static Stream<Finding> findings(Review review) {
    return parts(review).flatMap(part -> part.findings().stream());
  }
}
