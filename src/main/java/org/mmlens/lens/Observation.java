package org.mmlens.lens;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What one run showed, in the form in which two runs are compared: numbers, already symbolic.
///
/// Addresses of kernel objects never appear; what stands in their place says which object it is.
/// [Rig#explain] gives the same for people.
public final class Observation {

  private final long[][] channels;
  private final long[] unorderedEffects;
  private final Optional<String> undecided;
  private final int allocations;

  /// Holds the channels, without copying them.
  ///
  /// @param channels one array of numbers for each [Observable], in the order of the enum
  /// @param unorderedEffects the effects in a form that does not depend on the order of independent
  ///   ones
  /// @param undecided why nothing can be concluded from the run, if so
  /// @param allocations how many allocations the run asked for: the faults there are to inject
  Observation(
      long[][] channels, long[] unorderedEffects, Optional<String> undecided, int allocations) {
    this.channels = channels;
    this.unorderedEffects = unorderedEffects;
    this.undecided = undecided;
    this.allocations = allocations;
  }

  /// {@return why nothing can be concluded from the run, if so}
  public Optional<String> undecided() {
    return undecided;
  }

  /// {@return how many allocations the run asked for}
  public int allocations() {
    return allocations;
  }

  /// {@return the observables in which two runs differ, in the order of the enum}
  ///
  /// @param other a run of the same scenario on the other side
  public Set<Observable> differences(Observation other) {
    Set<Observable> found = EnumSet.noneOf(Observable.class);
    for (Observable o : Observable.values()) {
      if (!Arrays.equals(channels[o.ordinal()], other.channels[o.ordinal()])) {
        found.add(o);
      }
    }
    return found;
  }

  /// {@return whether the effects of two runs are the same up to the order of independent ones}
  ///
  /// @param other a run of the same scenario on the other side
  public boolean sameEffectsInSomeOrder(Observation other) {
    return Arrays.equals(unorderedEffects, other.unorderedEffects);
  }
}
