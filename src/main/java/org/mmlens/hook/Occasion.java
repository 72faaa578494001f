package org.mmlens.hook;

import java.util.List;
import org.mmlens.diag.Diagnostic;
import org.mmlens.mail.Series;
import org.mmlens.tree.SourceTree;
import org.mmlens.tree.Trees;

/// What a hook was called for.
public sealed interface Occasion {

  /// A change to be reviewed.
  ///
  /// @param series the change as a series
  /// @param tree what it applies to
  /// @param again how the same is reviewed without a hook: a command line
  record Change(Series series, SourceTree tree, String again) implements Occasion {}

  /// There is nothing to compare.
  ///
  /// @param why one line
  record Nothing(String why) implements Occasion {}

  /// The change cannot be read.
  ///
  /// @param why at least one reason
  record Unreadable(List<Diagnostic> why) implements Occasion {
    /// Copies the list.
    public Unreadable {
      why = List.copyOf(why);
    }
  }

  /// {@return a change of a commit, or why that commit cannot be read}
  ///
  /// @param series the change
  /// @param opening what came of opening the commit's tree
  /// @param again how the same is reviewed without a hook
  static Occasion of(Series series, Trees.Opening opening, String again) {
    return switch (opening) {
      case Trees.Opening.Opened(var tree) -> new Change(series, tree, again);
      case Trees.Opening.Refused(var why) -> new Unreadable(List.of(why));
    };
  }
}
