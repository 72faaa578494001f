package org.mmlens.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mmlens.diag.Position;
import org.mmlens.lens.Observable;
import org.mmlens.lens.Observation;
import org.mmlens.lens.Observation.Departure;
import org.mmlens.lens.Rig;
import org.mmlens.lens.Scenario;

/// Finds what makes two sides differ, so that one mistake is one finding, however many observables
/// it shows in, and two mistakes are two.
///
/// A part of the change is to blame for a scenario if the side before, with only this part of the
/// change, departs from what it did in a way in which the side after departs from it, too, and no
/// other part explains that better. Source: A. Zeller, Yesterday, my program worked. Today, it does
/// not. Why?, ESEC/FSE 1999, reduced to single parts. What no single part explains, or a part so
/// large that several mistakes fit into it, is told apart by the place in changed code where the
/// two runs part.
final class Causes {

  private final Rig before;
  private final Rig after;
  private final Leads leads;

  Causes(Rig before, Rig after, Leads leads) {
    this.before = before;
    this.after = after;
    this.leads = leads;
  }

  /// What makes the sides differ.
  ///
  /// @param places the parts of the change that do; empty if they are not known
  /// @param alone the side before with one of these parts; empty if there is nothing to tell apart
  /// @param sightings where it was seen
  /// @param example of which scenario it is known for certain
  record Cause(
      List<Position> places,
      List<Rig> alone,
      List<Sighting> sightings,
      Optional<Scenario> example) {

    /// {@return the observables of a difference that this explains}
    ///
    /// @param s the scenario
    /// @param way how the sides differ
    /// @param b the run before
    /// @param a the run after
    Set<Observable> explains(Scenario s, Sighting.Way way, Observation b, Observation a) {
      if (alone.isEmpty()) {
        return way.observables();
      }
      Set<Observable> found = EnumSet.noneOf(Observable.class);
      for (Rig rig : alone) {
        shared(way, b, a, rig.run(s)).forEach(d -> found.add(d.observable()));
      }
      return found;
    }
  }

  /// {@return in what a part of a change departs from the side before as the whole change does}
  private static Set<Departure> shared(
      Sighting.Way way, Observation b, Observation a, Observation part) {
    if (!way.kind().orderOnly()) {
      return b.sharedDepartures(a, part);
    }
    return part.undecided().isEmpty() && !b.differences(part).isEmpty()
        ? Set.of(new Departure(Observable.EFFECTS, true, "order"))
        : Set.of();
  }

  /// {@return the causes, each with at least one sighting}
  ///
  /// @param sightings all there are
  List<Cause> of(List<Sighting> sightings) {
    if (sightings.isEmpty()) {
      return List.of();
    }
    List<Suspect> suspects = leads.suspects().get();
    if (suspects.size() == 1 && suspects.getFirst().small()) {
      return List.of(
          new Cause(suspects.getFirst().places(), List.of(), sightings, Optional.empty()));
    }
    if (suspects.size() < 2) {
      return placed(sightings);
    }
    List<Sighting> unexplained = new ArrayList<>(sightings);
    List<Cause> causes = new ArrayList<>();
    for (Blamed b : merged(blamed(suspects, sightings))) {
      unexplained.removeAll(b.sightings);
      causes.add(
          new Cause(
              List.copyOf(b.places), b.rigs, List.copyOf(b.sightings), Optional.of(b.example)));
    }
    if (causes.size() == 1 && unexplained.isEmpty()) {
      Cause only = causes.getFirst();
      return List.of(new Cause(only.places(), List.of(), only.sightings(), Optional.empty()));
    }
    causes.addAll(placed(unexplained));
    return causes;
  }

  /// A part of the change that is to blame, or several with the same consequences.
  private static final class Blamed {
    final Set<Position> places = new TreeSet<>();
    final List<Rig> rigs = new ArrayList<>();
    final Set<Sighting> sightings = new LinkedHashSet<>();
    final Scenario example;

    Blamed(Suspect suspect, Rig rig, Scenario example) {
      this.places.addAll(suspect.places());
      this.rigs.add(rig);
      this.example = example;
    }
  }

  private List<Blamed> blamed(List<Suspect> suspects, List<Sighting> sightings) {
    List<Sighting> ordered = sightings.stream().sorted(Sighting.MOST_TELLING).toList();
    Map<Suspect, Blamed> found = new LinkedHashMap<>();
    for (Sighting s : ordered) {
      for (Suspect suspect : blamed(suspects, s.way(), s.first())) {
        add(found, suspect, s, s.first());
      }
    }
    // Another part may hide one in the first scenario of each sighting.
    for (Suspect hidden : suspects) {
      if (hidden.alone().isPresent() && !found.containsKey(hidden)) {
        example(hidden, suspects, ordered, found);
      }
    }
    return suspects.stream().flatMap(s -> Optional.ofNullable(found.get(s)).stream()).toList();
  }

  private void example(
      Suspect hidden, List<Suspect> suspects, List<Sighting> sightings, Map<Suspect, Blamed> to) {
    for (Sighting s : sightings) {
      for (Scenario e : s.examples()) {
        if (blamed(suspects, s.way(), e).contains(hidden)) {
          add(to, hidden, s, e);
          return;
        }
      }
    }
  }

  private static void add(Map<Suspect, Blamed> to, Suspect suspect, Sighting s, Scenario example) {
    suspect
        .alone()
        .ifPresent(
            rig ->
                to.computeIfAbsent(suspect, _ -> new Blamed(suspect, rig, example))
                    .sightings
                    .add(s));
  }

  /// What one part of a change does alone.
  private record Trace(Suspect suspect, Observation alone, Set<Departure> shared) {}

  /// {@return the parts that are to blame in one scenario: those that explain most of what departs,
  /// until nothing more is explained, and those that do the same as one of them}
  private List<Suspect> blamed(List<Suspect> suspects, Sighting.Way way, Scenario scenario) {
    Observation b = before.run(scenario);
    Observation a = after.run(scenario);
    List<Trace> traces = new ArrayList<>();
    for (Suspect suspect : suspects) {
      suspect
          .alone()
          .map(rig -> rig.run(scenario))
          .ifPresent(alone -> traces.add(new Trace(suspect, alone, shared(way, b, a, alone))));
    }
    traces.removeIf(t -> t.shared().isEmpty());
    traces.sort(Comparator.comparingInt((Trace t) -> t.shared().size()).reversed());
    Set<Departure> explained = new HashSet<>();
    List<Trace> chosen = new ArrayList<>();
    for (Trace t : traces) {
      boolean more = explained.addAll(t.shared());
      if (more || chosen.stream().anyMatch(c -> c.alone().differences(t.alone()).isEmpty())) {
        chosen.add(t);
      }
    }
    return chosen.stream().map(Trace::suspect).toList();
  }

  /// Parts that have the same consequences wherever both are to blame are one mistake: a check and
  /// what it guards are often taken away in two places.
  private static List<Blamed> merged(List<Blamed> all) {
    List<Blamed> result = new ArrayList<>();
    for (Blamed b : all) {
      Optional<Blamed> same = result.stream().filter(r -> sameConsequences(r, b)).findFirst();
      same.ifPresentOrElse(
          r -> {
            r.places.addAll(b.places);
            r.rigs.addAll(b.rigs);
            r.sightings.addAll(b.sightings);
          },
          () -> result.add(b));
    }
    return result;
  }

  private static boolean sameConsequences(Blamed one, Blamed other) {
    List<Scenario> common =
        Stream.concat(
                one.sightings.stream().filter(other.sightings::contains).map(Sighting::first),
                Stream.of(one.example, other.example))
            .distinct()
            .toList();
    Rig left = one.rigs.getFirst();
    Rig right = other.rigs.getFirst();
    return common.stream().allMatch(s -> left.run(s).differences(right.run(s)).isEmpty());
  }

  /// Tells sightings apart by where the runs part: those that part at the same place of changed
  /// code on either side are one.
  private List<Cause> placed(List<Sighting> sightings) {
    if (sightings.size() <= 1) {
      return sightings.stream()
          .map(s -> new Cause(List.of(), List.of(), List.of(s), Optional.empty()))
          .toList();
    }
    List<Set<String>> places = new ArrayList<>();
    List<List<Sighting>> groups = new ArrayList<>();
    for (Sighting s : sightings.stream().sorted(Sighting.MOST_TELLING).toList()) {
      Set<String> here =
          Parted.places(before.explain(s.first()), after.explain(s.first()), leads.functions());
      int known = 0;
      while (known < places.size() && places.get(known).stream().noneMatch(here::contains)) {
        known++;
      }
      if (known == places.size()) {
        places.add(new TreeSet<>());
        groups.add(new ArrayList<>());
      }
      places.get(known).addAll(here);
      groups.get(known).add(s);
    }
    return groups.stream().map(g -> new Cause(List.of(), List.of(), g, Optional.empty())).toList();
  }
}
