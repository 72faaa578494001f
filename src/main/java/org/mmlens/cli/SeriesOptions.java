package org.mmlens.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mmlens.diag.Diagnostic;
import org.mmlens.mail.Selection;
import org.mmlens.mail.Series;
import org.mmlens.mail.SeriesReader;
import org.mmlens.mail.SeriesReading;
import org.mmlens.report.DiagnosticText;
import org.mmlens.report.Printable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Which series is meant.
final class SeriesOptions {

  /// Codes of diagnostics that tell of the machine, not of the mail.
  private static final List<String> ENVIRONMENT = List.of("mail-missing", "mail-unreadable");

  @Parameters(
      arity = "1..*",
      paramLabel = "SERIES",
      description =
          "Mbox, maildir, folder of patches, .patch or .eml files; @|bold -|@ reads stdin.")
  private List<String> paths = List.of();

  @Option(
      names = "--series",
      paramLabel = "N|MSGID",
      description = "Which series of a mailbox that holds several (default: the newest).")
  private Optional<String> which = Optional.empty();

  /// {@return what was named on the command line}
  List<String> paths() {
    return List.copyOf(paths);
  }

  /// {@return the series}
  ///
  /// @param here where to read it
  /// @param verbosity how much to say of it
  Series read(Surroundings here, Verbosity verbosity) {
    return read(here, verbosity, paths);
  }

  /// {@return the series in other files than those named}
  Series read(Surroundings here, Verbosity verbosity, List<String> paths) {
    Selection selection = which.map(Selection::parse).orElseGet(Selection.Newest::new);
    SeriesReading reading =
        paths.equals(List.of("-"))
            ? SeriesReader.read(here.in(), "stdin", selection)
            : SeriesReader.read(paths.stream().map(this::path).toList(), selection);
    if (verbosity == Verbosity.VERBOSE) {
      reading.decisions().forEach(d -> here.say("mmlens: " + Printable.of(d)));
    }
    if (reading.series().isEmpty()) {
      throw refusal(reading.diagnostics());
    }
    if (verbosity != Verbosity.QUIET) {
      reading.diagnostics().stream()
          .flatMap(d -> DiagnosticText.lines(d).stream())
          .forEach(here::say);
    }
    return reading.series().get();
  }

  private Path path(String text) {
    try {
      return Path.of(text);
    } catch (java.nio.file.InvalidPathException e) {
      throw Refusal.usage("found '" + Printable.of(text) + "', expected the name of a file");
    }
  }

  private static Refusal refusal(List<Diagnostic> why) {
    List<Diagnostic> errors =
        why.stream().filter(d -> d.severity() == Diagnostic.Severity.ERROR).toList();
    boolean environment =
        !errors.isEmpty() && errors.stream().allMatch(d -> ENVIRONMENT.contains(d.code()));
    return errors.isEmpty()
        ? Refusal.of(ExitCode.BAD_INPUT, why)
        : Refusal.of(environment ? ExitCode.USAGE : ExitCode.BAD_INPUT, errors);
  }
}
