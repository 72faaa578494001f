package org.mmlens.report;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mmlens.diag.Diagnostic;
import org.mmlens.review.Finding;
import org.mmlens.review.Review;
import org.mmlens.review.Review.PatchReview;
import org.mmlens.review.Verdict;

/// What b4 reads from a command of `b4.am-perpatch-check-cmd`: a line a finding, in the manner of
/// `checkpatch.pl --terse`, and nothing at all for a clean patch.
///
/// A line that holds `ERROR:` counts as failed, any other as a warning, so notes are left out.
final class B4Report implements Report {

  @Override
  public String format() {
    return "b4";
  }

  @Override
  public String render(Review review) {
    Stream<String> diagnostics = review.diagnostics().stream().map(B4Report::diagnostic);
    Stream<String> parts = review.patches().stream().flatMap(B4Report::part);
    return Stream.concat(diagnostics, parts)
        .map(line -> Printable.of(line) + "\n")
        .collect(Collectors.joining());
  }

  private static String diagnostic(Diagnostic d) {
    String word = d.severity() == Diagnostic.Severity.ERROR ? "ERROR" : "WARNING";
    return "%s: %s: %s [%s]".formatted(d.at(), word, d.message(), d.code());
  }

  private static Stream<String> part(PatchReview part) {
    Stream<String> verdict =
        switch (part.verdict()) {
          case Verdict.NoDifference _, Verdict.Different _, Verdict.NotRun _ -> Stream.of();
          case Verdict.Inconclusive(var reasons, _) ->
              reasons.stream().map(r -> "WARNING: inconclusive: " + r);
          case Verdict.NotReviewed(var reason) -> Stream.of("ERROR: not reviewed: " + reason);
        };
    Stream<String> findings =
        part.findings().stream()
            .filter(f -> f.severity() != Finding.Severity.NOTE)
            .map(f -> finding(part, f));
    return Stream.concat(verdict, findings);
  }

  private static String finding(PatchReview part, Finding f) {
    String word = f.severity() == Finding.Severity.ERROR ? "ERROR" : "WARNING";
    String again = DifferenceChoice.of(part, f).map(d -> "; scenario " + d.scenario()).orElse("");
    return "%s: %s: %s [%s]%s".formatted(f.at(), word, f.message(), f.rule(), again);
  }
}
