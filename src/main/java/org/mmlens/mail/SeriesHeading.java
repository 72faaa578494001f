package org.mmlens.mail;

import java.util.List;

/// A series in a mailbox, before its mails are read in full.
///
/// @param number its place in the list of all series found, from 1
/// @param subject of the cover letter, or else of its first patch
/// @param author the sender, as in the mail
/// @param date of the first mail there is, as written
/// @param messageIds of its mails in order, cover letter first; empty strings where a mail has none
/// @param missing the counters no mail was found for
public record SeriesHeading(
    int number,
    Subject subject,
    String author,
    String date,
    List<String> messageIds,
    List<Integer> missing) {

  /// Copies the lists.
  public SeriesHeading {
    messageIds = List.copyOf(messageIds);
    missing = List.copyOf(missing);
  }

  /// {@return one line for a list of series}
  public String line() {
    String parts = missing.isEmpty() ? "complete" : "missing " + missing;
    String title = subject.title().isEmpty() ? "(no subject)" : subject.title();
    String count = subject.total() == 1 ? "1 patch" : subject.total() + " patches";
    return "%d: v%d, %s (%s): %s%s"
        .formatted(
            number, subject.revision(), count, parts, title, author.isEmpty() ? "" : ", " + author);
  }
}
