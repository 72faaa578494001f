package org.mmlens.bot.state;

import java.sql.SQLException;
import java.time.Instant;

/// What is known of parcels whose worker died, or may have.
///
/// A sink that cannot be asked what it has (SMTP) crosses a brink right before it may have a parcel
/// ([#cross]). What was taken and had not come so far is sent again; what had is in doubt, and
/// stays so until it comes back as mail, a person decides, or it has been waited for long enough.
public final class Doubts {

  private static final String UNSETTLE =
      "UPDATE outbox SET standing = ?, worker = '', settled = ? WHERE standing = ? AND ";

  private Doubts() {}

  /// Notes that a parcel is about to leave. Commit before it does.
  ///
  /// @param tx the transaction
  /// @param sink the sink's name
  /// @param messageId the parcel's
  /// @param worker who sends it
  /// @return whether it may leave; `false` where it was let go meanwhile
  /// @throws SQLException where the database refuses
  public static boolean cross(Transaction tx, String sink, String messageId, String worker)
      throws SQLException {
    return tx.change(
            "UPDATE outbox SET standing = 'LEAVING'"
                + " WHERE message_id = ? AND sink = ? AND standing = 'SENDING' AND worker = ?",
            messageId,
            sink,
            worker)
        > 0;
  }

  /// Lets go of what a worker was sending when it died.
  ///
  /// @param tx the transaction
  /// @param worker the worker's name; it must not be running
  /// @param now the time
  /// @return how many parcels that are
  /// @throws SQLException where the database refuses
  public static int release(Transaction tx, String worker, Instant now) throws SQLException {
    return letGo(tx, "worker = ?", worker, now);
  }

  /// Lets go of what has been on its way for so long that its worker must have died: for workers on
  /// other machines, which may never come back under their name.
  ///
  /// @param tx the transaction
  /// @param now the time
  /// @return how many parcels that are
  /// @throws SQLException where the database refuses
  public static int releaseExpired(Transaction tx, Instant now) throws SQLException {
    return letGo(tx, "lease < ?", now.toEpochMilli(), now);
  }

  private static int letGo(Transaction tx, String whose, Object value, Instant now)
      throws SQLException {
    return tx.change(UNSETTLE + whose, "WAITING", now.toEpochMilli(), "SENDING", value)
        + tx.change(UNSETTLE + whose, "UNSURE", now.toEpochMilli(), "LEAVING", value);
  }

  /// Settles what has come back as mail: the sink had it.
  ///
  /// @param tx the transaction
  /// @return how many parcels that are
  /// @throws SQLException where the database refuses
  public static int returned(Transaction tx) throws SQLException {
    return tx.change(
        "UPDATE outbox SET standing = 'SENT', said = 'it came back as mail'"
            + " WHERE standing = 'UNSURE' AND EXISTS"
            + " (SELECT 1 FROM mail WHERE message_key = 'id:' || outbox.message_id)");
  }

  /// Has what has not come back sent again. All mail that has come must have been read.
  ///
  /// @param tx the transaction
  /// @param sink the sink's name
  /// @param since what has been in doubt since then or longer
  /// @return how many parcels that are
  /// @throws SQLException where the database refuses
  public static int resend(Transaction tx, String sink, Instant since) throws SQLException {
    return tx.change(
        "UPDATE outbox SET standing = 'WAITING'"
            + " WHERE standing = 'UNSURE' AND sink = ? AND settled <= ?",
        sink,
        since.toEpochMilli());
  }
}
