package org.mmlens.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mmlens.diag.Position;
import org.mmlens.explore.Difference;
import org.mmlens.explore.Evidence;
import org.mmlens.lens.Outcome;
import org.mmlens.review.Finding;
import org.mmlens.review.Review.Hunk;
import org.mmlens.review.Review.PatchReview;
import org.mmlens.review.Review.Remark;

/// The diff of a patch in the HTML report, with line numbers; below a line stand the findings on
/// it, what people wrote about it, and the outcomes of its conditions that no run showed.
final class HtmlHunks {

  private final Markup html;
  private final PatchReview part;
  private final Optional<Evidence> evidence;
  private final HtmlFindings findings;

  HtmlHunks(Markup html, PatchReview part) {
    this.html = html;
    this.part = part;
    this.evidence = TextEvidence.of(part.verdict());
    this.findings = new HtmlFindings(html, part);
  }

  void all() {
    if (part.hunks().isEmpty()) {
      return;
    }
    html.element("h3", "The patch").line();
    evidence.ifPresent(e -> html.element("p", TextEvidence.branches(e), "class", "quiet").line());
    part.hunks().forEach(this::hunk);
  }

  private void hunk(Hunk hunk) {
    html.element("p", hunk.after().path() + " " + HunkChoice.header(hunk), "class", "mono path");
    List<Finding> left = new ArrayList<>(findingsIn(hunk));
    html.element(
            "div",
            _ -> {
              int before = hunk.before().line();
              int after = hunk.after().line();
              for (int i = 0; i < hunk.lines().size(); i++) {
                String line = hunk.lines().get(i);
                boolean removed = line.startsWith("-");
                boolean added = line.startsWith("+");
                boolean comment = line.startsWith("\\");
                line(line, added || comment ? 0 : before, removed || comment ? 0 : after);
                if (!comment) {
                  below(hunk, removed ? before : 0, added || !removed ? after : 0, left);
                  before += added ? 0 : 1;
                  after += removed ? 0 : 1;
                  if (removed && onlyRemoved(hunk.lines(), i)) {
                    belowRemoved(hunk, after, left);
                  }
                }
              }
            },
            "class",
            "hunk",
            "tabindex",
            "0")
        .line();
    left.forEach(findings::inline);
    part.remarks().stream()
        .filter(r -> r.hunk().filter(hunk::equals).isPresent())
        .forEach(r -> HtmlPart.remark(html, part, r));
  }

  /// Findings in the hunk, and those whose runs part in it or nowhere else.
  private List<Finding> findingsIn(Hunk hunk) {
    List<Finding> aside = Headline.aside(part);
    return Headline.findings(part).stream()
        .filter(f -> !aside.contains(f))
        .filter(f -> HunkChoice.about(part, f).filter(hunk::equals).isPresent())
        .toList();
  }

  /// Adds a line of the patch. A number is 0 on the side where the line is not.
  private void line(String line, int before, int after) {
    html.element(
        "span",
        span -> {
          number(span, before);
          number(span, after);
          span.text(HtmlFindings.cut(line));
        },
        "class",
        "code" + HtmlPart.lineClass(line));
  }

  private static void number(Markup span, int number) {
    String text = number == 0 ? "" : String.valueOf(number);
    span.element("span", text, "class", "number", "aria-hidden", "true");
  }

  /// {@return whether lines are taken out here and none put in: this is the last of them}
  private static boolean onlyRemoved(List<String> lines, int at) {
    int first = at;
    while (first > 0 && lines.get(first - 1).startsWith("-")) {
      first--;
    }
    boolean added = first > 0 && lines.get(first - 1).startsWith("+");
    return !added && (at + 1 == lines.size() || lines.get(at + 1).startsWith(" "));
  }

  /// A change that takes lines out is placed at the line after them, which it did not touch.
  ///
  /// @param after the number of that line
  private void belowRemoved(Hunk hunk, int after, List<Finding> left) {
    for (Finding f : List.copyOf(left)) {
      if (Headline.aboutBehaviour(f) && at(f.at(), hunk.after(), after)) {
        findings.inline(f);
        left.remove(f);
      }
    }
  }

  private void below(Hunk hunk, int before, int after, List<Finding> left) {
    for (Finding f : List.copyOf(left)) {
      if (standsAt(f, hunk.before(), before, hunk.after(), after)) {
        findings.inline(f);
        left.remove(f);
      }
    }
    untaken(hunk.before(), before, Evidence::coverageBefore);
    untaken(hunk.after(), after, Evidence::coverageAfter);
  }

  /// A finding stands at its own line if the hunk has it, else where the runs part.
  private boolean standsAt(Finding f, Position from, int before, Position to, int after) {
    if (HunkChoice.of(part, f).isPresent()) {
      return at(f.at(), to, after);
    }
    Optional<Difference.Parting> parting =
        DifferenceChoice.of(part, f).flatMap(Difference::parting);
    return parting.flatMap(p -> place(p.after())).filter(p -> at(p, to, after)).isPresent()
        || parting.flatMap(p -> place(p.before())).filter(p -> at(p, from, before)).isPresent();
  }

  private static Optional<Position> place(Optional<Outcome.Event> event) {
    return event.flatMap(Outcome.Event::at).map(Outcome.Frame::at);
  }

  private static boolean at(Position place, Position start, int line) {
    return line > 0 && place.path().equals(start.path()) && place.line() == line;
  }

  private void untaken(Position start, int line, Function<Evidence, Evidence.Coverage> side) {
    evidence.stream()
        .map(side)
        .flatMap(c -> c.missing().stream())
        .filter(m -> at(m.at(), start, line))
        .forEach(
            m ->
                html.element(
                    "span",
                    "no run: '%s' %s".formatted(m.condition(), m.never()),
                    "class",
                    "code untaken"));
  }

  /// {@return the remarks that stand in no hunk}
  static Stream<Remark> remarksOnMessage(PatchReview part) {
    return part.remarks().stream().filter(r -> r.hunk().isEmpty());
  }
}
