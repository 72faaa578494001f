package org.mmlens.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.mmlens.port.Architecture;
import org.mmlens.port.KernelConfig;
import org.mmlens.report.Printable;
import org.mmlens.review.ReviewOptions;
import org.mmlens.tree.SourceTree;
import picocli.CommandLine.Option;

/// What kernel is run, and how long one run may take.
final class MachineOptions {

  @Option(
      names = "--budget",
      paramLabel = "STEPS",
      description =
          "Calls and loop turns one run may take before it is given up as inconclusive"
              + " (default: 1000000).")
  private Optional<Long> budget = Optional.empty();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Lines of a kernel .config that change the bundled one.")
  private Optional<Path> config = Optional.empty();

  /// Refuses a configuration for a tree on which it has no effect.
  void check(SourceTree tree) {
    if (config.isPresent() && Architecture.ownConfiguration(tree::read)) {
      throw Refusal.usage(
          "found --config for %s, which brings its own include/asm and configuration; expected a tree without, as kernels are released"
              .formatted(Printable.of(tree.name())));
    }
  }

  /// {@return what the options say, standard where they say nothing}
  ReviewOptions options() {
    ReviewOptions standard = ReviewOptions.standard();
    ReviewOptions configured =
        config.map(file -> standard.withConfig(read(file, standard.config()))).orElse(standard);
    return configured.withSteps(AtLeast.check(1, "--budget", budget).orElse(standard.steps()));
  }

  private static KernelConfig read(Path file, KernelConfig standard) {
    String name = Printable.of(file.toString());
    KernelConfig.Reading reading;
    try {
      reading = standard.with(name, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw Refusal.usage(name + " cannot be read: " + Reasons.of(e));
    }
    if (!reading.diagnostics().isEmpty()) {
      throw Refusal.of(ExitCode.BAD_INPUT, reading.diagnostics());
    }
    return reading.config();
  }
}
