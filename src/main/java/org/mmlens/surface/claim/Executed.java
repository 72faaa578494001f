package org.mmlens.surface.claim;

import java.util.Set;

/// What runs have shown of the functions that are called.
///
/// @param entry the function that was run
/// @param runs how often, on each side
/// @param functions every C function that some run entered
public record Executed(String entry, long runs, Set<String> functions) {
  /// Copies the set.
  public Executed {
    functions = Set.copyOf(functions);
  }

  /// {@return the runs in words}
  String text() {
    return "%,d %s of %s()".formatted(runs, runs == 1 ? "run" : "runs", entry);
  }
}
