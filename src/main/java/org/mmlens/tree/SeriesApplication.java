package org.mmlens.tree;

import java.util.List;
import java.util.Optional;
import org.mmlens.diag.Diagnostic;
import org.mmlens.mail.PatchMail;

/// The trees a series leads through.
///
/// @param before the tree it starts from
/// @param steps the patches that apply, in order; each starts from the tree of the one before
/// @param failure the first patch that does not; the ones behind it were not tried
public record SeriesApplication(SourceTree before, List<Step> steps, Optional<Failure> failure) {

  /// One patch and the tree it leads to.
  ///
  /// @param mail the patch as it was mailed
  /// @param patch its diff
  /// @param before the tree it starts from
  /// @param applied the tree it leads to
  public record Step(
      PatchMail mail, PatchSet patch, SourceTree before, Application.Applied applied) {}

  /// A patch that cannot be applied.
  ///
  /// @param mail the patch as it was mailed
  /// @param errors why, at least one
  /// @param mismatches its hunks that fit nowhere, beside what the tree has
  public record Failure(PatchMail mail, List<Diagnostic> errors, List<Mismatch> mismatches) {
    /// Copies the lists.
    public Failure {
      errors = List.copyOf(errors);
      mismatches = List.copyOf(mismatches);
    }
  }

  /// Copies the steps.
  public SeriesApplication {
    steps = List.copyOf(steps);
  }

  /// {@return the tree after the last patch that applies}
  public SourceTree after() {
    return steps.isEmpty() ? before : steps.getLast().applied().tree();
  }

  /// {@return which lines the patches that apply change, taken together}
  public LineMap lines() {
    return steps.size() == 1
        ? steps.getFirst().applied().lines()
        : TreeDifference.between(
            before, after(), steps.stream().map(s -> s.applied().lines()).toList());
  }
}
