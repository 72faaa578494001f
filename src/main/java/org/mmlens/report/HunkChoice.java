package org.mmlens.report;

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
    int first = 0;
    int last = lines.size() - 1;
    while (first < last && !changed(lines.get(first))) {
      first++;
    }
    while (last > first && !changed(lines.get(last))) {
      last--;
    }
    return lines.subList(Math.max(0, first - CONTEXT), Math.min(lines.size(), last + 1 + CONTEXT));
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
