package org.mmlens.config;

import java.util.List;
import org.mmlens.diag.Diagnostic;

/// What one file says.
///
/// @param settings in the order of the file
/// @param rows in the order of the file
/// @param problems everything that is wrong with it
public record Reading(List<Setting> settings, List<Row> rows, List<Diagnostic> problems) {
  /// Copies the lists.
  public Reading {
    settings = List.copyOf(settings);
    rows = List.copyOf(rows);
    problems = List.copyOf(problems);
  }

  /// {@return whether a switch is on}
  ///
  /// @param key its name
  public boolean says(String key) {
    return settings.stream().anyMatch(s -> s.key().name().equals(key) && s.word().equals("true"));
  }
}
