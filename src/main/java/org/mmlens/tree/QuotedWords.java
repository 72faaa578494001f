package org.mmlens.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mmlens.diag.Position;
import org.mmlens.mail.ReviewComment;

/// What a reviewer wrote between the lines of a hunk that was recovered.
///
/// Who of several wrote it was lost with the line breaks.
final class QuotedWords {

  private final Position mail;
  private final ReviewComment.HunkName name;
  private final List<ReviewComment> found = new ArrayList<>();
  private final StringBuilder words = new StringBuilder();
  private String under;

  QuotedWords(Position mail, String path, int hunk, String header) {
    this.mail = mail;
    this.name = new ReviewComment.HunkName(path, hunk, header);
    this.under = header;
  }

  /// {@return the words, in order}
  ///
  /// @param hunk what was read
  /// @param section everything up to the next hunk
  List<ReviewComment> of(QuotedChunks.Reading hunk, List<String> section) {
    for (QuotedChunks.Piece piece : hunk.pieces()) {
      switch (piece) {
        case QuotedChunks.Piece.Words(var said) -> add(said);
        case QuotedChunks.Piece.Added(var quoted, var behind) -> line(quoted, behind);
        case QuotedChunks.Piece.Context(var quoted, var behind) -> line(quoted, behind);
        case QuotedChunks.Piece.Removed(var quoted, var behind) -> line(quoted, behind);
      }
    }
    for (String said : section.subList(hunk.chunks(), section.size())) {
      if (said.equals("--") || said.startsWith("-- ")) {
        break;
      }
      add(said);
    }
    flush();
    return List.copyOf(found);
  }

  private void line(String quoted, String behind) {
    if (!quoted.isEmpty()) {
      flush();
      under = quoted;
    }
    add(behind);
  }

  private void add(String said) {
    String plain = said.replaceAll("(?:^| )>(?= |$)", "").strip();
    if (!plain.isEmpty()) {
      words.append(words.isEmpty() ? "" : "\n").append(plain);
    }
  }

  private void flush() {
    if (!words.isEmpty()) {
      found.add(new ReviewComment("", words.toString(), mail, under, Optional.of(name)));
      words.setLength(0);
    }
  }
}
