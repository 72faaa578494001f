package org.mmlens.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mmlens.diag.Diagnostic;
import org.mmlens.diag.Position;
import org.mmlens.review.Finding;
import org.mmlens.review.Review;
import org.mmlens.review.Review.PatchReview;

/// The Code Quality report of GitLab. It collapses equal fingerprints, so each is made unique.
final class GitlabReport implements Report {

  private record Entry(
      String description, String check, String fingerprint, String severity, Position at) {}

  @Override
  public String format() {
    return "gitlab";
  }

  @Override
  public String render(Review review) {
    var entries = new ArrayList<Entry>();
    review.diagnostics().forEach(d -> entries.add(entry(d)));
    Set<String> seen = new HashSet<>();
    for (PatchReview part : review.patches()) {
      part.findings().forEach(f -> entries.add(entry(part, f, seen)));
    }
    return Json.array(List.copyOf(entries), GitlabReport::write);
  }

  private static Entry entry(Diagnostic d) {
    boolean error = d.severity() == Diagnostic.Severity.ERROR;
    var same = new Finding(Finding.Severity.ERROR, d.code(), d.at(), d.message(), List.of());
    return new Entry(
        d.message(), d.code(), Fingerprint.of(same), error ? "critical" : "minor", d.at());
  }

  private static Entry entry(PatchReview part, Finding f, Set<String> seen) {
    String fingerprint = Fingerprint.of(f);
    for (int i = 2; !seen.add(fingerprint); i++) {
      fingerprint = Fingerprint.of(f) + "-" + i;
    }
    String severity =
        switch (f.severity()) {
          case ERROR -> "major";
          case WARNING -> "minor";
          case NOTE -> "info";
        };
    String text = "patch " + Headline.name(part) + ": " + f.message();
    return new Entry(text, f.rule(), fingerprint, severity, f.at());
  }

  private static void write(Json json, Entry entry) {
    json.text("description", Printable.of(entry.description()))
        .text("check_name", entry.check())
        .text("fingerprint", entry.fingerprint())
        .text("severity", entry.severity())
        .object(
            "location",
            o ->
                o.text("path", entry.at().path())
                    .object("lines", l -> l.number("begin", Math.max(1, entry.at().line()))));
  }
}
