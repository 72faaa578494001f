package org.mmlens.bot.state;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The revisions of series that have been seen.
public final class Revisions {

  private static final String COLUMNS =
      "SELECT id, thread, number, author, title, change_id, content, missing, phase, heard"
          + " FROM revision";

  private Revisions() {}

  /// Notes what is known of a revision now, unless it is past collecting.
  ///
  /// @param tx the transaction
  /// @param revision as it is now
  /// @return whether it was noted
  /// @throws SQLException where the database refuses
  public static boolean note(Transaction tx, Revision revision) throws SQLException {
    return tx.change(
            "INSERT INTO revision (id, thread, number, author, title, change_id, content, missing,"
                + " phase, heard, result) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')"
                + " ON CONFLICT (id) DO UPDATE SET thread = excluded.thread,"
                + " title = excluded.title, change_id = excluded.change_id,"
                + " content = excluded.content, missing = excluded.missing,"
                + " phase = excluded.phase, heard = excluded.heard"
                + " WHERE revision.phase IN ('COLLECTING', 'INCOMPLETE')",
            revision.id(),
            revision.thread(),
            revision.number(),
            Mails.storable(revision.author()),
            Mails.storable(revision.title()),
            Mails.storable(revision.changeId()),
            revision.content(),
            revision.missing(),
            revision.phase().name(),
            revision.heard().toEpochMilli())
        > 0;
  }

  /// Forgets the revisions of a thread that are not past collecting: they are noted again from its
  /// mails.
  ///
  /// @param tx the transaction
  /// @param thread which
  /// @throws SQLException where the database refuses
  public static void forgetUnfinished(Transaction tx, String thread) throws SQLException {
    tx.change(
        "DELETE FROM revision WHERE thread = ? AND phase IN ('COLLECTING', 'INCOMPLETE')", thread);
  }

  /// Moves a revision on.
  ///
  /// @param tx the transaction
  /// @param id which
  /// @param phase where to
  /// @throws SQLException where the database refuses
  public static void move(Transaction tx, String id, Revision.Phase phase) throws SQLException {
    tx.change("UPDATE revision SET phase = ? WHERE id = ?", phase.name(), id);
  }

  /// Keeps what came of a review.
  ///
  /// @param tx the transaction
  /// @param id the revision
  /// @param result text that only the caller understands
  /// @throws SQLException where the database refuses
  public static void keepResult(Transaction tx, String id, String result) throws SQLException {
    tx.change("UPDATE revision SET result = ? WHERE id = ?", Mails.storable(result), id);
  }

  /// {@return what came of a review; empty where there was none}
  ///
  /// @param tx the transaction
  /// @param id the revision
  /// @throws SQLException where the database refuses
  public static Optional<String> result(Transaction tx, String id) throws SQLException {
    return tx.rows(row -> row.getString(1), "SELECT result FROM revision WHERE id = ?", id).stream()
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  /// {@return a revision}
  ///
  /// @param tx the transaction
  /// @param id the Message-ID of its first patch
  /// @throws SQLException where the database refuses
  public static Optional<Revision> of(Transaction tx, String id) throws SQLException {
    return tx.rows(Revisions::read, COLUMNS + " WHERE id = ?", id).stream().findFirst();
  }

  /// {@return the revisions of a thread, the lowest first}
  ///
  /// @param tx the transaction
  /// @param thread which
  /// @throws SQLException where the database refuses
  public static List<Revision> inThread(Transaction tx, String thread) throws SQLException {
    return tx.rows(
        Revisions::read, COLUMNS + " WHERE thread = ? ORDER BY number, heard, id", thread);
  }

  /// {@return the revisions in a phase that have not been heard of since, the oldest first}
  ///
  /// @param tx the transaction
  /// @param phase which
  /// @param since a time
  /// @throws SQLException where the database refuses
  public static List<Revision> quiet(Transaction tx, Revision.Phase phase, Instant since)
      throws SQLException {
    return tx.rows(
        Revisions::read,
        COLUMNS + " WHERE phase = ? AND heard <= ? ORDER BY heard, id",
        phase.name(),
        since.toEpochMilli());
  }

  /// {@return another revision with the same diffs by the same author that is further on}
  ///
  /// @param tx the transaction
  /// @param revision of which
  /// @throws SQLException where the database refuses
  public static Optional<Revision> same(Transaction tx, Revision revision) throws SQLException {
    return tx
        .rows(
            Revisions::read,
            COLUMNS
                + " WHERE content = ? AND author = ? AND id <> ? AND phase IN ('READY', 'DONE')"
                + " ORDER BY heard, id",
            revision.content(),
            revision.author(),
            revision.id())
        .stream()
        .findFirst();
  }

  /// {@return the revisions of the same series before this one, the latest first: by change-id, by
  /// author and title, or of the same author in the same thread}
  ///
  /// @param tx the transaction
  /// @param revision of which
  /// @throws SQLException where the database refuses
  public static List<Revision> before(Transaction tx, Revision revision) throws SQLException {
    return tx.rows(
        Revisions::read,
        COLUMNS
            + " WHERE author = ? AND number < ? AND phase = 'DONE' AND (title = ? OR thread = ?"
            + " OR (change_id = ? AND change_id <> '')) ORDER BY number DESC, heard DESC, id",
        revision.author(),
        revision.number(),
        Mails.storable(revision.title()),
        revision.thread(),
        revision.changeId());
  }

  /// {@return how many revisions are how far}
  ///
  /// @param tx the transaction
  /// @throws SQLException where the database refuses
  public static SortedMap<Revision.Phase, Long> census(Transaction tx) throws SQLException {
    var counts = new TreeMap<Revision.Phase, Long>();
    tx.rows(
            row -> java.util.Map.entry(Revision.Phase.valueOf(row.getString(1)), row.getLong(2)),
            "SELECT phase, COUNT(*) FROM revision GROUP BY phase")
        .forEach(count -> counts.put(count.getKey(), count.getValue()));
    return counts;
  }

  private static Revision read(ResultSet row) throws SQLException {
    return new Revision(
        row.getString(1),
        row.getString(2),
        row.getInt(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        Revision.Phase.valueOf(row.getString(9)),
        Instant.ofEpochMilli(row.getLong(10)));
  }
}
