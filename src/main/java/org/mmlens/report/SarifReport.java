package org.mmlens.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mmlens.diag.Diagnostic;
import org.mmlens.diag.Position;
import org.mmlens.explore.Difference;
import org.mmlens.lens.Outcome;
import org.mmlens.review.Expected;
import org.mmlens.review.Finding;
import org.mmlens.review.Review;
import org.mmlens.review.Review.PatchReview;
import org.mmlens.review.Verdict;

/// SARIF 2.1.0 (OASIS, 2020): one result a finding, the effects of both runs as thread flows.
///
/// The series as a whole is left out where there are several patches: its findings are theirs
/// again.
final class SarifReport implements Report {

  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
  private static final int MOST_STEPS = 100;

  /// A finding, the patch it is on, and the difference it stands for.
  private record Result(PatchReview part, Finding finding, Optional<Difference> difference) {}

  @Override
  public String format() {
    return "sarif";
  }

  @Override
  public String render(Review review) {
    return Json.object(
        json ->
            json.text("$schema", SCHEMA)
                .text("version", "2.1.0")
                .array("runs", List.of(review), SarifReport::run));
  }

  private static void run(Json json, Review review) {
    List<Result> results =
        review.patches().stream().flatMap(part -> results(part).stream()).toList();
    Map<String, Finding> rules = new TreeMap<>();
    results.forEach(r -> rules.putIfAbsent(r.finding().rule(), r.finding()));
    json.object("tool", tool -> tool.object("driver", driver -> driver(driver, rules)))
        .array("invocations", List.of(review), SarifReport::invocation)
        .text("columnKind", "utf16CodeUnits")
        .array("results", results, SarifReport::result);
    json.object(
        "properties", p -> p.text("verdict", Headline.word(review)).text("tree", review.tree()));
  }

  private static void driver(Json json, Map<String, Finding> rules) {
    json.text("name", "mmlens")
        .array(
            "rules",
            rules.values(),
            (rule, finding) ->
                rule.text("id", finding.rule())
                    .object(
                        "shortDescription", d -> d.text("text", finding.rule().replace('-', ' ')))
                    .object("defaultConfiguration", c -> c.text("level", level(finding))));
  }

  private static String level(Finding finding) {
    return Headline.word(finding.severity());
  }

  private static List<Result> results(PatchReview part) {
    return part.findings().stream()
        .map(f -> new Result(part, f, DifferenceChoice.of(part, f)))
        .toList();
  }

  private static void invocation(Json json, Review review) {
    Stream<Diagnostic> unfinished =
        review.patches().stream().flatMap(part -> unfinished(part).stream());
    json.flag("executionSuccessful", Headline.parts(review).stream().allMatch(SarifReport::judged))
        .array(
            "toolExecutionNotifications",
            Stream.concat(review.diagnostics().stream(), unfinished).toList(),
            SarifReport::notification);
  }

  private static boolean judged(PatchReview part) {
    return switch (part.verdict()) {
      case Verdict.NoDifference _, Verdict.Different _, Verdict.NotRun _ -> true;
      case Verdict.Inconclusive _, Verdict.NotReviewed _ -> false;
    };
  }

  private static List<Diagnostic> unfinished(PatchReview part) {
    List<String> reasons =
        switch (part.verdict()) {
          case Verdict.Inconclusive(var all, _) -> all;
          case Verdict.NotReviewed(var reason) -> List.of(reason);
          case Verdict.NotRun(var reason) -> List.of(reason);
          case Verdict.NoDifference _, Verdict.Different _ -> List.of();
        };
    var at = Position.ofFile("");
    String about = "patch " + Headline.name(part) + ": ";
    return reasons.stream()
        .map(r -> Diagnostic.warning(part.verdict().word(), at, about + r))
        .toList();
  }

  private static void notification(Json json, Diagnostic d) {
    boolean error = d.severity() == Diagnostic.Severity.ERROR;
    json.text("level", error ? "error" : "warning")
        .object("descriptor", o -> o.text("id", d.code()))
        .object("message", o -> o.text("text", d.message()));
    if (!d.at().path().isEmpty()) {
      json.array("locations", List.of(d.at()), SarifReport::location);
    }
  }

  private static void result(Json json, Result result) {
    Finding f = result.finding();
    String text = Stream.concat(Stream.of(f.message()), f.evidence().stream()).toList().toString();
    json.text("ruleId", f.rule())
        .text("level", level(f))
        .object("message", o -> o.text("text", text.substring(1, text.length() - 1)))
        .array("locations", List.of(f.at()), SarifReport::location)
        .object("partialFingerprints", o -> o.text("mmlens/v1", Fingerprint.of(f)));
    f.expected()
        .ifPresent(mark -> json.array("suppressions", List.of(mark), SarifReport::expected));
    result.difference().ifPresent(d -> json.array("codeFlows", List.of(d), SarifReport::flows));
    json.object(
        "properties",
        o -> {
          o.text("patch", Headline.name(result.part())).text("msgid", result.part().messageId());
          result.difference().ifPresent(d -> o.text("scenario", d.scenario().toString()));
        });
  }

  private static void expected(Json json, Expected.Mark mark) {
    json.text("kind", "external")
        .text("status", "accepted")
        .text("justification", mark.reason() + " (" + mark.where() + ")");
  }

  private static void location(Json json, Position at) {
    json.object("physicalLocation", o -> physical(o, at));
  }

  private static void physical(Json json, Position at) {
    json.object("artifactLocation", o -> o.text("uri", UriPath.of(at.path())));
    if (at.line() > 0) {
      json.object(
          "region",
          o -> {
            o.number("startLine", at.line());
            if (at.column() > 0) {
              o.number("startColumn", at.column());
            }
          });
    }
  }

  private static void flows(Json json, Difference d) {
    json.object("message", o -> o.text("text", "the runs before and after the patch"))
        .array(
            "threadFlows",
            List.of(new Flow("before", d.before()), new Flow("after", d.after())),
            SarifReport::flow);
  }

  private record Flow(String side, Outcome outcome) {}

  private static void flow(Json json, Flow flow) {
    var ended = new Outcome.Event(OutcomeLines.ending(flow.outcome()), Optional.empty());
    List<Outcome.Event> steps =
        Stream.concat(flow.outcome().effects().stream().limit(MOST_STEPS), Stream.of(ended))
            .toList();
    json.text("id", flow.side()).array("locations", steps, SarifReport::step);
  }

  private static void step(Json json, Outcome.Event event) {
    json.object(
        "location",
        o -> {
          o.object("message", m -> m.text("text", event.text()));
          event.at().ifPresent(f -> o.object("physicalLocation", p -> physical(p, f.at())));
        });
  }
}
