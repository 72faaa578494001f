package org.mmlens.report;

import org.mmlens.diag.Diagnostic;
import org.mmlens.diag.Position;
import org.mmlens.review.Finding;
import org.mmlens.review.Review;
import org.mmlens.review.Verdict;
import org.mmlens.tree.Mismatch;

/// The whole review as JSON: the schema is `docs/json.md`.
///
/// Members that have nothing to say are left out rather than null; lists are there even when empty.
public final class JsonReport implements Report {

  /// The name and version of the schema. Members may be added within a version; a renamed, removed
  /// or reinterpreted one makes a new version.
  public static final String SCHEMA = "mmlens-review/1";

  /// Makes the report.
  public JsonReport() {}

  @Override
  public String format() {
    return "json";
  }

  @Override
  public String render(Review review) {
    return Json.object(
        json -> {
          json.text("schema", SCHEMA);
          json.text("verdict", Headline.word(review));
          json.flag("complete", review.complete());
          json.object("series", o -> series(o, review.series()));
          json.text("tree", review.tree());
          json.number("seed", review.seed());
          json.array("diagnostics", review.diagnostics(), JsonReport::diagnostic);
          json.texts("decisions", review.placing().decisions());
          json.array("mismatches", review.placing().mismatches(), JsonReport::mismatch);
          json.array("patches", review.patches(), JsonReport::part);
          review.whole().ifPresent(whole -> json.object("whole", o -> part(o, whole)));
        });
  }

  private static void series(Json json, Review.SeriesHead head) {
    json.text("subject", head.subject())
        .number("revision", head.revision())
        .text("author", head.author())
        .text("messageId", head.messageId());
  }

  private static void diagnostic(Json json, Diagnostic d) {
    json.text("severity", d.severity() == Diagnostic.Severity.ERROR ? "error" : "warning")
        .text("code", d.code())
        .object("at", o -> position(o, d.at()))
        .text("sourceLine", d.sourceLine())
        .text("message", d.message());
    d.hint().ifPresent(hint -> json.text("hint", hint));
  }

  static void position(Json json, Position at) {
    json.text("path", at.path());
    if (at.line() > 0) {
      json.number("line", at.line());
    }
    if (at.column() > 0) {
      json.number("column", at.column());
    }
  }

  private static void part(Json json, Review.PatchReview part) {
    json.number("number", part.number())
        .number("total", part.total())
        .text("subject", part.subject())
        .text("messageId", part.messageId())
        .text("verdict", part.verdict().word());
    switch (part.verdict()) {
      case Verdict.Inconclusive(var reasons, _) -> json.texts("reasons", reasons);
      case Verdict.NotRun(var reason) -> json.texts("reasons", java.util.List.of(reason));
      case Verdict.NotReviewed(var reason) -> json.texts("reasons", java.util.List.of(reason));
      case Verdict.NoDifference _, Verdict.Different _ -> {}
    }
    json.array("findings", part.findings(), JsonReport::finding);
    json.array("differences", Differences.of(part.verdict()), JsonOutcome::difference);
    TextEvidence.of(part.verdict())
        .ifPresent(e -> json.object("evidence", o -> JsonEvidence.write(o, e)));
    json.array("hunks", part.hunks(), JsonReport::hunk);
    json.array("comments", part.remarks(), (o, remark) -> comment(o, part, remark));
    json.array("questions", Questions.of(part), JsonReport::question);
  }

  private static void finding(Json json, Finding f) {
    json.text("severity", Headline.word(f.severity()))
        .text("rule", f.rule())
        .text("fingerprint", Fingerprint.of(f))
        .object("at", o -> position(o, f.at()))
        .text("message", f.message())
        .texts("evidence", f.evidence());
    f.expected()
        .ifPresent(
            mark ->
                json.object(
                    "expected",
                    o ->
                        o.text("reason", mark.reason())
                            .text("where", mark.where())
                            .text("severity", Headline.word(mark.severity()))));
  }

  private static void mismatch(Json json, Mismatch mismatch) {
    json.object("at", o -> position(o, mismatch.at()))
        .text("path", mismatch.path())
        .number("hunk", mismatch.hunk())
        .array("rows", mismatch.rows(), JsonReport::row);
  }

  private static void row(Json json, Mismatch.Row row) {
    json.text("expected", row.expected()).number("line", row.treeLine());
    row.found().ifPresent(found -> json.text("found", found));
  }

  private static void comment(Json json, Review.PatchReview part, Review.Remark remark) {
    json.text("author", remark.author())
        .text("text", remark.text())
        .text("under", remark.under())
        .text("place", remark.place())
        .texts("measured", TextRemarks.measured(part, remark));
    remark
        .hunk()
        .ifPresent(
            hunk ->
                json.object("before", o -> position(o, hunk.before()))
                    .object("after", o -> position(o, hunk.after())));
  }

  private static void question(Json json, Questions.Answer answer) {
    json.text("topic", answer.topic())
        .texts("askedBy", answer.askedBy())
        .texts("measured", answer.measured());
  }

  private static void hunk(Json json, Review.Hunk hunk) {
    json.object("before", o -> position(o, hunk.before()))
        .object("after", o -> position(o, hunk.after()))
        .texts("lines", hunk.lines());
  }
}
