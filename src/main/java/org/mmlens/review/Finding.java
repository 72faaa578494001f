package org.mmlens.review;

import java.util.Comparator;
import java.util.List;
import org.mmlens.diag.Position;

/// One remark on a patch, complete: a report needs nothing else to print it.
///
/// @param severity how much it matters (DESIGN.md §6)
/// @param rule the check's id, stable across releases, e.g. `behaviour-changed`, `unexported`
/// @param at where the remark belongs, in the tree after the patch
/// @param message one sentence, no full stop, names the C symbols it is about
/// @param evidence what shows that it is so, in reading order
public record Finding(
    Severity severity, String rule, Position at, String message, List<String> evidence) {

  /// Most severe first, then by place: the order of every report.
  public static final Comparator<Finding> REPORT_ORDER =
      Comparator.comparing(Finding::severity)
          .thenComparing(Finding::at)
          .thenComparing(Finding::rule)
          .thenComparing(Finding::message);

  /// Copies the list.
  public Finding {
    evidence = List.copyOf(evidence);
  }

  /// How much a finding matters, most severe first.
  public enum Severity {
    /// Behaviour differs within the contract, a caller breaks, a claim is refuted.
    ERROR,
    /// Behaviour differs outside the contract, or something became visible to more than before.
    WARNING,
    /// Worth knowing.
    NOTE
  }
}
