package org.mmlens.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mmlens.review.Finding;
import org.mmlens.review.Finding.Severity;

/// From which severity on findings make the process end with [ExitCode#FINDINGS].
enum FailOn {
  /// Errors only.
  ERROR(Optional.of(Severity.ERROR)),
  /// Errors and warnings.
  WARNING(Optional.of(Severity.WARNING)),
  /// Every finding.
  NOTE(Optional.of(Severity.NOTE)),
  /// No finding.
  NEVER(Optional.empty());

  private final Optional<Severity> least;

  FailOn(Optional<Severity> least) {
    this.least = least;
  }

  boolean counts(Finding finding) {
    return least.filter(severity -> finding.severity().compareTo(severity) <= 0).isPresent();
  }

  /// Reads the option's value.
  static final class Converter extends Choice<FailOn> {
    Converter() {
      super("severity", List.of(values()), value -> value.name().toLowerCase(Locale.ROOT));
    }
  }
}
