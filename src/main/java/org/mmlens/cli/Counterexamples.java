package org.mmlens.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.mmlens.explore.Difference;
import org.mmlens.explore.ReplayFile;
import org.mmlens.report.Printable;
import org.mmlens.review.Review;
import org.mmlens.review.Verdict;

/// Saves the counterexamples of a review as replay files.
final class Counterexamples {

  private final String series;
  private final List<String> mails;
  private final Path folder;

  private Counterexamples(String series, List<String> mails, Path folder) {
    this.series = series;
    this.mails = mails.stream().filter(mail -> !mail.equals("-")).map(Printable::of).toList();
    this.folder = folder;
  }

  /// Writes `patch-1-vmas.replay`, `patch-1-vmas-2.replay`, `series-result.replay` and so on.
  ///
  /// @param folder exists
  static void save(Review review, List<String> mails, Path folder) {
    Stream.concat(review.patches().stream(), review.whole().stream())
        .forEach(
            part -> new Counterexamples(review.series().messageId(), mails, folder).save(part));
  }

  private void save(Review.PatchReview part) {
    List<Difference> differences = differences(part.verdict());
    for (int i = 0; i < differences.size(); i++) {
      Difference d = differences.get(i);
      String observable = d.observable().id();
      long earlier =
          differences.subList(0, i).stream().filter(e -> e.observable() == d.observable()).count();
      String name =
          (part.number() == 0 ? "series" : "patch-" + part.number())
              + "-"
              + observable
              + (earlier == 0 ? "" : "-" + (earlier + 1))
              + ".replay";
      String id = Printable.of(series);
      var file = new ReplayFile(id, mails, part.number(), observable, d.scenario());
      ReportOptions.save(folder.resolve(name), file.text());
    }
  }

  private static List<Difference> differences(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Different(_, var differences) -> differences;
      case Verdict.NoDifference(_, var notes) -> notes;
      case Verdict.Inconclusive _, Verdict.NotRun _, Verdict.NotReviewed _ -> List.of();
    };
  }
}
