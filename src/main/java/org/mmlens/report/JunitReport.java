package org.mmlens.report;

import java.util.List;
import org.mmlens.review.Finding;
import org.mmlens.review.Review;
import org.mmlens.review.Review.PatchReview;
import org.mmlens.review.Verdict;

/// JUnit's XML as GitLab and Jenkins read it: a suite a patch, a case for its behaviour and one for
/// each remark.
final class JunitReport implements Report {

  @Override
  public String format() {
    return "junit";
  }

  @Override
  public String render(Review review) {
    var xml = new Markup().verbatim("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.element(
        "testsuites",
        inner -> {
          inner.line();
          Headline.parts(review).forEach(part -> suite(inner, part, review));
        },
        "name",
        "mmlens");
    return xml.line().toString();
  }

  private static void suite(Markup xml, PatchReview part, Review review) {
    List<Finding> remarks =
        part.findings().stream().filter(f -> !Headline.aboutBehaviour(f)).toList();
    xml.element(
            "testsuite",
            inner -> {
              inner.line();
              behaviour(inner, part, review);
              remarks.forEach(f -> remark(inner, f));
            },
            "name",
            name(part),
            "tests",
            String.valueOf(1 + remarks.size()),
            "failures",
            String.valueOf(remarks.stream().filter(JunitReport::fails).count() + different(part)),
            "errors",
            part.verdict() instanceof Verdict.NotReviewed ? "1" : "0",
            "skipped",
            skipped(part) ? "1" : "0")
        .line();
  }

  private static String name(PatchReview part) {
    return part.number() == 0 ? "series" : Headline.name(part) + " " + part.subject();
  }

  private static boolean fails(Finding f) {
    return f.severity() == Finding.Severity.ERROR;
  }

  private static boolean skipped(PatchReview part) {
    return part.verdict() instanceof Verdict.Inconclusive
        || part.verdict() instanceof Verdict.NotRun;
  }

  private static int different(PatchReview part) {
    return part.verdict() instanceof Verdict.Different && !part.asExpected() ? 1 : 0;
  }

  private static void behaviour(Markup xml, PatchReview part, Review review) {
    String entry = TextEvidence.of(part.verdict()).map(e -> e.entryAfter()).orElse("lens");
    xml.element(
            "testcase",
            inner -> {
              inner.line();
              verdict(inner, part, review);
            },
            "classname",
            entry,
            "name",
            "behaviour")
        .line();
  }

  private static void verdict(Markup xml, PatchReview part, Review review) {
    String reason = Headline.reason(part.verdict());
    switch (part.verdict()) {
      case Verdict.NoDifference _ -> xml.element("system-out", reason).line();
      case Verdict.Inconclusive _, Verdict.NotRun _ ->
          xml.element("skipped", "", "message", reason).line();
      case Verdict.NotReviewed _ ->
          xml.element("error", reason(review), "type", "not-reviewed", "message", reason).line();
      case Verdict.Different _ when part.asExpected() ->
          xml.element("system-out", reason(part) + "\n" + detail(part)).line();
      case Verdict.Different _ ->
          xml.element("failure", detail(part), "type", "behaviour-changed", "message", reason(part))
              .line();
    }
  }

  private static String reason(Review review) {
    var text = new StringBuilder();
    review.diagnostics().forEach(d -> text.append(d.render()));
    return text.toString();
  }

  private static String reason(PatchReview part) {
    return part.findings().stream()
        .filter(Headline::aboutBehaviour)
        .findFirst()
        .map(Finding::message)
        .orElseGet(() -> Headline.reason(part.verdict()));
  }

  private static String detail(PatchReview part) {
    var page = new TextPage(Style.plain());
    new TextDifference(page, part, TextReport.Room.ALONE).all();
    return page.toString();
  }

  private static void remark(Markup xml, Finding f) {
    String text = String.join("\n", f.evidence());
    xml.element(
            "testcase",
            inner -> {
              String outcome = fails(f) ? "failure" : "system-out";
              inner.line();
              if (fails(f)) {
                inner.element(outcome, text, "type", f.rule(), "message", f.message()).line();
              } else {
                inner.element(outcome, f.message() + "\n" + text).line();
              }
            },
            "classname",
            f.at().path(),
            "name",
            f.rule() + ": " + f.message())
        .line();
  }
}
