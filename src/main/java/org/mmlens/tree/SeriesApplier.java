package org.mmlens.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mmlens.diag.Diagnostic;
import org.mmlens.mail.PatchMail;

/// Applies the patches of a series one after the other.
public final class SeriesApplier {

  private SeriesApplier() {}

  /// {@return the trees it leads through, up to the first patch that does not apply}
  ///
  /// @param before the tree it is made for
  /// @param patches in order
  public static SeriesApplication apply(SourceTree before, List<PatchMail> patches) {
    var steps = new ArrayList<SeriesApplication.Step>();
    SourceTree tree = before;
    for (PatchMail mail : patches) {
      switch (PatchParser.parse(mail.diff())) {
        case PatchReading.Refused(var errors) -> {
          return failed(before, steps, mail, errors, List.of());
        }
        case PatchReading.Read(var patch, _) -> {
          String name = "%s + patch %d".formatted(before.name(), steps.size() + 1);
          switch (PatchApplier.apply(tree, patch, name)) {
            case Application.Refused(var errors, var mismatches) -> {
              return failed(before, steps, mail, errors, mismatches);
            }
            case Application.Applied applied -> {
              steps.add(new SeriesApplication.Step(mail, patch, tree, applied));
              tree = applied.tree();
            }
          }
        }
      }
    }
    return new SeriesApplication(before, steps, Optional.empty());
  }

  private static SeriesApplication failed(
      SourceTree before,
      List<SeriesApplication.Step> steps,
      PatchMail mail,
      List<Diagnostic> errors,
      List<Mismatch> mismatches) {
    var failure = new SeriesApplication.Failure(mail, errors, mismatches);
    return new SeriesApplication(before, steps, Optional.of(failure));
  }
}
