package org.mmlens.explore;

import java.util.List;
import org.mmlens.lens.Scenario;

/// The shrinker's simplifications, for tests of other packages.
public final class Simplifications {

  private Simplifications() {}

  /// {@return simplifications of one thing each}
  ///
  /// @param s a scenario
  public static List<Scenario> of(Scenario s) {
    return Shrinker.simpler(s);
  }
}
