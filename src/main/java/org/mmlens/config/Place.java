package org.mmlens.config;

import org.mmlens.diag.Diagnostic;
import org.mmlens.diag.Position;

/// Where something stands in a configuration file.
///
/// @param at the position
/// @param line the line there, or its beginning
/// @param layer whose file it is
public record Place(Position at, String line, Layer layer) {

  private static final int LONGEST = 160;

  /// Cuts the line to what a person would read.
  public Place {
    line = line.substring(0, Math.min(LONGEST, line.length()));
  }

  /// {@return an error about what stands here}
  ///
  /// @param code the stable id
  /// @param message found and expected
  public Diagnostic error(String code, String message) {
    return Diagnostic.error(code, at, message).withSourceLine(line);
  }

  /// {@return a warning about what stands here}
  ///
  /// @param code the stable id
  /// @param message found and expected
  public Diagnostic warning(String code, String message) {
    return Diagnostic.warning(code, at, message).withSourceLine(line);
  }

  /// {@return the place of the value whose key stands here, if it is in the same line}
  Place ofValue() {
    int equals = line.indexOf('=', Math.max(0, at.column() - 1));
    int value = equals + 1;
    while (value < line.length() && Character.isWhitespace(line.charAt(value))) {
      value++;
    }
    return equals < 0 || value == line.length()
        ? this
        : new Place(new Position(at.path(), at.line(), value + 1), line, layer);
  }
}
