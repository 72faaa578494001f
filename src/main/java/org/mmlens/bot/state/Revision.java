package org.mmlens.bot.state;

import java.time.Instant;

/// One revision of a series, as far as its mails have come.
///
/// @param id the Message-ID of its first patch
/// @param thread the thread it is in
/// @param number the N of `vN`
/// @param author who sent it, an address in lower case
/// @param title of its cover letter, else of its first patch
/// @param changeId b4's `change-id`; empty where it has none
/// @param content a digest of its diffs; empty while some are missing
/// @param missing the counters of the patches that have not come, separated by blanks
/// @param phase how far it is
/// @param heard when the last mail of its thread came
public record Revision(
    String id,
    String thread,
    int number,
    String author,
    String title,
    String changeId,
    String content,
    String missing,
    Phase phase,
    Instant heard) {

  /// How far a revision is.
  public enum Phase {
    /// Mails of it may still come.
    COLLECTING,
    /// Mails of it are missing, and none has come for long.
    INCOMPLETE,
    /// It waits to be reviewed, or is being reviewed.
    READY,
    /// Everything that was to be decided is decided.
    DONE
  }
}
