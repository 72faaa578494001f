package org.mmlens.surface.scan;

import java.util.OptionalInt;
import org.mmlens.diag.Position;

/// A place that names a symbol without declaring it.
///
/// @param name the symbol
/// @param manner what is done with it
/// @param at where
/// @param around what it stands in
/// @param arguments how many arguments a call passes; empty where it is none
/// @param structure of a member, the structure it belongs to, where its function declares what
///   stands before it; empty where that is not known
public record Use(
    String name,
    Manner manner,
    Position at,
    Around around,
    OptionalInt arguments,
    String structure) {

  /// What is done with the symbol.
  public enum Manner {
    /// Called, or a macro expanded, with an argument list.
    CALL,
    /// Named: its address taken, its value read, its type used.
    MENTION,
    /// Named behind `.` or `->`.
    MEMBER,
    /// Exported to modules.
    EXPORT
  }

  /// What a use stands in.
  ///
  /// @param name the function, macro or variable; empty outside of any
  /// @param kind its kind; a variable where there is nothing
  /// @param condition the `#if` groups around the use
  public record Around(String name, Kind kind, Condition condition) {}

  /// {@return the file}
  public String path() {
    return at.path();
  }

  /// {@return the use as `place in function()`}
  public String text() {
    String call = around.kind().callable() ? "()" : "";
    return around.name().isEmpty() ? at.toString() : at + " in " + around.name() + call;
  }
}
