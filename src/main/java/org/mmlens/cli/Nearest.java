package org.mmlens.cli;

import java.util.List;
import java.util.Optional;

/// Which word was meant on the command line.
final class Nearest {

  private Nearest() {}

  /// {@return the word that is fewest edits away, unless more than a third of it would have to
  /// change}
  ///
  /// @param typed what the user wrote
  /// @param words what there is
  static Optional<String> to(String typed, List<String> words) {
    return org.mmlens.diag.Nearest.to(typed, words);
  }
}
