package org.mmlens.review;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.mmlens.explore.Leads;
import org.mmlens.explore.Suspect;

/// A change whose behaviour is looked at.
///
/// @param code what it touches
/// @param suspects makes its parts, given the names of the functions that the lens leads to
record Subject(ChangedCode code, Function<Set<String>, List<Suspect>> suspects) {

  /// {@return where to look for the causes of differences}
  ///
  /// @param reached names of the functions that the lens leads to, on either side
  Leads leads(Set<String> reached) {
    return new Leads(() -> suspects.apply(reached), code.functions().keySet());
  }
}
