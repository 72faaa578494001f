package org.mmlens.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mmlens.explore.Difference;
import org.mmlens.lens.Observable;
import org.mmlens.review.Expected;
import org.mmlens.review.Finding;
import org.mmlens.review.Review;
import org.mmlens.review.Review.PatchReview;
import org.mmlens.review.Verdict;

/// KTAP version 1 (`Documentation/dev-tools/ktap.rst`): a test a patch, with a subtest an
/// observable and one a remark.
///
/// A patch that was taken up begins with the subtest `applies`. It says something of its own, and
/// it keeps a series of which nothing can be said from being nothing but skipped tests: `kunit.py
/// parse` ends with 1 for such a log (`tools/testing/kunit/kunit.py` of 6.12, `parse_tests()`,
/// knows success and all else), though `kunit.py run` takes it for success.
final class KtapReport implements Report {

  private static final String EXPECTED = " # XFAIL expected";
  private static final String INDENT = "  ";
  private static final String VERSION = "KTAP version 1";

  /// One result line and what is said above it.
  private record Line(List<String> diagnostics, boolean ok, String name, String directive) {}

  @Override
  public String format() {
    return "ktap";
  }

  @Override
  public String render(Review review) {
    var out = new StringBuilder();
    List<PatchReview> parts = Headline.parts(review);
    out.append(VERSION).append("\n1..").append(parts.size()).append('\n');
    review.diagnostics().stream()
        .flatMap(d -> DiagnosticText.lines(d).stream())
        .forEach(line -> comment(out, line));
    for (int i = 0; i < parts.size(); i++) {
      part(out, parts.get(i), review.complete(), i + 1);
    }
    return out.toString();
  }

  /// Adds a diagnostic line. `# Subtest: NAME` would announce a test.
  private static void comment(StringBuilder out, String text) {
    boolean header = text.stripLeading().startsWith("Subtest:");
    out.append(header ? "# | " : "# ").append(text).append('\n');
  }

  private static void part(StringBuilder out, PatchReview part, boolean complete, int number) {
    List<Line> lines = lines(part, complete);
    out.append(INDENT)
        .append(VERSION)
        .append("\n" + INDENT + "1..")
        .append(lines.size())
        .append('\n');
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      line.diagnostics().forEach(d -> comment(out.append(INDENT), d));
      result(out.append(INDENT), line.ok(), i + 1, line.name()).append(line.directive());
      out.append('\n');
    }
    String name = part.number() == 0 ? "series" : "patch-" + part.number();
    boolean skipped = lines.stream().anyMatch(line -> line.directive().startsWith(" # SKIP"));
    boolean expected = lines.stream().anyMatch(line -> line.directive().equals(EXPECTED));
    boolean ok = lines.stream().allMatch(Line::ok);
    result(out, ok, number, name);
    String directive = expected ? EXPECTED : skipped ? " # SKIP " + part.verdict().word() : "";
    out.append(ok ? directive : "").append('\n');
  }

  private static StringBuilder result(StringBuilder out, boolean ok, int number, String name) {
    return out.append(ok ? "ok " : "not ok ").append(number).append(' ').append(name);
  }

  private static List<Line> lines(PatchReview part, boolean complete) {
    var lines = new ArrayList<Line>();
    if (takenUp(part.verdict(), complete)) {
      lines.add(new Line(List.of(), true, "applies", ""));
    }
    switch (part.verdict()) {
      case Verdict.NotReviewed(var reason) ->
          lines.add(new Line(List.of(safe(reason)), false, "behaviour", ""));
      case Verdict.NotRun(var reason) ->
          lines.add(new Line(List.of(safe(reason)), true, "behaviour", " # SKIP not run"));
      case Verdict.Inconclusive(var reasons, _) ->
          lines.add(
              new Line(
                  reasons.stream().map(KtapReport::safe).toList(),
                  true,
                  "behaviour",
                  " # SKIP inconclusive"));
      case Verdict.NoDifference _, Verdict.Different _ -> {
        for (Observable observable : Observable.values()) {
          lines.add(observable(observable, part));
        }
      }
    }
    part.findings().stream()
        .filter(f -> !Headline.aboutBehaviour(f))
        .forEach(f -> lines.add(remark(f)));
    return lines;
  }

  /// An interrupted review may have come to nothing at all.
  private static boolean takenUp(Verdict verdict, boolean complete) {
    return switch (verdict) {
      case Verdict.NotReviewed _ -> false;
      case Verdict.Inconclusive _ -> complete;
      case Verdict.NoDifference _, Verdict.Different _, Verdict.NotRun _ -> true;
    };
  }

  /// A difference that was expected does not hide another one in the same observable.
  private static Line observable(Observable observable, PatchReview part) {
    List<Difference> all =
        Differences.of(part.verdict()).stream()
            .filter(d -> d.withinContract() && !d.orderOnly())
            .filter(d -> d.observable() == observable || d.also().contains(observable))
            .toList();
    Optional<Difference> worst =
        all.stream()
            .filter(d -> expected(part, d).isEmpty())
            .findFirst()
            .or(() -> all.stream().findFirst());
    Optional<Expected.Mark> mark = worst.flatMap(d -> expected(part, d));
    var said = new ArrayList<String>();
    mark.ifPresent(m -> said.add(safe("expected: " + m.reason() + " (" + m.where() + ")")));
    worst.ifPresent(
        d -> {
          said.add(safe(d.summary()));
          said.add("scenario " + d.scenario());
          said.addAll(OutcomeLines.diff(observable, d));
        });
    return new Line(
        said,
        worst.isEmpty() || mark.isPresent(),
        observable.title().replace(' ', '-'),
        mark.isPresent() ? EXPECTED : "");
  }

  private static Optional<Expected.Mark> expected(PatchReview part, Difference d) {
    return part.findings().stream()
        .filter(f -> f.expected().isPresent())
        .filter(f -> DifferenceChoice.of(part, f).filter(d::equals).isPresent())
        .findFirst()
        .flatMap(Finding::expected);
  }

  private static Line remark(Finding f) {
    var said = new ArrayList<String>();
    said.add(safe(f.at() + ": " + f.message()));
    f.evidence().forEach(line -> said.add("  " + safe(line)));
    boolean ok = f.severity() != Finding.Severity.ERROR;
    return new Line(said, ok, safe(f.rule()).replace('#', '-'), "");
  }

  private static String safe(String text) {
    return Printable.of(text);
  }
}
