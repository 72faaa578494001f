package org.mmlens.tree;

import java.util.List;
import org.mmlens.diag.Diagnostic;

/// What came of applying one patch to a tree.
public sealed interface Application {

  /// All of it applied.
  ///
  /// @param tree the tree after
  /// @param placements where each hunk went, in the order of the mail
  /// @param lines which lines changed
  /// @param warnings what git would mention and go on
  record Applied(
      OverlayTree tree, List<Placement> placements, LineMap lines, List<Diagnostic> warnings)
      implements Application {
    /// Copies the lists.
    public Applied {
      placements = List.copyOf(placements);
      warnings = List.copyOf(warnings);
    }
  }

  /// Some of it does not apply, so none of it was.
  ///
  /// @param errors at least one, in the order of the mail
  /// @param mismatches the hunks among them, beside what the tree has
  record Refused(List<Diagnostic> errors, List<Mismatch> mismatches) implements Application {
    /// Copies the lists.
    public Refused {
      errors = List.copyOf(errors);
      mismatches = List.copyOf(mismatches);
    }
  }
}
