package org.mmlens.lens;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What one run showed, in the form in which two runs are compared: facts in symbolic names.
///
/// Addresses of kernel objects never appear; what stands in their place says which object it is.
/// [Rig#explain] gives the same for people.
public final class Observation {

  private final Optional<String> undecided;
  private final Optional<String> stopped;
  private final Requests requests;
  private Reading reading;

  /// Holds what was seen.
  ///
  /// @param facts for each observable what was seen of it, as values with `equals`
  /// @param undecided why nothing can be concluded from the run, if so
  /// @param stopped what ended the run before the entry function returned, if something did: one
  ///   line, with its place
  /// @param requests what the run asked for: the faults there are to inject
  public Observation(
      Map<Observable, ? extends List<?>> facts,
      Optional<String> undecided,
      Optional<String> stopped,
      Requests requests) {
    this(
        Reading.of(
            new Reading.Whole(facts, new Teardown.Result(Optional.empty(), ""), Complaints.NONE)),
        undecided,
        stopped,
        requests);
  }

  /// Holds what was seen, and what may be read later.
  ///
  /// @param reading what can be read off the machine
  /// @param undecided why nothing can be concluded from the run, if so
  /// @param stopped what ended the run before the entry function returned, if something did
  /// @param requests what the run asked for
  Observation(
      Reading reading, Optional<String> undecided, Optional<String> stopped, Requests requests) {
    this.reading = reading;
    this.undecided = undecided;
    this.stopped = stopped;
    this.requests = requests;
  }

  /// {@return an observation from which nothing can be concluded}
  ///
  /// @param reason why
  /// @param requests what the run asked for
  public static Observation undecided(String reason, Requests requests) {
    return new Observation(Map.of(), Optional.of(reason), Optional.empty(), requests);
  }

  /// {@return why nothing can be concluded from the run, if so}
  public Optional<String> undecided() {
    return undecided;
  }

  /// {@return what ended the run before the entry function returned, if something did: a BUG, an
  /// oops, a memory error. Nothing that would have come after it is among the facts}
  public Optional<String> stopped() {
    return stopped;
  }

  /// {@return how many allocations the run asked for}
  public int allocations() {
    return requests.allocations();
  }

  /// {@return what the run asked for that can be refused}
  public Requests requests() {
    return requests;
  }

  /// {@return the observables in which two runs differ, in the order of the enum}
  ///
  /// @param other a run of the same scenario on the other side
  public Set<Observable> differences(Observation other) {
    Set<Observable> found = EnumSet.noneOf(Observable.class);
    if (sameAs(other)) {
      return found;
    }
    for (Observable o : Observable.values()) {
      if (!seen(o).equals(other.seen(o))) {
        found.add(o);
      }
    }
    if (!leftAlike(other)) {
      found.add(Observable.MEMORY);
    }
    if (complaints().traded(other.complaints())) {
      found.add(stopped.isPresent() ? Observable.RESULT : Observable.EFFECTS);
    }
    return found;
  }

  /// {@return whether both runs left their machines in the same state, so that whatever is read off
  /// one of them holds for the other; false says nothing}
  ///
  /// @param after a run of the same scenario on the other side
  public boolean sameAs(Observation after) {
    boolean same = reading.holdsFor(after.reading);
    if (same) {
      after.reading = reading;
    }
    return same;
  }

  /// Reads off the machine what was not read yet, by one more run.
  public void read() {
    reading.whole();
  }

  private Complaints complaints() {
    return reading.whole().complaints();
  }

  private Teardown.Result gone() {
    return reading.whole().gone();
  }

  /// {@return the checks that fired, each beside the one that did in its place on the side after
  /// the patch}
  ///
  /// @param after a run of the same scenario there, which does not differ
  public List<Complaint.Match> matched(Observation after) {
    return complaints().matched(after.complaints());
  }

  /// {@return what was left when the address space was taken down after the run; absent if it could
  /// not be}
  public Optional<List<Object>> left() {
    return gone().left();
  }

  /// {@return why nothing, or not everything, can be said of what is left of the address space;
  /// empty if it was taken down}
  public String notTornDown() {
    return gone().left().flatMap(Teardown::crash).orElse(gone().reason());
  }

  /// What is known of one side only tells nothing.
  private boolean leftAlike(Observation other) {
    return left().isEmpty() || other.left().isEmpty() || left().equals(other.left());
  }

  /// {@return whether the effects of two runs are the same up to the order of independent ones}
  ///
  /// Two effects depend on each other if they concern a resource in common; each resource must see
  /// the same effects in the same order on both sides. Everything else that is observed as an
  /// effect must be equal.
  ///
  /// @param other a run of the same scenario on the other side
  public boolean sameEffectsInSomeOrder(Observation other) {
    return !complaints().traded(other.complaints())
        && byResource(seen(Observable.EFFECTS)).equals(byResource(other.seen(Observable.EFFECTS)));
  }

  /// A fact that another run has more often than this one, or less often.
  ///
  /// @param observable what it is a fact of
  /// @param more whether the other run has it more often
  /// @param fact the fact
  public record Departure(Observable observable, boolean more, Object fact) {}

  /// {@return in what two other runs depart from this one in the same way}
  ///
  /// Where a run was stopped, only how runs ended counts: nothing after the stop is among its
  /// facts.
  ///
  /// @param one a run of the same scenario on another side
  /// @param another a run of it on a third side
  public Set<Departure> sharedDepartures(Observation one, Observation another) {
    Set<Departure> found = new HashSet<>();
    if (Stream.of(this, one, another).anyMatch(o -> o.undecided.isPresent())) {
      return found;
    }
    boolean whole = Stream.of(this, one, another).allMatch(o -> o.stopped.isEmpty());
    for (Observable o : whole ? EnumSet.allOf(Observable.class) : EnumSet.of(Observable.RESULT)) {
      Map<Object, Integer> second = departure(o, another);
      departure(o, one)
          .forEach(
              (fact, n) -> {
                if (Integer.signum(n) * second.getOrDefault(fact, 0) > 0) {
                  found.add(new Departure(o, n > 0, fact));
                }
              });
    }
    return found;
  }

  /// {@return how often another run has each fact more often than this one; negative for less}
  private Map<Object, Integer> departure(Observable o, Observation other) {
    Map<Object, Integer> counts = new HashMap<>();
    other.seen(o).forEach(fact -> counts.merge(fact, 1, Integer::sum));
    seen(o).forEach(fact -> counts.merge(fact, -1, Integer::sum));
    if (o == Observable.MEMORY && left().isPresent() && other.left().isPresent()) {
      other.left().get().forEach(fact -> counts.merge(fact, 1, Integer::sum));
      left().get().forEach(fact -> counts.merge(fact, -1, Integer::sum));
    }
    if (o == (stopped.isPresent() ? Observable.RESULT : Observable.EFFECTS)
        && complaints().traded(other.complaints())) {
      other.complaints().list().forEach(c -> counts.merge(c.check(), 1, Integer::sum));
      complaints().list().forEach(c -> counts.merge(c.check(), -1, Integer::sum));
    }
    counts.values().removeIf(n -> n == 0);
    return counts;
  }

  /// {@return what happens on each side where their effects part, e.g. `flush_tlb_range |
  /// free_page`; empty if they do not}
  ///
  /// @param other a run of the same scenario on the other side
  public String fork(Observation other) {
    List<?> these = seen(Observable.EFFECTS);
    List<?> those = other.seen(Observable.EFFECTS);
    int i = 0;
    while (i < these.size() && i < those.size() && these.get(i).equals(those.get(i))) {
      i++;
    }
    return i == these.size() && i == those.size() ? "" : kind(these, i) + " | " + kind(those, i);
  }

  private static String kind(List<?> effects, int i) {
    if (i == effects.size()) {
      return "end";
    }
    return effects.get(i) instanceof EffectFact e
        ? e.name().replaceFirst(":.*", "")
        : effects.get(i).toString();
  }

  private List<?> seen(Observable o) {
    List<?> seen = reading.whole().facts().get(o);
    return seen == null ? List.of() : seen;
  }

  private static Map<String, List<Object>> byResource(List<?> effects) {
    Map<String, List<Object>> result = new HashMap<>();
    for (Object fact : effects) {
      Set<String> resources =
          fact instanceof EffectFact effect ? effect.resources() : Set.of("warnings");
      for (String resource : resources) {
        result.computeIfAbsent(resource, _ -> new ArrayList<>()).add(fact);
      }
    }
    return result;
  }
}
