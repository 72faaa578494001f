package org.mmlens.bot.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mmlens.diag.Diagnostic;
import org.mmlens.diag.Position;
import org.tomlj.TomlPosition;

/// What is wrong with one configuration, collected.
final class Problems {

  private final String file;
  private final List<String> lines;
  private final List<Diagnostic> found = new ArrayList<>();

  /// @param file what to call it
  /// @param text all of it
  Problems(String file, String text) {
    this.file = file;
    this.lines = text.lines().toList();
  }

  void add(String code, TomlPosition at, String message, Optional<String> hint) {
    String line = at.line() <= lines.size() ? lines.get(at.line() - 1) : "";
    Diagnostic plain =
        Diagnostic.error(code, new Position(file, at.line(), at.column()), message)
            .withSourceLine(line);
    found.add(hint.map(plain::withHint).orElse(plain));
  }

  void add(String code, TomlPosition at, String message) {
    add(code, at, message, Optional.empty());
  }

  /// Something is missing from the file as a whole.
  void missing(String message) {
    found.add(Diagnostic.error("config-missing", Position.ofFile(file), message));
  }

  /// {@return all of them, in the order of the file}
  List<Diagnostic> found() {
    return found.stream().sorted(Comparator.comparing(Diagnostic::at)).toList();
  }
}
