package org.mmlens.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mmlens.diag.Diagnostic;
import org.mmlens.mail.PatchMail;
import org.mmlens.mail.Series;
import org.mmlens.tree.Application;
import org.mmlens.tree.LineMap;
import org.mmlens.tree.PatchApplier;
import org.mmlens.tree.PatchParser;
import org.mmlens.tree.PatchReading;
import org.mmlens.tree.PatchSet;
import org.mmlens.tree.Placement;
import org.mmlens.tree.SourceTree;

/// The trees of a series: the one it begins with and the one after each patch, as far as it
/// applies.
///
/// @param base the tree before the first patch
/// @param steps one for each patch that applies, in order
/// @param refused what is wrong with the first patch that does not; empty if all apply
/// @param warnings what is odd about patches that apply
/// @param placing which hunks were put elsewhere than their headers say, and which fit nowhere
record TreeSteps(
    SourceTree base,
    List<Step> steps,
    List<Diagnostic> refused,
    List<Diagnostic> warnings,
    Review.Placing placing) {

  TreeSteps {
    steps = List.copyOf(steps);
    refused = List.copyOf(refused);
    warnings = List.copyOf(warnings);
  }

  /// A patch that applies.
  ///
  /// @param patch the mail
  /// @param diff its diff
  /// @param before the tree before
  /// @param after the tree after
  /// @param lines which lines changed
  record Step(PatchMail patch, PatchSet diff, SourceTree before, SourceTree after, LineMap lines) {}

  static TreeSteps of(Series series, SourceTree base) {
    List<Step> steps = new ArrayList<>();
    List<Diagnostic> warnings = new ArrayList<>();
    List<String> placed = new ArrayList<>();
    SourceTree tree = base;
    for (PatchMail mail : series.patches()) {
      PatchSet diff;
      switch (PatchParser.parse(mail.diff())) {
        case PatchReading.Refused(var errors) -> {
          return new TreeSteps(
              base, steps, errors, warnings, new Review.Placing(placed, List.of()));
        }
        case PatchReading.Read(var patch, var odd) -> {
          diff = patch;
          warnings.addAll(odd);
        }
      }
      String name = "patch %d of %s".formatted(steps.size() + 1, base.name());
      switch (PatchApplier.apply(tree, diff, name)) {
        case Application.Refused(var errors, var mismatches) -> {
          return new TreeSteps(
              base, steps, errors, warnings, new Review.Placing(placed, mismatches));
        }
        case Application.Applied(var after, var placements, var lines, var odd) -> {
          int number = steps.size() + 1;
          placements.forEach(p -> said(number, p).ifPresent(placed::add));
          steps.add(new Step(mail, diff, tree, after, lines));
          warnings.addAll(odd);
          tree = after;
        }
      }
    }
    return new TreeSteps(base, steps, List.of(), warnings, new Review.Placing(placed, List.of()));
  }

  private static Optional<String> said(int number, Placement p) {
    String hunk =
        "patch %d: hunk %d of %d of '%s'".formatted(number, p.hunk(), p.hunks(), p.path());
    return switch (p.means()) {
      case THREE_WAY ->
          Optional.of(hunk + " merged three-way, by the blob that its index line names");
      case EXACT ->
          p.offset() == 0
              ? Optional.empty()
              : Optional.of(
                  "%s placed at line %d, offset %+d; the context is identical"
                      .formatted(hunk, p.line(), p.offset()));
    };
  }

  /// {@return the tree after the last patch that applies}
  SourceTree last() {
    return steps.isEmpty() ? base : steps.getLast().after();
  }
}
