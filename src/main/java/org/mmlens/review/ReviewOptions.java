package org.mmlens.review;

import java.util.Optional;
import org.mmlens.port.KernelConfig;

/// How much is run, and on what.
///
/// @param config the kernel configuration
/// @param only the one patch to judge, from 1; absent for all of them and the series as a whole
/// @param seed of what is sampled
/// @param steps function entries and loop iterations one run may take
/// @param faultRuns runs with a failing allocation for each pair of trees, at the most
public record ReviewOptions(
    KernelConfig config, Optional<Integer> only, long seed, long steps, int faultRuns) {

  /// {@return what is used unless somebody says otherwise}
  public static ReviewOptions standard() {
    return new ReviewOptions(KernelConfig.standard(), Optional.empty(), 1, 1_000_000, 1500);
  }

  /// {@return the same with another number of fault runs}
  ///
  /// @param count at the most
  public ReviewOptions withFaultRuns(int count) {
    return new ReviewOptions(config, only, seed, steps, count);
  }
}
