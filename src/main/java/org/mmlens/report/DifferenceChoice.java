package org.mmlens.report;

import java.util.List;
import java.util.Optional;
import org.mmlens.explore.Difference;
import org.mmlens.review.Finding;
import org.mmlens.review.Review.PatchReview;

/// Which difference a finding on behaviour stands for.
final class DifferenceChoice {

  private DifferenceChoice() {}

  /// {@return the difference whose summary the finding tells, else the one in the same place among
  /// those of its patch}
  static Optional<Difference> of(PatchReview part, Finding finding) {
    if (!Headline.aboutBehaviour(finding)) {
      return Optional.empty();
    }
    List<Difference> all = Differences.of(part.verdict());
    int place = part.findings().stream().filter(Headline::aboutBehaviour).toList().indexOf(finding);
    return all.stream()
        .filter(d -> tells(finding, d))
        .findFirst()
        .or(() -> all.stream().skip(place).findFirst());
  }

  private static boolean tells(Finding finding, Difference d) {
    return finding.message().contains(d.summary())
        || finding.evidence().contains(d.summary())
            && finding.evidence().stream().anyMatch(e -> e.endsWith(d.scenario().toString()));
  }
}
