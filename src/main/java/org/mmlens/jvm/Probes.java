package org.mmlens.jvm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mmlens.diag.Position;

/// Numbers the ways out of branches.
final class Probes {

  private final TreeMap<Integer, Probe> byNumber = new TreeMap<>();
  private int next;

  Probes() {}

  /// Begins behind the numbers of another program.
  Probes(Probes like) {
    next = like.next;
  }

  int add(String function, Position at, String condition, String outcome) {
    byNumber.put(next, new Probe(next, function, at, condition, outcome));
    return next++;
  }

  int count() {
    return next;
  }

  /// Takes back all but the first.
  void drop(int count) {
    byNumber.tailMap(count).clear();
    next = count;
  }

  /// Takes over the probes of functions from another program.
  ///
  /// @param shift lines they stand further down, by function
  void share(Probes like, Map<String, Integer> shift) {
    for (Probe p : like.byNumber.values()) {
      Integer lines = shift.get(p.function());
      if (lines != null) {
        Position at = Position.ofLine(p.at().path(), p.at().line() + lines);
        byNumber.put(p.index(), new Probe(p.index(), p.function(), at, p.condition(), p.outcome()));
      }
    }
  }

  List<Probe> all() {
    return new ArrayList<>(byNumber.values());
  }
}
