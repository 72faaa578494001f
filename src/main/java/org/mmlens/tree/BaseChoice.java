package org.mmlens.tree;

import java.util.List;
import org.mmlens.diag.Diagnostic;

/// Which commit a series is applied to, and why.
public sealed interface BaseChoice {

  /// The commit.
  ///
  /// @param tree its tree
  /// @param reasons one line for each step of the search, the last one says what was taken
  record Found(GitTree tree, List<String> reasons) implements BaseChoice {
    /// Copies the reasons.
    public Found {
      reasons = List.copyOf(reasons);
    }
  }

  /// There is none.
  ///
  /// @param why what was looked for
  /// @param reasons one line for each step of the search
  record NotFound(Diagnostic why, List<String> reasons) implements BaseChoice {
    /// Copies the reasons.
    public NotFound {
      reasons = List.copyOf(reasons);
    }
  }
}
