package org.mmlens.surface.scan;

import org.mmlens.diag.Position;

/// Where something is written, and when it is compiled.
///
/// @param at its name
/// @param firstLine the line it begins on
/// @param lastLine the line it ends on
/// @param condition the `#if` groups around it
public record Place(Position at, int firstLine, int lastLine, Condition condition) {

  /// {@return the file}
  public String path() {
    return at.path();
  }
}
