package org.mmlens.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/// How much is run, and on what configuration.
final class EngineOptions {

  @Option(
      names = "--patch",
      paramLabel = "N",
      description = "Review this patch of the series only, applied on those before it.")
  private Optional<Integer> patch = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of the scenarios that are sampled (default: 1).")
  private long seed = 1;

  @Option(
      names = "--budget",
      paramLabel = "STEPS",
      description = "C steps one run may take before it is given up as inconclusive.")
  private Optional<Long> budget = Optional.empty();

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description =
          "Threads to run scenarios on (default: one a core); results do not depend on it.")
  private Optional<Integer> jobs = Optional.empty();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "A kernel .config (default: the bundled one).")
  private Optional<Path> config = Optional.empty();

  Optional<Integer> patch() {
    return positive("--patch", patch);
  }

  long seed() {
    return seed;
  }

  Optional<Long> budget() {
    return positive("--budget", budget);
  }

  Optional<Integer> jobs() {
    return positive("--jobs", jobs);
  }

  private static <N extends Number> Optional<N> positive(String option, Optional<N> value) {
    if (value.isPresent() && value.get().longValue() < 1) {
      throw Refusal.usage("found %s %s, expected 1 or more".formatted(option, value.get()));
    }
    return value;
  }

  Optional<Path> config() {
    return config;
  }
}
