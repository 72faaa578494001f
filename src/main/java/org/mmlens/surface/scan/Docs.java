package org.mmlens.surface.scan;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Finds the kernel-doc comment of a declaration.
final class Docs {

  /// A blank line between comment and declaration is common.
  private static final int MAX_DISTANCE = 2;

  private final Lexer.Lexed file;

  Docs(Lexer.Lexed file) {
    this.file = file;
  }

  /// {@return the comment above the line that documents this name}
  Optional<KernelDoc> above(int line, String name) {
    int low = 0;
    int high = file.docs().size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (file.docs().get(middle).lastLine() < line) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (low == 0 || line - file.docs().get(low - 1).lastLine() > MAX_DISTANCE) {
      return Optional.empty();
    }
    Lexer.Comment comment = file.docs().get(low - 1);
    String text =
        new String(
            file.text(), comment.start(), comment.end() - comment.start(), StandardCharsets.UTF_8);
    return KernelDoc.read(text, comment.line(), comment.lastLine())
        .filter(doc -> doc.name().equals(name));
  }
}
