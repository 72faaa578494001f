package org.mmlens.explore;

import java.util.List;
import java.util.Set;
import org.mmlens.lens.Scenario;
import org.mmlens.lens.Scenario.Fill;
import org.mmlens.lens.Scenario.Neighbour;
import org.mmlens.lens.Scenario.Trait;

/// Scenarios with one thing in another way.
final class Altered {

  private Altered() {}

  static Scenario neighbours(Scenario s, List<Neighbour> list) {
    return new Scenario(
        s.end(), s.length(), s.shift(), s.pages(), list, s.traits(), s.flags(), s.faults());
  }

  static Scenario length(Scenario s, int length) {
    List<Fill> pages = s.pages().stream().filter(f -> f.page() < length).toList();
    return new Scenario(
        s.end(), length, s.shift(), pages, s.neighbours(), s.traits(), s.flags(), s.faults());
  }

  static Scenario shift(Scenario s, long shift) {
    return new Scenario(
        s.end(), s.length(), shift, s.pages(), s.neighbours(), s.traits(), s.flags(), s.faults());
  }

  static Scenario pages(Scenario s, List<Fill> pages) {
    return new Scenario(
        s.end(), s.length(), s.shift(), pages, s.neighbours(), s.traits(), s.flags(), s.faults());
  }

  static Scenario traits(Scenario s, Set<Trait> traits) {
    return new Scenario(
        s.end(), s.length(), s.shift(), s.pages(), s.neighbours(), traits, s.flags(), s.faults());
  }

  static Scenario end(Scenario s, long end) {
    return new Scenario(
        end, s.length(), s.shift(), s.pages(), s.neighbours(), s.traits(), s.flags(), s.faults());
  }
}
