package org.mmlens.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mmlens.lens.Outcome;
import org.mmlens.lens.Scenario;

/// What a picture of an address space shows, from top to bottom.
///
/// The VMAs of both sides are one lane if they are the same by their own fields. Where the maple
/// tree of a side says something else than they do, both trees follow.
///
/// @param lanes each with its bars, ascending
record Lanes(List<Lane> lanes) {
  Lanes {
    lanes = List.copyOf(lanes);
  }

  /// A VMA, or the range something is done to; never empty.
  ///
  /// @param name of the VMA
  /// @param start first byte
  /// @param end first byte after it
  record Bar(String name, long start, long end) {}

  /// What a lane tells.
  enum Kind {
    /// Where the stack shall go.
    TARGET,
    /// The layout of the scenario.
    GIVEN,
    /// The VMAs by their own fields.
    FIELDS,
    /// What the maple tree holds.
    TREE
  }

  /// A row of the picture.
  ///
  /// @param kind what it tells
  /// @param label for people
  /// @param bars ascending
  /// @param differing those of them that the other side does not have
  record Lane(Kind kind, String label, List<Bar> bars, List<Bar> differing) {}

  /// {@return what is to be drawn of a scenario and its two outcomes}
  static Lanes of(Scenario scenario, Outcome before, Outcome after) {
    List<Lane> lanes = given(scenario);
    sides(lanes, Kind.FIELDS, List.of("both", "before", "after"), fields(before), fields(after));
    if (!MapsLines.treeAgrees(before) || !MapsLines.treeAgrees(after)) {
      var labels = List.of("tree", "tree before", "tree after");
      sides(lanes, Kind.TREE, labels, tree(before), tree(after));
    }
    return new Lanes(lanes);
  }

  /// {@return what is to be drawn of a scenario and its outcome}
  static Lanes of(Scenario scenario, Outcome outcome) {
    List<Lane> lanes = given(scenario);
    lanes.add(new Lane(Kind.FIELDS, "at the end", fields(outcome), List.of()));
    if (!MapsLines.treeAgrees(outcome)) {
      lanes.add(new Lane(Kind.TREE, "maple tree", tree(outcome), List.of()));
    }
    return new Lanes(lanes);
  }

  private static List<Lane> given(Scenario scenario) {
    var lanes = new ArrayList<Lane>();
    target(scenario)
        .ifPresent(bar -> lanes.add(new Lane(Kind.TARGET, "moves to", List.of(bar), List.of())));
    lanes.add(new Lane(Kind.GIVEN, "scenario", layout(scenario), List.of()));
    return lanes;
  }

  /// Adds one lane where both sides are the same, else two. The labels are for these three.
  private static void sides(
      List<Lane> lanes, Kind kind, List<String> labels, List<Bar> before, List<Bar> after) {
    if (before.equals(after)) {
      lanes.add(new Lane(kind, labels.get(0), before, List.of()));
    } else {
      lanes.add(new Lane(kind, labels.get(1), before, without(before, after)));
      lanes.add(new Lane(kind, labels.get(2), after, without(after, before)));
    }
  }

  private static List<Bar> without(List<Bar> bars, List<Bar> others) {
    return bars.stream().filter(bar -> !others.contains(bar)).toList();
  }

  /// {@return every address at which something begins or ends, ascending, each once}
  long[] marks() {
    return lanes.stream()
        .flatMap(lane -> lane.bars().stream())
        .flatMap(bar -> Stream.of(bar.start(), bar.end()))
        .distinct()
        .sorted(Long::compareUnsigned)
        .mapToLong(Long::longValue)
        .toArray();
  }

  private static List<Bar> fields(Outcome outcome) {
    return outcome.vmas().stream()
        .map(v -> new Bar(v.name(), v.start(), v.end()))
        .filter(Lanes::drawable)
        .toList();
  }

  /// Gaps have no name; what reaches to the top of the address space is none of the VMAs.
  private static List<Bar> tree(Outcome outcome) {
    return outcome.tree().stream()
        .filter(r -> !r.name().isEmpty())
        .map(r -> new Bar(r.name(), r.start(), r.end()))
        .filter(Lanes::drawable)
        .toList();
  }

  private static boolean drawable(Bar bar) {
    return Long.compareUnsigned(bar.start(), bar.end()) < 0;
  }

  private static List<Bar> layout(Scenario s) {
    var below = s.neighbours().stream().filter(n -> n.side() == Scenario.Side.BELOW);
    var above = s.neighbours().stream().filter(n -> n.side() == Scenario.Side.ABOVE);
    return Stream.of(
            below.map(n -> below(s, n)),
            Stream.of(new Bar("stack", s.start(), s.end())),
            above.map(n -> above(s, n)))
        .flatMap(bars -> bars)
        .filter(Lanes::drawable)
        .sorted((a, b) -> Long.compareUnsigned(a.start(), b.start()))
        .toList();
  }

  private static Bar below(Scenario s, Scenario.Neighbour n) {
    long end = s.start() - n.gap() * Scenario.PAGE;
    return new Bar("below", end - n.length() * Scenario.PAGE, end);
  }

  private static Bar above(Scenario s, Scenario.Neighbour n) {
    long start = s.end() + n.gap() * Scenario.PAGE;
    return new Bar("above", start, start + n.length() * Scenario.PAGE);
  }

  private static Optional<Bar> target(Scenario s) {
    var bar = new Bar("target", s.start() - s.shift(), s.end() - s.shift());
    return s.withinContract() ? Optional.of(bar).filter(Lanes::drawable) : Optional.empty();
  }
}
