package org.mmlens.bot.state;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
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

  /// Keeps what a source gave, and how far it has been read. Of mails with the same Message-ID the
  /// first is kept: lists send the same mail again with another footer.
  ///
  /// @param tx the transaction
  /// @param source its name
  /// @param batch what it gave
  /// @return those that were new, in order
  /// @throws SQLException where the database refuses
  public static List<Arrival> keep(Transaction tx, String source, Batch batch) throws SQLException {
    var fresh = new ArrayList<Arrival>();
    for (Arrival arrival : batch.arrivals()) {
      int added =
          tx.change(
              "INSERT INTO mail (message_key, source, origin, raw) VALUES (?, ?, ?, ?)"
                  + " ON CONFLICT (message_key) DO NOTHING",
              key(arrival),
              source,
              storable(arrival.origin()),
              arrival.raw());
      if (added > 0) {
        fresh.add(arrival);
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
