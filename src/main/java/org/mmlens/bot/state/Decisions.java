package org.mmlens.bot.state;

import java.sql.SQLException;
import java.util.Optional;

/// What was decided about each revision of a series, once and for all.
public final class Decisions {

  private Decisions() {}

  /// Decides about a revision unless that has happened already. Whoever decides puts the mail that
  /// follows from it into the [Outbox] within the same transaction: so there is at most one.
  ///
  /// @param tx the transaction
  /// @param revision the Message-ID of the revision's first mail
  /// @param outcome what was decided, in a word
  /// @param reason why
  /// @return whether the decision is this one; `false` where there was one before
  /// @throws SQLException where the database refuses
  public static boolean decide(Transaction tx, String revision, String outcome, String reason)
      throws SQLException {
    return tx.change(
            "INSERT INTO decision (revision, outcome, reason) VALUES (?, ?, ?)"
                + " ON CONFLICT (revision) DO NOTHING",
            revision,
            outcome,
            reason)
        > 0;
  }

  /// {@return what was decided about a revision: `outcome: reason`}
  ///
  /// @param tx the transaction
  /// @param revision the Message-ID of the revision's first mail
  /// @throws SQLException where the database refuses
  public static Optional<String> of(Transaction tx, String revision) throws SQLException {
    return tx
        .rows(
            row -> row.getString(1) + ": " + row.getString(2),
            "SELECT outcome, reason FROM decision WHERE revision = ?",
            revision)
        .stream()
        .findFirst();
  }
}
