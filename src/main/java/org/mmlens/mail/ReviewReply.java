package org.mmlens.mail;

import java.util.List;

/// An answer to a patch.
///
/// @param envelope its header
/// @param quoted the patches it quotes, by quoting level
/// @param comments what stands between the quoted lines, in order
public record ReviewReply(
    Envelope envelope, List<QuotedPatch> quoted, List<ReviewComment> comments) {

  /// Copies the lists.
  public ReviewReply {
    quoted = List.copyOf(quoted);
    comments = List.copyOf(comments);
  }
}
