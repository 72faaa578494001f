package org.mmlens.config;

/// Text as TOML writes it.
public final class TomlText {

  private TomlText() {}

  /// {@return a basic string (TOML 1.0.0, section String), of printable ASCII whatever is in it}
  ///
  /// @param text any text without halves of surrogate pairs
  public static String quoted(String text) {
    var out = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                out.append('\\').appendCodePoint(c);
              } else if (c >= ' ' && c < 0x7f) {
                out.appendCodePoint(c);
              } else {
                out.append(c < 0x10000 ? "\\u%04x".formatted(c) : "\\U%08x".formatted(c));
              }
            });
    return out.append('"').toString();
  }
}
