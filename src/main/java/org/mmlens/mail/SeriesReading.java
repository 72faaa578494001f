package org.mmlens.mail;

import java.util.List;
import java.util.Optional;
import org.mmlens.diag.Diagnostic;

/// What was found in the mail.
///
/// @param found all series, numbered
/// @param series the one that was asked for; empty where there is none, which an error explains
/// @param replies answers to it that say something, in the order of the mailbox
/// @param decisions one line for each choice that was made, with the reason
/// @param diagnostics what is wrong with the mail
public record SeriesReading(
    List<SeriesHeading> found,
    Optional<Series> series,
    List<ReviewReply> replies,
    List<String> decisions,
    List<Diagnostic> diagnostics) {

  /// Copies the lists.
  public SeriesReading {
    found = List.copyOf(found);
    replies = List.copyOf(replies);
    decisions = List.copyOf(decisions);
    diagnostics = List.copyOf(diagnostics);
  }
}
