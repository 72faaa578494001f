package org.mmlens.bot.state;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mmlens.bot.sink.Delivery;
import org.mmlens.bot.sink.Parcel;

/// The parcels on their way out, one row for each parcel and sink.
public final class Outbox {

  /// How far a parcel is.
  public enum Standing {
    /// A person has to approve it first.
    HELD,
    /// It may be sent.
    WAITING,
    /// A worker is about to send it, or died over it: the sink does not have it, or knows that it
    /// has.
    SENDING,
    /// Its last byte is on its way to a sink that cannot be asked.
    LEAVING,
    /// It was leaving when its worker died or the connection broke: the sink may have it.
    UNSURE,
    /// The sink has it.
    SENT,
    /// The sink will not have it.
    REFUSED,
    /// A person did not want it sent.
    REJECTED
  }

  /// How fast mail may leave through one sink.
  ///
  /// @param perHour so many in an hour
  /// @param perAuthor so many in a day to the same author, the first recipient
  public record Pace(int perHour, int perAuthor) {
    /// As fast as it goes.
    public static final Pace FREE = new Pace(Integer.MAX_VALUE, Integer.MAX_VALUE);
  }

  private static final Duration LEASE = Duration.ofMinutes(15);
  private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
  private static final int MOST_DOUBLINGS = 9;
  private static final int CANDIDATES = 50;

  private Outbox() {}

  /// Puts a parcel in, unless the same is there already.
  ///
  /// @param tx the transaction
  /// @param sink where it goes
  /// @param parcel what goes
  /// @param standing [Standing#HELD] or [Standing#WAITING]
  /// @param due before that time it is not sent
  /// @return whether it was put in; `false` where it was there before, however far it is
  /// @throws SQLException where the database refuses
  public static boolean put(
      Transaction tx, String sink, Parcel parcel, Standing standing, Instant due)
      throws SQLException {
    int added =
        tx.change(
            "INSERT INTO outbox (message_id, sink, series, message, mail_from, recipients,"
                + " standing, worker, attempts, said, due) VALUES (?, ?, ?, ?, ?, ?, ?, '', 0, '',"
                + " ?) ON CONFLICT (message_id, sink) DO NOTHING",
            parcel.messageId(),
            sink,
            parcel.series(),
            parcel.message(),
            address(parcel.envelope().from()),
            String.join(
                "\n", parcel.envelope().recipients().stream().map(Outbox::address).toList()),
            standing.name(),
            due.toEpochMilli());
    for (Map.Entry<String, Path> report : parcel.reports().entrySet()) {
      tx.change(
          "INSERT INTO outbox_report (message_id, format, path) VALUES (?, ?, ?)"
              + " ON CONFLICT (message_id, format) DO NOTHING",
          parcel.messageId(),
          report.getKey(),
          report.getValue().toString());
    }
    return added > 0;
  }

  /// A line end in an address would make two of one, here and in SMTP.
  private static String address(String address) {
    if (address.chars().anyMatch(c -> c < ' ')) {
      throw new IllegalArgumentException("an address with a control character");
    }
    return address;
  }

  /// Takes the next parcel for a sink that may be sent, and notes that it is being sent. Commit
  /// before sending: no other worker gets it then.
  ///
  /// @param tx the transaction
  /// @param sink the sink's name
  /// @param worker who sends it; unique among the workers that run
  /// @param now the time
  /// @param pace what is too fast waits
  /// @return the parcel; empty where none may be sent now
  /// @throws SQLException where the database refuses
  public static Optional<Parcel> take(
      Transaction tx, String sink, String worker, Instant now, Pace pace) throws SQLException {
    if (sent(tx, sink, now.minus(Duration.ofHours(1))) >= pace.perHour()) {
      return Optional.empty();
    }
    List<Candidate> waiting =
        tx.rows(
            row -> new Candidate(row.getString(1), row.getString(2)),
            "SELECT message_id, recipients FROM outbox WHERE sink = ? AND standing = 'WAITING'"
                + " AND due <= ? ORDER BY attempts, message_id LIMIT ?"
                + tx.dialect().skipLocked(),
            sink,
            now.toEpochMilli(),
            pace.equals(Pace.FREE) ? 1 : CANDIDATES);
    for (Candidate next : waiting) {
      if (toAuthor(tx, sink, next.author(), now.minus(Duration.ofDays(1))) < pace.perAuthor()) {
        tx.change(
            "UPDATE outbox SET standing = 'SENDING', worker = ?, lease = ?, attempts = attempts + 1"
                + " WHERE message_id = ? AND sink = ?",
            worker,
            now.plus(LEASE).toEpochMilli(),
            next.messageId(),
            sink);
        return Optional.of(parcel(tx, sink, next.messageId()));
      }
    }
    return Optional.empty();
  }

  private record Candidate(String messageId, String recipients) {
    String author() {
      return recipients.lines().findFirst().orElse("");
    }
  }

  private static long sent(Transaction tx, String sink, Instant since) throws SQLException {
    return tx.rows(
            row -> row.getLong(1),
            "SELECT COUNT(*) FROM outbox WHERE sink = ? AND standing IN ('SENT', 'UNSURE',"
                + " 'SENDING', 'LEAVING') AND (settled > ? OR standing IN ('SENDING', 'LEAVING'))",
            sink,
            since.toEpochMilli())
        .getFirst();
  }

  private static long toAuthor(Transaction tx, String sink, String author, Instant since)
      throws SQLException {
    return tx
        .rows(
            row -> row.getString(1),
            "SELECT recipients FROM outbox WHERE sink = ? AND standing IN ('SENT', 'UNSURE',"
                + " 'SENDING', 'LEAVING') AND (settled > ? OR standing IN ('SENDING', 'LEAVING'))",
            sink,
            since.toEpochMilli())
        .stream()
        .filter(to -> to.lines().findFirst().orElse("").equals(author))
        .count();
  }

  private static Parcel parcel(Transaction tx, String sink, String id) throws SQLException {
    SortedMap<String, Path> reports = new TreeMap<>();
    tx.rows(
            row -> Map.entry(row.getString(1), Path.of(row.getString(2))),
            "SELECT format, path FROM outbox_report WHERE message_id = ?",
            id)
        .forEach(report -> reports.put(report.getKey(), report.getValue()));
    return tx.rows(
            row ->
                new Parcel(
                    id,
                    row.getString(1),
                    row.getBytes(2),
                    new Parcel.Envelope(row.getString(3), row.getString(4).lines().toList()),
                    reports),
            "SELECT series, message, mail_from, recipients FROM outbox"
                + " WHERE message_id = ? AND sink = ?",
            id,
            sink)
        .getFirst();
  }

  /// Notes what became of a parcel that was taken.
  ///
  /// @param tx the transaction
  /// @param sink the sink's name
  /// @param messageId the parcel's
  /// @param delivery what the sink said; [Delivery.Unsure] leaves it in doubt ([Doubts]),
  ///   [Delivery.Later] is tried again after a minute, then two, then four, at last every eight
  ///   hours
  /// @param now the time
  /// @throws SQLException where the database refuses
  public static void settle(
      Transaction tx, String sink, String messageId, Delivery delivery, Instant now)
      throws SQLException {
    Standing standing =
        switch (delivery) {
          case Delivery.Delivered _, Delivery.AlreadyThere _ -> Standing.SENT;
          case Delivery.Later _ -> Standing.WAITING;
          case Delivery.Unsure _ -> Standing.UNSURE;
          case Delivery.Refused _ -> Standing.REFUSED;
        };
    String said =
        switch (delivery) {
          case Delivery.Delivered(var receipt) -> receipt;
          case Delivery.AlreadyThere(var receipt) -> receipt;
          case Delivery.Later(var reason) -> reason;
          case Delivery.Unsure(var reason) -> reason;
          case Delivery.Refused(var reason) -> reason;
        };
    int attempts =
        tx
            .rows(
                row -> row.getInt(1),
                "SELECT attempts FROM outbox WHERE message_id = ? AND sink = ?",
                messageId,
                sink)
            .stream()
            .findFirst()
            .orElse(1);
    Duration pause =
        delivery instanceof Delivery.Later
            ? FIRST_RETRY.multipliedBy(1L << Math.clamp(attempts - 1L, 0, MOST_DOUBLINGS))
            : Duration.ZERO;
    tx.change(
        "UPDATE outbox SET standing = ?, worker = '', said = ?, due = ?, settled = ?"
            + " WHERE message_id = ? AND sink = ? AND standing IN ('SENDING', 'LEAVING')",
        standing.name(),
        Mails.storable(said),
        now.plus(pause).toEpochMilli(),
        now.toEpochMilli(),
        messageId,
        sink);
  }

  /// {@return the parcels that are so far, by Message-ID, each with the Message-ID of its series}
  ///
  /// @param tx the transaction
  /// @param standing how far
  /// @throws SQLException where the database refuses
  public static SortedMap<String, String> standing(Transaction tx, Standing standing)
      throws SQLException {
    var found = new TreeMap<String, String>();
    tx.rows(
            row -> Map.entry(row.getString(1), row.getString(2)),
            "SELECT message_id, series FROM outbox WHERE standing = ?",
            standing.name())
        .forEach(held -> found.put(held.getKey(), held.getValue()));
    return found;
  }

  /// Takes a parcel back from all sinks that it has not left to yet; one that may have left does
  /// not leave again.
  ///
  /// @param tx the transaction
  /// @param messageId the parcel's
  /// @param why what to note
  /// @return from how many sinks
  /// @throws SQLException where the database refuses
  public static int withdraw(Transaction tx, String messageId, String why) throws SQLException {
    return tx.change(
        "UPDATE outbox SET standing = 'REJECTED', said = ?"
            + " WHERE message_id = ? AND standing IN ('HELD', 'WAITING', 'UNSURE')",
        Mails.storable(why),
        messageId);
  }

  /// Says what a person wants done with a parcel that is held or in doubt, for all its sinks.
  ///
  /// @param tx the transaction
  /// @param messageId the parcel's
  /// @param standing [Standing#WAITING] to send it, again if it is in doubt, [Standing#REJECTED]
  ///   not to
  /// @return whether there was one that is held or in doubt
  /// @throws SQLException where the database refuses
  public static boolean moderate(Transaction tx, String messageId, Standing standing)
      throws SQLException {
    return tx.change(
            "UPDATE outbox SET standing = ?"
                + " WHERE message_id = ? AND standing IN ('HELD', 'UNSURE')",
            standing.name(),
            messageId)
        > 0;
  }

  /// {@return how many parcels are how far}
  ///
  /// @param tx the transaction
  /// @throws SQLException where the database refuses
  public static SortedMap<Standing, Long> census(Transaction tx) throws SQLException {
    var counts = new TreeMap<Standing, Long>();
    tx.rows(
            row -> Map.entry(Standing.valueOf(row.getString(1)), row.getLong(2)),
            "SELECT standing, COUNT(*) FROM outbox GROUP BY standing")
        .forEach(count -> counts.put(count.getKey(), count.getValue()));
    return counts;
  }
}
