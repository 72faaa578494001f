package org.mmlens.tree;

import java.util.List;
import org.mmlens.diag.Diagnostic;

/// What reading a diff gave.
public sealed interface PatchReading {

  /// A diff in order.
  ///
  /// @param patch what it does
  /// @param warnings what git would mention and go on
  record Read(PatchSet patch, List<Diagnostic> warnings) implements PatchReading {
    /// Copies the list.
    public Read {
      warnings = List.copyOf(warnings);
    }
  }

  /// A damaged diff, or one mmlens does not apply.
  ///
  /// @param errors at least one
  record Refused(List<Diagnostic> errors) implements PatchReading {
    /// Copies the list.
    public Refused {
      errors = List.copyOf(errors);
    }
  }
}
