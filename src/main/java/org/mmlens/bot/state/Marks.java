package org.mmlens.bot.state;

import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;

/// What people have said to the bot about a revision.
public final class Marks {

  private Marks() {}

  /// Keeps a word about a revision.
  ///
  /// @param tx the transaction
  /// @param revision its id
  /// @param word what was said
  /// @param address who said it first
  /// @return whether it had not been said before
  /// @throws SQLException where the database refuses
  public static boolean put(Transaction tx, String revision, String word, String address)
      throws SQLException {
    return tx.change(
            "INSERT INTO mark (revision, word, address) VALUES (?, ?, ?)"
                + " ON CONFLICT (revision, word) DO NOTHING",
            revision,
            word,
            Mails.storable(address))
        > 0;
  }

  /// {@return what was said about a revision}
  ///
  /// @param tx the transaction
  /// @param revision its id
  /// @throws SQLException where the database refuses
  public static Set<String> of(Transaction tx, String revision) throws SQLException {
    return new TreeSet<>(
        tx.rows(row -> row.getString(1), "SELECT word FROM mark WHERE revision = ?", revision));
  }
}
