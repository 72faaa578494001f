package org.mmlens.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.mmlens.lens.Scenario;

/// Draws scenarios in which several things are in another way at once.
final class Havoc {

  private static final int STEPS = 4;

  /// Of what was found last, so many scenarios are taken for parents as often as all the others.
  private static final int LATEST = 4;

  private final SplittableRandom random;
  private final List<Variation> aims;
  private final List<Scenario> parents;
  private final List<Scenario> found = new ArrayList<>();

  /// Prepares to draw.
  ///
  /// @param seed of what is drawn
  /// @param aims variations that put constants in
  /// @param parents what was planned, at least one
  Havoc(long seed, List<Variation> aims, List<Scenario> parents) {
    this.random = new SplittableRandom(seed);
    this.aims = aims;
    this.parents =
        parents.stream().sorted(Comparator.comparingLong(ScenarioSpace::weight)).toList();
  }

  void add(Scenario parent) {
    found.add(parent);
  }

  /// {@return a scenario, which may have been tried before}
  Scenario next() {
    Scenario s = parent();
    for (int left = 1 + random.nextInt(STEPS); left > 0; left--) {
      Scenario further = variation().of(s);
      s = Variation.possible(further) ? further : s;
    }
    return s;
  }

  private Variation variation() {
    List<Variation> from = aims.isEmpty() || random.nextInt(2) == 0 ? Steps.ALL : aims;
    return from.get(random.nextInt(from.size()));
  }

  /// Light ones are drawn more often than heavy ones.
  private Scenario parent() {
    if (!found.isEmpty() && random.nextInt(2) == 0) {
      return found.get(found.size() - 1 - random.nextInt(Math.min(LATEST, found.size())));
    }
    int one = random.nextInt(parents.size());
    int other = random.nextInt(parents.size());
    return parents.get(Math.min(one, other));
  }
}
