package org.mmlens.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.mmlens.review.Review;
import org.mmlens.review.Review.PatchReview;

/// One self-contained HTML file: overview, each patch with its diff and findings, pictures of the
/// counterexamples, the steps of both runs to walk through.
///
/// It loads nothing. Its content security policy lets only the one style sheet and the one script
/// run that are part of mmlens, known by their hashes.
final class HtmlReport implements Report {

  /// How many columns two sources beside each other get.
  private static final int WIDE = 160;

  @Override
  public String format() {
    return "html";
  }

  @Override
  public String render(Review review) {
    String css = Resource.text("report.css");
    String js = Resource.text("report.js");
    var html = new Markup().verbatim("<!DOCTYPE html>\n");
    html.element(
        "html",
        inner -> {
          inner.element("head", head -> head(head, review, css, js)).line();
          inner.element("body", body -> body(body, review, js)).line();
        },
        "lang",
        "en");
    return html.line().toString();
  }

  private static void head(Markup html, Review review, String css, String js) {
    String policy =
        "default-src 'none'; style-src 'sha256-%s'; script-src 'sha256-%s'"
            .formatted(hash(css), hash(js));
    html.line();
    html.element("meta", "", "charset", "utf-8").line();
    html.element("meta", "", "http-equiv", "Content-Security-Policy", "content", policy).line();
    html.element("meta", "", "name", "viewport", "content", "width=device-width").line();
    html.element("title", Headline.word(review) + ": " + review.series().subject()).line();
    html.element("style", style -> style.verbatim(css)).line();
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static void body(Markup html, Review review, String js) {
    String word = Headline.word(review);
    html.line();
    html.element(
            "h1",
            h -> {
              h.element("span", word.replace('-', ' '), "class", word);
              h.text(": " + review.series().subject());
            })
        .line();
    html.element("p", about(review), "class", "quiet").line();
    if (!review.complete()) {
      html.element("p", "Interrupted: " + Headline.PARTIAL + ".").line();
    }
    review
        .diagnostics()
        .forEach(d -> html.element("pre", String.join("\n", DiagnosticText.lines(d))).line());
    placing(html, review.placing());
    List<PatchReview> parts = Headline.parts(review);
    if (parts.size() > 1) {
      overview(html, parts);
    }
    parts.forEach(part -> HtmlPart.write(html, part));
    html.element("script", script -> script.verbatim(js)).line();
  }

  private static void placing(Markup html, Review.Placing placing) {
    if (placing.mismatches().isEmpty()) {
      return;
    }
    placing
        .decisions()
        .forEach(d -> html.element("p", "tried: " + Printable.of(d), "class", "quiet").line());
    var first = placing.mismatches().getFirst();
    html.element("p", Printable.of(SideBySide.title(first))).line();
    html.element("pre", String.join("\n", SideBySide.lines(first, WIDE)), "tabindex", "0").line();
  }

  private static String about(Review review) {
    String version = review.series().revision() > 1 ? "v" + review.series().revision() + ", " : "";
    return "%s%s, %s; on %s; seed %s"
        .formatted(
            version,
            Headline.patches(review),
            review.series().author(),
            review.tree(),
            Long.toUnsignedString(review.seed()));
  }

  private static void overview(Markup html, List<PatchReview> parts) {
    html.element(
            "table",
            table -> {
              table.line();
              parts.forEach(part -> table.element("tr", row -> row(row, part)).line());
            })
        .line();
  }

  private static void row(Markup row, PatchReview part) {
    String word = part.verdict().word();
    String subject = part.number() == 0 ? "the series as a whole" : part.subject();
    row.element("td", Headline.name(part));
    row.element("td", word.replace('-', ' '), "class", word);
    row.element("td", td -> td.element("a", subject, "href", "#part-" + part.number()));
    row.element("td", Headline.tally(part.findings()), "class", "quiet");
  }
}
