package org.mmlens.surface.scan;

/// An `EXPORT_SYMBOL*` line (`include/linux/export.h`, 6.12 and 6.18).
///
/// @param symbol what is exported
/// @param audience the modules that may link to it
/// @param namespace the namespace, or the list of modules; empty for everyone
/// @param place where it stands
public record Export(String symbol, Audience audience, String namespace, Place place) {

  /// Who may link to an exported symbol.
  public enum Audience {
    /// Modules that import the namespace, or are named in the export.
    NAMESPACE,
    /// Modules with a GPL-compatible licence.
    GPL,
    /// All modules.
    ALL
  }

  /// {@return the audience as a phrase}
  public String audienceText() {
    return switch (audience) {
      case NAMESPACE -> "modules of " + namespace;
      case GPL -> "GPL modules";
      case ALL -> "all modules";
    };
  }
}
