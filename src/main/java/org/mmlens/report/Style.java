package org.mmlens.report;

/// How a text report may look, as far as its reader's terminal decides it.
///
/// @param columns no line is longer; from 60 to 100
/// @param colour whether escape sequences for colour may be used
public record Style(int columns, Colour colour) {

  /// The most columns any text report has.
  public static final int WIDEST = 100;

  private static final int NARROWEST = 60;

  /// Brings the width into range.
  public Style {
    columns = Math.clamp(columns, NARROWEST, WIDEST);
  }

  /// Whether to colour.
  public enum Colour {
    /// Plain text.
    NEVER,
    /// ECMA-48 "select graphic rendition".
    ALWAYS
  }

  /// {@return the style of files and pipes: full width, plain}
  public static Style plain() {
    return new Style(WIDEST, Colour.NEVER);
  }
}
