package org.mmlens.diag;

import java.util.Optional;

/// Something the input did that its author should hear about.
///
/// @param severity whether the review can go on
/// @param code the stable id users search for, lower case with dashes, e.g. `hunk-context`
/// @param at where the input went wrong
/// @param sourceLine the whole line at `at` without its line end; empty where there is none to show
/// @param message what was found and what was expected, lower case, no full stop
/// @param hint what to try next; absent when nothing better than the message is known
public record Diagnostic(
    Severity severity,
    String code,
    Position at,
    String sourceLine,
    String message,
    Optional<String> hint) {

  /// How far the input is usable.
  public enum Severity {
    /// The review goes on.
    WARNING,
    /// What stands at the position cannot be used.
    ERROR
  }

  /// {@return an error without source line and hint}
  ///
  /// @param code the stable id
  /// @param at the place
  /// @param message found and expected
  public static Diagnostic error(String code, Position at, String message) {
    return new Diagnostic(Severity.ERROR, code, at, "", message, Optional.empty());
  }

  /// {@return a warning without source line and hint}
  ///
  /// @param code the stable id
  /// @param at the place
  /// @param message found and expected
  public static Diagnostic warning(String code, Position at, String message) {
    return new Diagnostic(Severity.WARNING, code, at, "", message, Optional.empty());
  }

  /// {@return this with a hint}
  ///
  /// @param text what to try next
  public Diagnostic withHint(String text) {
    return new Diagnostic(severity, code, at, sourceLine, message, Optional.of(text));
  }

  /// {@return this with the line it is about}
  ///
  /// @param line the whole line, without its line end
  public Diagnostic withSourceLine(String line) {
    return new Diagnostic(severity, code, at, line, message, hint);
  }

  /// {@return the diagnostic as compilers print it: place, severity, message, line, caret, hint}
  public String render() {
    var out = new StringBuilder();
    out.append(at).append(": ").append(severity == Severity.ERROR ? "error: " : "warning: ");
    out.append(message).append(" [").append(code).append("]\n");
    if (!sourceLine.isEmpty()) {
      out.append("  ").append(sourceLine).append('\n');
      if (at.column() > 0 && at.column() <= sourceLine.length() + 1) {
        String before = sourceLine.substring(0, at.column() - 1);
        out.append("  ").append(before.replaceAll("[^\t]", " ")).append("^\n");
      }
    }
    hint.ifPresent(h -> out.append("  hint: ").append(h).append('\n'));
    return out.toString();
  }
}
