package org.mmlens.explore;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mmlens.diag.Position;
import org.mmlens.lens.Complaint;
import org.mmlens.lens.Scenario;

/// Follows which check fires on the side after the patch where which one fired before it.
///
/// A check that was rewritten, moved or renamed always fires where the old one did, and nothing
/// else does. Where one check meets several, they may be copies that became one, or one that was
/// put into several places; that is taken for granted where all of them say the same and the patch
/// made or removed one. The rest may be a check that fires for what another one found before, which
/// nothing else that is observed shows.
final class OtherChecks {

  private final Map<Edge, Seen> edges = new LinkedHashMap<>();

  /// A check by its place.
  private record Node(boolean after, String what, String function, Position at) {}

  private record Edge(Node before, Node after) {}

  /// Two checks that met.
  private static final class Seen {
    final Complaint.Match match;
    final Scenario first;
    int runs;

    Seen(Complaint.Match match, Scenario first) {
      this.match = match;
      this.first = first;
    }
  }

  /// Takes a pair of runs that do not differ into account.
  void add(Lanes.Pair pair) {
    Set<Edge> once = new HashSet<>();
    for (Complaint.Match m : pair.before().matched(pair.after())) {
      var edge = new Edge(node(m.before(), false), node(m.after(), true));
      Seen seen = edges.computeIfAbsent(edge, _ -> new Seen(m, pair.scenario()));
      seen.runs += once.add(edge) ? 1 : 0;
    }
  }

  private static Node node(Complaint c, boolean after) {
    return new Node(after, c.what(), c.function(), c.at());
  }

  /// {@return the checks that may be others, most frequent first}
  List<Limits.Met> met() {
    return edges.entrySet().stream()
        .filter(e -> !same(group(e.getKey())))
        .map(Map.Entry::getValue)
        .sorted(Comparator.comparingInt((Seen s) -> -s.runs))
        .map(s -> new Limits.Met(s.match.before(), s.match.after(), s.runs, s.first))
        .toList();
  }

  /// {@return all that met, directly or over others}
  private Set<Edge> group(Edge of) {
    Set<Edge> found = new HashSet<>(Set.of(of));
    var open = new ArrayDeque<Edge>(found);
    while (!open.isEmpty()) {
      Edge e = open.remove();
      for (Edge other : edges.keySet()) {
        boolean meets = other.before().equals(e.before()) || other.after().equals(e.after());
        if (meets && found.add(other)) {
          open.add(other);
        }
      }
    }
    return found;
  }

  private boolean same(Set<Edge> group) {
    if (group.size() == 1) {
      return true;
    }
    List<Complaint.Match> matches =
        edges.entrySet().stream()
            .filter(e -> group.contains(e.getKey()))
            .map(e -> e.getValue().match)
            .toList();
    Set<String> said =
        matches.stream()
            .flatMap(m -> Stream.of(m.before().what(), m.after().what()))
            .collect(Collectors.toSet());
    return said.size() == 1
        && matches.stream().allMatch(Complaint.Match::known)
        && matches.stream().anyMatch(m -> !m.kept());
  }
}
