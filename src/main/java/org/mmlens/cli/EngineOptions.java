package org.mmlens.cli;

import java.util.Optional;
import org.mmlens.review.ReviewOptions;
import org.mmlens.tree.SourceTree;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// How much is run.
final class EngineOptions {

  @Option(
      names = "--patch",
      paramLabel = "N",
      description = "Judge this patch of the series only, on top of those before it.")
  private Optional<Integer> patch = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of the scenarios that are sampled (default: 1).")
  private Optional<Long> seed = Optional.empty();

  @Option(
      names = "--fault-runs",
      paramLabel = "N",
      description = "Runs with a failing allocation, at most (default: 1500).")
  private Optional<Integer> faultRuns = Optional.empty();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "Runs that may go on at the same time (default: one a processor). No result depends on"
              + " it.")
  private Optional<Integer> threads = Optional.empty();

  @Mixin private final MachineOptions machine = new MachineOptions();

  /// Refuses what cannot be done with a tree.
  void check(SourceTree tree) {
    machine.check(tree);
  }

  /// {@return what the options say, standard where they say nothing}
  ///
  /// @param patches how many the series has
  ReviewOptions options(int patches) {
    ReviewOptions given = machine.options();
    PatchOption.check(patch, patches);
    return new ReviewOptions(
        given.config(),
        patch,
        seed.orElse(given.seed()),
        given.steps(),
        AtLeast.check(0, "--fault-runs", faultRuns).orElse(given.faultRuns()),
        AtLeast.check(1, "--threads", threads).orElse(given.threads()),
        given.names(),
        given.programs());
  }
}
