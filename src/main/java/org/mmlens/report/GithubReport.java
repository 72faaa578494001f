package org.mmlens.report;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mmlens.diag.Diagnostic;
import org.mmlens.review.Finding;
import org.mmlens.review.Review;
import org.mmlens.review.Review.PatchReview;
import org.mmlens.review.Verdict;

/// Workflow commands of GitHub Actions: `::error file=…,line=…,title=…::message`.
final class GithubReport implements Report {

  @Override
  public String format() {
    return "github";
  }

  @Override
  public String render(Review review) {
    Stream<String> diagnostics = review.diagnostics().stream().map(GithubReport::diagnostic);
    Stream<String> parts = review.patches().stream().flatMap(GithubReport::part);
    return Stream.concat(diagnostics, parts).map(l -> l + "\n").collect(Collectors.joining());
  }

  private static String diagnostic(Diagnostic d) {
    String level = d.severity() == Diagnostic.Severity.ERROR ? "error" : "warning";
    return command(level, d.at().path(), d.at().line(), d.code(), d.message());
  }

  private static Stream<String> part(PatchReview part) {
    Stream<String> verdict =
        switch (part.verdict()) {
          case Verdict.NoDifference _, Verdict.Different _ -> Stream.of();
          case Verdict.NotRun(var reason) -> Stream.of(command("notice", "", 0, "not-run", reason));
          case Verdict.Inconclusive _, Verdict.NotReviewed _ ->
              Stream.of(
                  command(
                      "warning",
                      "",
                      0,
                      part.verdict().word() + ": patch " + Headline.name(part),
                      Headline.reason(part.verdict())));
        };
    return Stream.concat(verdict, part.findings().stream().map(f -> finding(part, f)));
  }

  private static String finding(PatchReview part, Finding f) {
    String level =
        switch (f.severity()) {
          case ERROR -> "error";
          case WARNING -> "warning";
          case NOTE -> "notice";
        };
    String again = DifferenceChoice.of(part, f).map(d -> "\nscenario " + d.scenario()).orElse("");
    String title = f.rule() + ": patch " + Headline.name(part);
    return command(level, f.at().path(), f.at().line(), title, f.message() + again);
  }

  private static String command(String level, String file, int line, String title, String text) {
    String where = file.isEmpty() ? "" : "file=" + property(file) + ",";
    String at = line == 0 ? "" : "line=" + line + ",";
    String message = text.lines().map(Printable::of).collect(Collectors.joining("\n"));
    return "::" + level + " " + where + at + "title=" + property(title) + "::" + data(message);
  }

  private static String property(String value) {
    return data(Printable.of(value)).replace(":", "%3A").replace(",", "%2C");
  }

  private static String data(String value) {
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }
}
