package org.mmlens.bot.state;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.mmlens.bot.source.Arrival;

/// Which mails belong together: those that mention each other, in whatever order they come.
public final class Threads {

  private Threads() {}

  /// Brings together all that these ids are mentioned with.
  ///
  /// @param tx the transaction
  /// @param ids of a mail, of those that it answers, and whatever else ties mails together; at
  ///   least one
  /// @return the thread that all of them are in now
  /// @throws SQLException where the database refuses
  public static String join(Transaction tx, List<String> ids) throws SQLException {
    var threads = new TreeSet<String>();
    var fresh = new ArrayList<String>();
    for (String id : ids) {
      List<String> found =
          tx.rows(
              row -> row.getString(1),
              "SELECT thread FROM mention WHERE message_id = ?",
              Mails.storable(id));
      threads.addAll(found);
      if (found.isEmpty()) {
        fresh.add(Mails.storable(id));
      }
    }
    String thread = threads.isEmpty() ? Mails.storable(ids.getFirst()) : threads.first();
    for (String other : threads) {
      if (!other.equals(thread)) {
        tx.change("UPDATE mention SET thread = ? WHERE thread = ?", thread, other);
        tx.change("UPDATE mail SET thread = ? WHERE thread = ?", thread, other);
        tx.change("UPDATE revision SET thread = ? WHERE thread = ?", thread, other);
      }
    }
    for (String id : fresh) {
      tx.change(
          "INSERT INTO mention (message_id, thread) VALUES (?, ?)"
              + " ON CONFLICT (message_id) DO NOTHING",
          id,
          thread);
    }
    return thread;
  }

  /// {@return the mails of a thread of these kinds, in the order in which they came}
  ///
  /// @param tx the transaction
  /// @param thread which
  /// @param kinds two of them
  /// @param atMost how many
  /// @throws SQLException where the database refuses
  public static List<Arrival> mails(Transaction tx, String thread, List<String> kinds, int atMost)
      throws SQLException {
    return tx.rows(
        row -> new Arrival(row.getBytes(1), row.getString(2)),
        "SELECT raw, origin FROM mail WHERE thread = ? AND kind IN (?, ?)"
            + " ORDER BY came, message_key LIMIT ?",
        thread,
        kinds.getFirst(),
        kinds.getLast(),
        atMost);
  }

  /// {@return the thread that a message-id is mentioned in}
  ///
  /// @param tx the transaction
  /// @param messageId without angle brackets
  /// @throws SQLException where the database refuses
  public static Optional<String> of(Transaction tx, String messageId) throws SQLException {
    return tx
        .rows(
            row -> row.getString(1),
            "SELECT thread FROM mention WHERE message_id = ?",
            Mails.storable(messageId))
        .stream()
        .findFirst();
  }
}
