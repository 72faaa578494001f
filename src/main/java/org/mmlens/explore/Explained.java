package org.mmlens.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mmlens.lens.Observable;
import org.mmlens.lens.Observation;
import org.mmlens.lens.Outcome;
import org.mmlens.lens.Rig;
import org.mmlens.lens.Scenario;

/// Makes differences of sightings: one for each cause, shrunk, replayed, and traced.
final class Explained {

  private static final int REPLAYS = 3;

  private final Rig before;
  private final Rig after;

  Explained(Rig before, Rig after) {
    this.before = before;
    this.after = after;
  }

  /// {@return the differences: within the contract first, then by observable}
  ///
  /// @param sightings all there are
  /// @param leads where to look for causes
  List<Difference> differences(List<Sighting> sightings, Leads leads) {
    List<Difference> found = new ArrayList<>();
    Leads worth = sightings.stream().anyMatch(Explained::isFinding) ? leads : Leads.none();
    for (Causes.Cause cause : new Causes(before, after, worth).of(sightings)) {
      for (List<Sighting> part : parts(cause.sightings())) {
        found.add(difference(cause, part));
      }
    }
    found.sort(
        Comparator.comparing((Difference d) -> !d.withinContract())
            .thenComparing(Difference::orderOnly)
            .thenComparing(Difference::observable));
    return found;
  }

  /// Whether callers can meet it: to try parts of a change costs a compilation each, which what is
  /// only noted does not deserve.
  private static boolean isFinding(Sighting sighting) {
    return switch (sighting.way().kind()) {
      case BEHAVIOUR, ORDER -> true;
      case OUTSIDE, ORDER_OUTSIDE -> false;
    };
  }

  /// What a cause does outside the contract is told only if it does nothing within; where only the
  /// order of effects differs is told apart.
  private static List<List<Sighting>> parts(List<Sighting> all) {
    List<Sighting> behaviour = new ArrayList<>();
    List<Sighting> order = new ArrayList<>();
    for (Sighting s : all) {
      switch (s.way().kind()) {
        case BEHAVIOUR, OUTSIDE -> behaviour.add(s);
        case ORDER, ORDER_OUTSIDE -> order.add(s);
      }
    }
    List<List<Sighting>> parts = new ArrayList<>(List.of(behaviour, order));
    parts.removeIf(List::isEmpty);
    return parts;
  }

  private Difference difference(Causes.Cause cause, List<Sighting> part) {
    Sighting told = part.stream().min(Sighting.MOST_TELLING).orElseThrow();
    Scenario from = cause.example().filter(told.examples()::contains).orElseGet(told::first);
    Wanted wanted =
        new Wanted(cause, told.way().kind(), explained(cause, from).orElseThrow().getFirst());
    Scenario small = Shrinker.shrink(from, s -> keeps(wanted, s));
    replay(small);
    List<Observable> differ = explained(cause, small).orElseThrow();
    Outcome b = before.explain(small);
    Outcome a = after.explain(small);
    boolean order = wanted.kind().orderOnly();
    List<Sighting> alike = part.stream().filter(s -> s.way().kind() == wanted.kind()).toList();
    Set<Observable> elsewhere = EnumSet.noneOf(Observable.class);
    if (cause.alone().isEmpty()) {
      alike.forEach(s -> elsewhere.addAll(s.way().observables()));
    }
    elsewhere.removeAll(differ);
    return new Difference(
        differ.getFirst(),
        differ.subList(1, differ.size()),
        List.copyOf(elsewhere),
        Summary.of(differ.getFirst(), order, b, a),
        small.withinContract(),
        order,
        small,
        b,
        a,
        Parted.at(b, a),
        alike.stream().mapToInt(Sighting::count).sum(),
        cause.places());
  }

  /// What a simpler scenario must still show.
  private record Wanted(Causes.Cause cause, Sighting.Kind kind, Observable observable) {}

  /// Whether a scenario differs for the same cause, in something at least as telling.
  private boolean keeps(Wanted wanted, Scenario s) {
    Observation b = before.run(s);
    Observation a = after.run(s);
    return Sighting.Way.of(s, b, a)
        .filter(way -> way.kind() == wanted.kind())
        .flatMap(way -> wanted.cause().explains(s, way, b, a).stream().findFirst())
        .filter(first -> first.compareTo(wanted.observable()) <= 0)
        .isPresent();
  }

  /// {@return the observables in which a scenario differs for a cause, if it does}
  private Optional<List<Observable>> explained(Causes.Cause cause, Scenario s) {
    Observation b = before.run(s);
    Observation a = after.run(s);
    return Sighting.Way.of(s, b, a)
        .map(way -> List.copyOf(cause.explains(s, way, b, a)))
        .filter(list -> !list.isEmpty());
  }

  /// What is reported has been seen again, as often as [#REPLAYS] says, each time in machines that
  /// were booted for it.
  private void replay(Scenario s) {
    Optional<Sighting.Way> first = Sighting.Way.of(s, before.run(s), after.run(s));
    for (int i = 0; i < REPLAYS; i++) {
      if (!Sighting.Way.of(s, before.afresh(s), after.afresh(s)).equals(first)) {
        throw new IllegalStateException("a differing scenario does not differ again: " + s);
      }
    }
  }
}
