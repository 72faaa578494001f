package org.mmlens.surface.scan;

/// Bodies in normal form, so that moving or renaming a function leaves its body equal.
final class Bodies {

  private Bodies() {}

  /// {@return the tokens, one blank between them, the own name written `@`}
  static String text(Tokens tokens, int first, int last, String own) {
    var out = new StringBuilder();
    for (int i = first; i <= last && i < tokens.count(); i++) {
      if (tokens.kind(i) == Tokens.END) {
        continue;
      }
      if (!out.isEmpty()) {
        out.append(' ');
      }
      if (tokens.kind(i) == Tokens.DIRECTIVE) {
        out.append('#');
      }
      out.append(tokens.is(i, own) ? "@" : tokens.text(i));
    }
    return out.toString();
  }
}
