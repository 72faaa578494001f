package org.mmlens.report;

/// How a text report may look, as far as its reader's terminal decides it.
///
/// @param columns no line is longer; from 60 to 100
/// @param colour whether escape sequences for colour may be used
/// @param detail whether everything is told, or what fits on a screen
public record Style(int columns, Colour colour, Detail detail) {

  /// The most columns any text report has.
  public static final int WIDEST = 100;

  private static final int NARROWEST = 60;

  /// Brings the width into range.
  public Style {
    columns = Math.clamp(columns, NARROWEST, WIDEST);
  }

  /// What fits on a screen.
  ///
  /// @param columns no line is longer
  /// @param colour whether escape sequences for colour may be used
  public Style(int columns, Colour colour) {
    this(columns, colour, Detail.SHORT);
  }

  /// How much to tell.
  public enum Detail {
    /// What fits on a screen for an ordinary patch: the rest is in the other formats.
    SHORT,
    /// Everything that a text can show.
    FULL
  }

  /// Whether to colour.
  public enum Colour {
    /// Plain text.
    NEVER,
    /// ECMA-48 "select graphic rendition".
    ALWAYS
  }

  /// {@return the same, with this much detail}
  ///
  /// @param much how much to tell
  public Style with(Detail much) {
    return new Style(columns, colour, much);
  }

  /// {@return the style of files and pipes: full width, plain}
  public static Style plain() {
    return new Style(WIDEST, Colour.NEVER);
  }
}
