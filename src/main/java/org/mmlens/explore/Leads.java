package org.mmlens.explore;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// What is known of a change before anything is run: where to look for the cause of a difference.
///
/// @param suspects makes the parts that the change consists of; asked only if the sides differ
/// @param functions names of the C functions it touches
public record Leads(Supplier<List<Suspect>> suspects, Set<String> functions) {
  /// Copies the names.
  public Leads {
    functions = Set.copyOf(functions);
  }

  /// {@return that nothing is known}
  public static Leads none() {
    return new Leads(List::of, Set.of());
  }
}
