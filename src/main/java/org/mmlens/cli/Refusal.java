package org.mmlens.cli;

import java.util.List;
import org.mmlens.diag.Diagnostic;
import org.mmlens.report.DiagnosticText;

/// Why a command cannot do what it was asked for, in words for the person who asked.
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> lines;
  private final ExitCode exitCode;

  private Refusal(ExitCode exitCode, List<String> lines) {
    super(String.join("\n", lines));
    this.exitCode = exitCode;
    this.lines = List.copyOf(lines);
  }

  /// {@return a refusal because of the command line or the environment}
  static Refusal usage(String message) {
    return new Refusal(ExitCode.USAGE, List.of("mmlens: error: " + message));
  }

  /// {@return an end without words: nobody reads the report any further, as with `| head`}
  static Refusal readerGone() {
    return new Refusal(ExitCode.READER_GONE, List.of());
  }

  /// {@return a refusal because of what was read}
  static Refusal of(ExitCode exitCode, List<Diagnostic> why) {
    return new Refusal(
        exitCode, why.stream().flatMap(d -> DiagnosticText.lines(d).stream()).toList());
  }

  List<String> lines() {
    return lines;
  }

  ExitCode exitCode() {
    return exitCode;
  }
}
