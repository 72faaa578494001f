package org.mmlens.review;

import java.util.Optional;
import org.mmlens.cache.Store;
import org.mmlens.port.KernelConfig;
import org.mmlens.surface.NameCache;

/// How much is run, and on what.
///
/// @param config the kernel configuration
/// @param only the one patch to judge, from 1; absent for all of them and the series as a whole
/// @param seed of what is sampled
/// @param steps function entries and loop iterations one run may take
/// @param faultRuns runs with a failing allocation for each pair of trees, at the most
/// @param threads how many runs may go on at the same time; no result depends on it
/// @param names keeps what is read of trees for the next run; absent if nothing is to be kept
/// @param programs keeps what is compiled of trees for the next run; absent if nothing is to be
///   kept
public record ReviewOptions(
    KernelConfig config,
    Optional<Integer> only,
    long seed,
    long steps,
    int faultRuns,
    int threads,
    Optional<NameCache> names,
    Optional<Store> programs) {

  /// {@return what is used unless somebody says otherwise}
  public static ReviewOptions standard() {
    return new ReviewOptions(
        KernelConfig.standard(),
        Optional.empty(),
        1,
        1_000_000,
        1500,
        Runtime.getRuntime().availableProcessors(),
        Optional.empty(),
        Optional.empty());
  }

  /// {@return the same with another configuration}
  ///
  /// @param other of the kernel
  public ReviewOptions withConfig(KernelConfig other) {
    return new ReviewOptions(other, only, seed, steps, faultRuns, threads, names, programs);
  }

  /// {@return the same for one patch of the series}
  ///
  /// @param patch its number from 1; absent for all of them and the series as a whole
  public ReviewOptions withOnly(Optional<Integer> patch) {
    return new ReviewOptions(config, patch, seed, steps, faultRuns, threads, names, programs);
  }

  /// {@return the same with another number of fault runs}
  ///
  /// @param count at the most
  public ReviewOptions withFaultRuns(int count) {
    return new ReviewOptions(config, only, seed, steps, count, threads, names, programs);
  }

  /// {@return the same with another number of threads}
  ///
  /// @param count at least 1
  public ReviewOptions withThreads(int count) {
    return new ReviewOptions(config, only, seed, steps, faultRuns, count, names, programs);
  }

  /// {@return the same with another budget}
  ///
  /// @param count function entries and loop iterations one run may take
  public ReviewOptions withSteps(long count) {
    return new ReviewOptions(config, only, seed, count, faultRuns, threads, names, programs);
  }

  /// {@return the same with a cache}
  ///
  /// @param cache keeps what is read of trees
  public ReviewOptions withNames(NameCache cache) {
    return new ReviewOptions(
        config, only, seed, steps, faultRuns, threads, Optional.of(cache), programs);
  }

  /// {@return the same with a store}
  ///
  /// @param store keeps what is compiled of trees
  public ReviewOptions withPrograms(Store store) {
    return new ReviewOptions(
        config, only, seed, steps, faultRuns, threads, names, Optional.of(store));
  }
}
