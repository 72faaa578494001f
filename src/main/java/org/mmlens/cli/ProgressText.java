package org.mmlens.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mmlens.explore.Evidence;

/// How far a review is, in a line.
///
/// @param part the patch that is worked on, and what is done with it
/// @param done pairs of runs done
/// @param planned pairs planned, an upper bound; 0 before there are any
/// @param differing pairs that differed
/// @param branches how much of the changed functions ran, once that is known
/// @param found findings of the patches before, in words; empty for none
/// @param seconds since the review began
record ProgressText(
    String part,
    int done,
    int planned,
    int differing,
    Optional<Evidence.Coverage> branches,
    String found,
    long seconds) {

  private static final int WIDEST_BAR = 30;
  private static final int NARROWEST_BAR = 8;

  /// Brackets, blanks and `100 %` beside the bar itself.
  private static final int AROUND_BAR = 11;

  /// {@return the line for a log}
  String line() {
    List<String> facts = new ArrayList<>();
    if (planned > 0) {
      facts.add("%,d of at most %,d runs".formatted(done, planned));
    }
    facts.addAll(facts());
    return part + ", " + String.join(", ", facts);
  }

  /// {@return the line for a terminal, with a bar where there is room for one}
  ///
  /// @param columns that it has at the most
  String bar(int columns) {
    if (planned == 0) {
      return cut(line(), columns);
    }
    List<String> facts = new ArrayList<>(facts());
    while (room(facts, columns) < NARROWEST_BAR && !facts.isEmpty()) {
      facts.removeLast();
    }
    int room = Math.min(room(facts, columns), WIDEST_BAR);
    if (room < NARROWEST_BAR) {
      return cut("%s %d %%".formatted(part, percent()), columns);
    }
    int full = (int) ((long) room * Math.min(done, planned) / planned);
    String bar = "#".repeat(full) + ".".repeat(room - full);
    return "%s [%s] %3d %%%s".formatted(part, bar, percent(), tail(facts));
  }

  private int room(List<String> facts, int columns) {
    return columns - part.length() - AROUND_BAR - tail(facts).length();
  }

  private int percent() {
    return (int) (100L * Math.min(done, planned) / planned);
  }

  private static String tail(List<String> facts) {
    return facts.isEmpty() ? "" : "  " + String.join(", ", facts);
  }

  /// The most telling first: where there is no room, the last go.
  private List<String> facts() {
    List<String> facts = new ArrayList<>();
    if (differing > 0) {
      facts.add("%,d differ".formatted(differing));
    }
    if (!found.isEmpty()) {
      facts.add("found " + found);
    }
    branches
        .filter(b -> b.total() > 0)
        .ifPresent(b -> facts.add("branches %d of %d".formatted(b.taken(), b.total())));
    facts.add("%,d s".formatted(seconds));
    return facts;
  }

  private static String cut(String text, int columns) {
    return text.substring(0, Math.min(columns, text.length()));
  }
}
