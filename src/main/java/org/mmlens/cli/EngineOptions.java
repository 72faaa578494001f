package org.mmlens.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.mmlens.port.KernelConfig;
import org.mmlens.report.Printable;
import org.mmlens.review.ReviewOptions;
import picocli.CommandLine.Option;

/// How much is run, and on what configuration.
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
      names = "--budget",
      paramLabel = "STEPS",
      description =
          "Calls and loop turns one run may take before it is given up as inconclusive"
              + " (default: 1000000).")
  private Optional<Long> budget = Optional.empty();

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

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Lines of a kernel .config that change the bundled one.")
  private Optional<Path> config = Optional.empty();

  /// {@return what the options say, standard where they say nothing}
  ///
  /// @param patches how many the series has
  ReviewOptions options(int patches) {
    ReviewOptions standard = ReviewOptions.standard();
    PatchOption.check(patch, patches);
    return new ReviewOptions(
        config.map(file -> read(file, standard.config())).orElse(standard.config()),
        patch,
        seed.orElse(standard.seed()),
        atLeast(1, "--budget", budget).orElse(standard.steps()),
        atLeast(0, "--fault-runs", faultRuns).orElse(standard.faultRuns()),
        atLeast(1, "--threads", threads).orElse(standard.threads()),
        standard.names());
  }

  private static <N extends Number> Optional<N> atLeast(
      long least, String option, Optional<N> value) {
    if (value.isPresent() && value.get().longValue() < least) {
      throw Refusal.usage("found %s %s, expected %d or more".formatted(option, value.get(), least));
    }
    return value;
  }

  private static KernelConfig read(Path file, KernelConfig standard) {
    String name = Printable.of(file.toString());
    KernelConfig.Reading reading;
    try {
      reading = standard.with(name, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw Refusal.usage(name + " cannot be read: " + Printable.of(ReportOptions.reason(e)));
    }
    if (!reading.diagnostics().isEmpty()) {
      throw Refusal.of(ExitCode.BAD_INPUT, reading.diagnostics());
    }
    return reading.config();
  }
}
