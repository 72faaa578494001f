package org.mmlens.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.mmlens.report.Formats;
import org.mmlens.report.Printable;
import org.mmlens.report.Report;
import org.mmlens.report.Style;
import org.mmlens.review.Review;
import picocli.CommandLine.Option;

/// Which reports are wanted, where they go, and what the exit code makes of them.
final class ReportOptions {

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT[=FILE]",
      converter = Destination.Converter.class,
      completionCandidates = Destination.FormatName.class,
      description = {
        "One of ${COMPLETION-CANDIDATES} (default: text).",
        "May be given several times; without FILE it goes to stdout."
      })
  private List<Destination> wanted = List.of();

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      converter = FailOn.Converter.class,
      completionCandidates = FailOn.Converter.class,
      defaultValue = "error",
      description = "Findings from ${COMPLETION-CANDIDATES} on exit 1 (default: error).")
  private FailOn failOn = FailOn.ERROR;

  @Option(
      names = {"-q", "--quiet"},
      description = "Say nothing on stderr but what ends the run.")
  private boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description =
          "Say on stderr what was chosen among readings, and each step; tell all in the text"
              + " report.")
  private boolean verbose;

  Verbosity verbosity() {
    return quiet ? Verbosity.QUIET : verbose ? Verbosity.VERBOSE : Verbosity.NORMAL;
  }

  /// Refuses what cannot be done, before anything is run.
  void check() {
    if (quiet && verbose) {
      throw Refusal.usage("found both --quiet and --verbose, expected one of them");
    }
    if (destinations().stream().filter(d -> d.file().isEmpty()).count() > 1) {
      throw Refusal.usage(
          "found several --format for stdout, expected one; the others need '=FILE'");
    }
    var files = new TreeSet<Path>();
    for (Destination destination : destinations()) {
      destination.file().ifPresent(file -> Writable.file("--format", file));
      if (!destination
          .file()
          .map(file -> files.add(file.toAbsolutePath().normalize()))
          .orElse(true)) {
        throw Refusal.usage(
            "found two --format for '%s', expected a file for each"
                .formatted(Printable.of(destination.file().orElseThrow().toString())));
      }
    }
  }

  private List<Destination> destinations() {
    return wanted.isEmpty() ? List.of(new Destination("text", Optional.empty())) : wanted;
  }

  /// Writes all reports.
  ///
  /// @return what the process ends with
  ExitCode write(Review review, Surroundings here) {
    for (Destination destination : destinations()) {
      if (destination.file().isPresent()) {
        save(
            destination.file().get(),
            report(destination, Style.plain().with(detail())).render(review));
      } else {
        here.out().print(report(destination, here.style().with(detail())).render(review));
        here.out().flush();
      }
    }
    return ExitCode.of(review, failOn);
  }

  private Style.Detail detail() {
    return verbose ? Style.Detail.FULL : Style.Detail.SHORT;
  }

  private static Report report(Destination destination, Style style) {
    return Formats.all(style).stream()
        .filter(r -> r.format().equals(destination.format()))
        .findFirst()
        .orElseThrow();
  }

  static void save(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw Refusal.usage(Printable.of(file.toString()) + " cannot be written: " + Reasons.of(e));
    }
  }
}
