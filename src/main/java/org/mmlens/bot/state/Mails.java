package org.mmlens.bot.state;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.mmlens.bot.source.Arrival;
import org.mmlens.bot.source.Batch;
import org.mmlens.mail.Envelope;

/// The mails that have come, each once, and how far each source has been read.
public final class Mails {

  private Mails() {}

  /// {@return where reading of a source goes on; empty where it has never been read}
  ///
  /// @param tx the transaction
  /// @param source its name
  /// @throws SQLException where the database refuses
  public static Optional<String> cursor(Transaction tx, String source) throws SQLException {
    return tx
        .rows(row -> row.getString(1), "SELECT cursor_text FROM read_to WHERE source = ?", source)
        .stream()
        .findFirst();
  }

  /// Where a mail belongs.
  ///
  /// @param thread among which others
  /// @param kind what it is there, in a word
  /// @param came when it came
  public record Place(String thread, String kind, Instant came) {

    /// Nowhere yet.
    public static final Place NONE = new Place("", "TALK", Instant.EPOCH);
  }

  /// Finds where mails belong.
  public interface Placing {

    /// {@return where a mail belongs that is not kept yet}
    ///
    /// @param arrival the mail
    /// @throws SQLException where the database refuses
    Place of(Arrival arrival) throws SQLException;
  }

  /// Keeps what a source gave, and how far it has been read. Of mails with the same Message-ID the
  /// first is kept: lists send the same mail again with another footer.
  ///
  /// A mail is written once, with its place: to change the row would write all of it again.
  ///
  /// @param tx the transaction
  /// @param source its name
  /// @param batch what it gave
  /// @param placing asked for the place of each mail that is new, in order
  /// @return those that were new, in order
  /// @throws SQLException where the database refuses
  public static List<Arrival> keep(Transaction tx, String source, Batch batch, Placing placing)
      throws SQLException {
    var fresh = new ArrayList<Arrival>();
    for (Arrival arrival : batch.arrivals()) {
      String key = key(arrival);
      if (tx.rows(row -> 1, "SELECT 1 FROM mail WHERE message_key = ?", key).isEmpty()) {
        Place place = placing.of(arrival);
        // Another worker may put in the same at this moment.
        int added =
            tx.change(
                "INSERT INTO mail (message_key, source, origin, thread, kind, came, raw)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (message_key) DO NOTHING",
                key,
                source,
                storable(arrival.origin()),
                place.thread(),
                place.kind(),
                place.came().toEpochMilli(),
                arrival.raw());
        if (added > 0) {
          fresh.add(arrival);
        }
      }
    }
    tx.change(
        "INSERT INTO read_to (source, cursor_text) VALUES (?, ?)"
            + " ON CONFLICT (source) DO UPDATE SET cursor_text = excluded.cursor_text",
        source,
        batch.cursor());
    return List.copyOf(fresh);
  }

  /// {@return how many mails are kept}
  ///
  /// @param tx the transaction
  /// @throws SQLException where the database refuses
  public static long count(Transaction tx) throws SQLException {
    return tx.rows(row -> row.getLong(1), "SELECT COUNT(*) FROM mail").getFirst();
  }

  /// The Message-ID, or where there is none a digest of the mail.
  static String key(Arrival arrival) {
    String id = storable(Envelope.of(arrival.origin(), arrival.raw()).messageId());
    return id.isEmpty() ? "sha256:" + digest(arrival.raw()) : "id:" + id;
  }

  /// PostgreSQL has no NUL in text.
  static String storable(String text) {
    return text.replace('\0', '\uFFFD');
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
