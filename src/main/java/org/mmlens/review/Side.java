package org.mmlens.review;

import java.util.List;
import java.util.Set;
import org.mmlens.c.CProgram;
import org.mmlens.diag.Diagnostic;
import org.mmlens.ir.Function;
import org.mmlens.jvm.Reachable;
import org.mmlens.lens.StackRig;

/// One tree, made ready to run as far as that is possible.
sealed interface Side {

  /// It runs.
  ///
  /// @param program its C
  /// @param entry the function that is run
  /// @param reached the functions with a body that the entry leads to
  /// @param whole everything that a run can come to: from the entry, and from what sets a layout up
  ///   and reads it back
  /// @param rig the booted machine
  record Ready(
      CProgram program, Function entry, Set<Function> reached, Reachable whole, StackRig rig)
      implements Side {}

  /// Its C has errors in files that the series touches.
  ///
  /// @param errors at least one
  record Broken(List<Diagnostic> errors) implements Side {
    public Broken {
      errors = List.copyOf(errors);
    }
  }

  /// It compiles, but the lens cannot be set up.
  ///
  /// @param reason one line
  record Unfit(String reason) implements Side {}
}
