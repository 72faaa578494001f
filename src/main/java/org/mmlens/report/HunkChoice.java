package org.mmlens.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mmlens.diag.Position;
import org.mmlens.explore.Difference;
import org.mmlens.review.Finding;
import org.mmlens.review.Review;

/// Which hunk of a patch something belongs to.
final class HunkChoice {

  private static final int CONTEXT = 2;

  private HunkChoice() {}

  /// {@return the hunk in which two runs part, else the one a finding on behaviour points into,
  /// else the only one there is}
  static Optional<Review.Hunk> near(Review.PatchReview part, Difference.Parting parting) {
    return Stream.of(
            parting.after().flatMap(e -> e.at()).flatMap(f -> afterAt(part, f.at())),
            parting.before().flatMap(e -> e.at()).flatMap(f -> beforeAt(part, f.at())),
            ofFindings(part),
            part.hunks().size() == 1 ? part.hunks().stream().findFirst() : none())
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Review.Hunk> none() {
    return Optional.empty();
  }

  private static Optional<Review.Hunk> ofFindings(Review.PatchReview part) {
    return part.findings().stream()
        .filter(Headline::aboutBehaviour)
        .flatMap(f -> of(part, f).stream())
        .findFirst();
  }

  /// {@return the hunk that a finding's line lies in, if it lies in one}
  static Optional<Review.Hunk> of(Review.PatchReview part, Finding finding) {
    return afterAt(part, finding.at());
  }

  /// {@return the hunk that a finding's line lies in, else the one its difference has to do with}
  static Optional<Review.Hunk> about(Review.PatchReview part, Finding finding) {
    return of(part, finding)
        .or(
            () ->
                DifferenceChoice.of(part, finding)
                    .flatMap(Difference::parting)
                    .flatMap(parting -> near(part, parting)));
  }

  private static Optional<Review.Hunk> afterAt(Review.PatchReview part, Position at) {
    return part.hunks().stream().filter(h -> covers(h.after(), count(h, '-'), at)).findFirst();
  }

  private static Optional<Review.Hunk> beforeAt(Review.PatchReview part, Position at) {
    return part.hunks().stream().filter(h -> covers(h.before(), count(h, '+'), at)).findFirst();
  }

  private static boolean covers(Position start, int length, Position at) {
    return start.path().equals(at.path())
        && at.line() >= start.line()
        && at.line() < start.line() + length;
  }

  /// Lines of one side: all but those of the other.
  private static int count(Review.Hunk hunk, char other) {
    return (int) hunk.lines().stream().filter(l -> l.isEmpty() || l.charAt(0) != other).count();
  }

  /// {@return the changed lines of a hunk with a little context, escaped}
  static List<String> excerpt(Review.Hunk hunk) {
    return verbatimExcerpt(hunk).stream().map(Printable::of).toList();
  }

  /// {@return the changed lines of a hunk with a little context, as they are}
  static List<String> verbatimExcerpt(Review.Hunk hunk) {
    List<String> lines = hunk.lines();
    int first = firstChange(lines);
    int last = lines.size() - 1;
    while (last > first && !changed(lines.get(last))) {
      last--;
    }
    return lines.subList(Math.max(0, first - CONTEXT), Math.min(lines.size(), last + 1 + CONTEXT));
  }

  private static int firstChange(List<String> lines) {
    int first = 0;
    while (first < lines.size() - 1 && !changed(lines.get(first))) {
      first++;
    }
    return first;
  }

  /// {@return what to quote of a hunk, as it is: a little around the line of a finding, else around
  /// the changes; `[...]` stands for what is left out}
  ///
  /// @param at a place after the patch
  /// @param most lines at most, beside those of the omissions
  static List<String> quote(Review.Hunk hunk, Position at, int most) {
    List<String> lines = hunk.lines();
    int first = Math.max(0, firstChange(lines) - CONTEXT);
    int last = first + verbatimExcerpt(hunk).size();
    if (covers(hunk.after(), count(hunk, '-'), at) && last - first > most) {
      int line = indexOf(hunk, at.line());
      first = Math.max(first, line - most / 2);
      last = Math.min(last, first + most);
    }
    var quoted = new ArrayList<String>();
    if (first > CONTEXT && changed(lines.get(first - 1))) {
      quoted.add("[...]");
    }
    quoted.addAll(lines.subList(first, Math.min(last, first + most)));
    if (last - first > most || last < lines.size() && changed(lines.get(last))) {
      quoted.add("[...]");
    }
    return quoted;
  }

  /// {@return the index of the line that has this number after the patch}
  private static int indexOf(Review.Hunk hunk, int number) {
    int at = hunk.after().line();
    for (int i = 0; i < hunk.lines().size(); i++) {
      if (!hunk.lines().get(i).startsWith("-") && at++ == number) {
        return i;
      }
    }
    return 0;
  }

  /// {@return the `@@` line of a hunk}
  static String header(Review.Hunk hunk) {
    return "@@ -%d,%d +%d,%d @@"
        .formatted(hunk.before().line(), count(hunk, '+'), hunk.after().line(), count(hunk, '-'));
  }

  private static boolean changed(String line) {
    return line.startsWith("+") || line.startsWith("-");
  }
}
