package org.mmlens.surface.claim;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/// What runs have shown of the functions that are called.
///
/// @param entry the function that was run
/// @param runs how often, on each side
/// @param functions every C function that some run entered
/// @param returned what functions that the patch changes returned after it, by name
public record Executed(
    String entry, long runs, Set<String> functions, SortedMap<String, SortedSet<Long>> returned) {
  /// Copies the collections.
  public Executed {
    functions = Set.copyOf(functions);
    returned = Collections.unmodifiableSortedMap(new TreeMap<>(returned));
  }

  /// {@return the runs in words}
  String text() {
    return "%,d %s of %s()".formatted(runs, runs == 1 ? "run" : "runs", entry);
  }
}
