package org.mmlens.explore;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mmlens.lens.Outcome;

/// Finds where two traced runs part.
final class Parted {

  private Parted() {}

  /// {@return the first effects that differ; empty if the effects are the same}
  ///
  /// @param before the run before the patch
  /// @param after the run after the patch
  static Optional<Difference.Parting> at(Outcome before, Outcome after) {
    List<Outcome.Event> b = before.effects();
    List<Outcome.Event> a = after.effects();
    int i = 0;
    while (i < b.size() && i < a.size() && b.get(i).text().equals(a.get(i).text())) {
      i++;
    }
    if (i == b.size() && i == a.size()) {
      return Optional.empty();
    }
    return Optional.of(new Difference.Parting(get(b, i), get(a, i)));
  }

  /// {@return the places at which the runs part, one a side: the innermost line of a changed
  /// function, or else of any; where effects tell nothing, where a side was stopped}
  ///
  /// @param before the run before the patch
  /// @param after the run after the patch
  /// @param changed names of the functions that the change touches
  static Set<String> places(Outcome before, Outcome after, Set<String> changed) {
    Optional<Difference.Parting> parting = at(before, after);
    Set<String> found = new TreeSet<>();
    place(parting.flatMap(Difference.Parting::before), before, changed)
        .ifPresent(p -> found.add("before " + p));
    place(parting.flatMap(Difference.Parting::after), after, changed)
        .ifPresent(p -> found.add("after " + p));
    if (found.isEmpty()) {
      found.add("nowhere");
    }
    return found;
  }

  private static Optional<String> place(
      Optional<Outcome.Event> event, Outcome run, Set<String> changed) {
    List<Outcome.Frame> stack =
        event
            .map(Outcome.Event::stack)
            .orElseGet(
                () ->
                    run.ending() instanceof Outcome.Ending.Stopped(_, _, var frames)
                        ? frames
                        : List.of());
    return stack.stream()
        .filter(f -> changed.contains(f.function()))
        .findFirst()
        .or(() -> stack.stream().findFirst())
        .map(f -> f.function() + " " + f.at());
  }

  private static Optional<Outcome.Event> get(List<Outcome.Event> list, int i) {
    return i < list.size() ? Optional.of(list.get(i)) : Optional.empty();
  }
}
