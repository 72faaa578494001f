package org.mmlens.review;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.mmlens.diag.Position;
import org.mmlens.explore.Difference;
import org.mmlens.explore.Evidence;
import org.mmlens.lens.Observable;
import org.mmlens.review.Finding.Severity;
import org.mmlens.surface.claim.Claim;
import org.mmlens.surface.claim.Judgement;
import org.mmlens.surface.claim.Judgement.Confirmed;
import org.mmlens.surface.claim.Judgement.NotCheckable;
import org.mmlens.surface.claim.Judgement.Refuted;

/// Findings about what a message says: refuted, confirmed, or beyond what can be checked.
final class ClaimFindings {

  /// Longer quotes are cut.
  private static final int LONGEST_QUOTE = 100;

  private final Reviewer.Change change;
  private final ChangedCode changed;
  private final Surfaces surfaces;
  private final Shown shown;

  ClaimFindings(Reviewer.Change change, ChangedCode changed, Surfaces surfaces, Shown shown) {
    this.change = change;
    this.changed = changed;
    this.surfaces = surfaces;
    this.shown = shown;
  }

  /// {@return one finding for each claim}
  List<Finding> of(List<Claim> claims) {
    List<Finding> findings = new ArrayList<>();
    for (Judgement.Judged judged : surfaces.claims(change, shown.executed()).judge(claims)) {
      Judgement judgement =
          judged.judgement() instanceof Judgement.ByBehaviour ? behaviour() : judged.judgement();
      boolean silent = judged.claim() instanceof Claim.Returns && judgement instanceof NotCheckable;
      if (!silent) {
        findings.add(finding(judged.claim(), judgement));
      }
    }
    return findings;
  }

  private Finding finding(Claim claim, Judgement judgement) {
    String quote = "'" + quote(claim) + "'";
    Position at = place(claim);
    return switch (judgement) {
      case Refuted(List<String> evidence) ->
          new Finding(
              Severity.ERROR,
              "claim-refuted",
              at,
              "%s says %s, but %s".formatted(claim.source(), quote, evidence.getFirst()),
              evidence.subList(1, evidence.size()));
      case Confirmed(List<String> evidence) ->
          new Finding(Severity.NOTE, "claim-confirmed", at, confirmed(claim, quote), evidence);
      case NotCheckable(String reason) ->
          new Finding(
              Severity.NOTE,
              "claim-not-checkable",
              at,
              "%s cannot be checked: %s".formatted(quote, reason),
              List.of("would be refuted by: " + claim.refutedBy()));
      case Judgement.ByBehaviour() -> throw new IllegalStateException(claim.quote());
    };
  }

  private static String confirmed(Claim claim, String quote) {
    return claim instanceof Claim.Returns(_, String function, _)
        ? "%s is so of %s()".formatted(quote, function)
        : quote + " is so";
  }

  private static String quote(Claim claim) {
    String quote = claim.quote().replaceFirst("[.,;:!?]+$", "");
    return quote.length() <= LONGEST_QUOTE ? quote : quote.substring(0, LONGEST_QUOTE) + "...";
  }

  private Position place(Claim claim) {
    return claim.subjects().stream()
        .flatMap(name -> surfaces.place(change, name).stream())
        .findFirst()
        .or(() -> changed.functions().values().stream().findFirst())
        .orElseGet(() -> Position.ofFile(change.paths().stream().findFirst().orElse("")));
  }

  /// What the runs make of "no functional change".
  private Judgement behaviour() {
    return switch (shown.verdict()) {
      case Verdict.Different(_, var differences) -> new Refuted(List.of(observables(differences)));
      case Verdict.NoDifference(var evidence, var notes) -> same(evidence, notes);
      case Verdict.Inconclusive(var reasons, _) -> new NotCheckable(String.join("; ", reasons));
      case Verdict.NotRun(var reason) -> new NotCheckable(reason);
      case Verdict.NotReviewed(var reason) -> new NotCheckable(reason);
    };
  }

  private static String observables(List<Difference> differences) {
    String titles =
        differences.stream()
            .filter(d -> d.withinContract() && !d.orderOnly())
            .flatMap(d -> d.observables().stream())
            .distinct()
            .sorted()
            .map(Observable::title)
            .collect(Collectors.joining(", "));
    return "runs before and after it differ in " + titles;
  }

  private Judgement same(Evidence evidence, List<Difference> notes) {
    String nothing =
        notes.stream().allMatch(Difference::withinContract)
            ? "nothing"
            : "nothing within the contract";
    String runs =
        "%,d layouts and %,d fault plans told the two sides apart in %s"
            .formatted(evidence.scenarios(), evidence.faultPlans(), nothing);
    return shown.notRun().isEmpty()
        ? new Confirmed(List.of(runs))
        : new NotCheckable(
            runs + ", but none came to " + String.join("(), ", shown.notRun()) + "()");
  }
}
