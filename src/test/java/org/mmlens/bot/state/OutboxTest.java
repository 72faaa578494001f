package org.mmlens.bot.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mmlens.bot.sink.Delivery;
import org.mmlens.bot.sink.Parcel;
import org.mmlens.bot.source.Arrival;
import org.mmlens.bot.source.Batch;

class OutboxTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final Parcel PARCEL = StateWorker.parcel("made:1");

  @TempDir private Path folder;
  private Database database;

  @BeforeEach
  void open() throws SQLException {
    database = Database.open("jdbc:sqlite:" + folder.resolve("state.db"));
  }

  @AfterEach
  void close() throws SQLException {
    database.close();
  }

  @Test
  void aHeldParcelIsTakenOnlyAfterSomebodyApprovedIt() throws SQLException {
    put(Outbox.Standing.HELD);
    assertEquals(Optional.empty(), take());

    assertTrue(did(tx -> Outbox.moderate(tx, PARCEL.messageId(), Outbox.Standing.WAITING)));

    assertEquals(Optional.of(PARCEL.messageId()), take());
  }

  @Test
  void aRejectedParcelIsNeverTakenNorApprovedLater() throws SQLException {
    put(Outbox.Standing.HELD);
    database.transact(tx -> Outbox.moderate(tx, PARCEL.messageId(), Outbox.Standing.REJECTED));

    assertFalse(did(tx -> Outbox.moderate(tx, PARCEL.messageId(), Outbox.Standing.WAITING)));
    assertEquals(Optional.empty(), take());
  }

  @Test
  void aParcelIsTakenOnceUntilItsWorkerIsKnownToBeDead() throws SQLException {
    put(Outbox.Standing.WAITING);
    assertEquals(Optional.of(PARCEL.messageId()), take());
    assertEquals(Optional.empty(), take());
    assertEquals(0, released(tx -> Doubts.release(tx, "another", NOW)));

    assertEquals(1, released(tx -> Doubts.release(tx, "one", NOW)));

    assertEquals(Optional.of(PARCEL.messageId()), take());
  }

  @Test
  void theSameParcelIsPutInOnceHoweverFarItIs() throws SQLException {
    assertTrue(put(Outbox.Standing.WAITING));
    take();
    settle(new Delivery.Delivered("250"));

    assertFalse(put(Outbox.Standing.WAITING));
    assertEquals("{SENT=1}", database.transact(Outbox::census).toString());
  }

  @Test
  void whatCannotBeSentNowWaitsAgainAndWhatIsRefusedDoesNot() throws SQLException {
    put(Outbox.Standing.WAITING);
    take();
    settle(new Delivery.Later("451 try again"));
    assertEquals(Optional.empty(), take(NOW.plusSeconds(59), Outbox.Pace.FREE));
    assertEquals(Optional.of(PARCEL.messageId()), take(NOW.plusSeconds(60), Outbox.Pace.FREE));

    settle(new Delivery.Refused("550 no"));

    assertEquals(Optional.empty(), take());
    assertEquals("{REFUSED=1}", database.transact(Outbox::census).toString());
  }

  @Test
  void aParcelThatIsNotDueWaits() throws SQLException {
    database.transact(
        tx -> Outbox.put(tx, "peer", PARCEL, Outbox.Standing.WAITING, NOW.plusSeconds(3600)));

    assertEquals(Optional.empty(), take(NOW.plusSeconds(3599), Outbox.Pace.FREE));
    assertEquals(Optional.of(PARCEL.messageId()), take(NOW.plusSeconds(3600), Outbox.Pace.FREE));
  }

  @Test
  void whatIsTooFastWaitsForTheHourAndTheDay() throws SQLException {
    for (int k = 1; k <= 3; k++) {
      Parcel parcel = StateWorker.parcel("made:" + k);
      database.transact(tx -> Outbox.put(tx, "peer", parcel, Outbox.Standing.WAITING, NOW));
    }
    var pace = new Outbox.Pace(1, 2);
    assertEquals(Optional.of("made.1@mmlens.example.org"), take(NOW, pace));
    settle(new Delivery.Delivered("250"));

    assertEquals(Optional.empty(), take(NOW.plusSeconds(3599), pace), "one in an hour");
    assertEquals(Optional.of("made.2@mmlens.example.org"), take(NOW.plusSeconds(3601), pace));
    assertEquals(
        Optional.empty(), take(NOW.plusSeconds(7300), new Outbox.Pace(9, 2)), "two in a day");
  }

  @Test
  void whatHasBeenOnItsWayForLongIsLetGo() throws SQLException {
    put(Outbox.Standing.WAITING);
    take();

    assertEquals(0, released(tx -> Doubts.releaseExpired(tx, NOW.plusSeconds(15 * 60))));
    assertEquals(1, released(tx -> Doubts.releaseExpired(tx, NOW.plusSeconds(15 * 60 + 1))));
    assertEquals(Optional.of(PARCEL.messageId()), take());
  }

  @Test
  void aJobIsThereOnlyIfItsTransactionIs() throws SQLException {
    assertThrows(
        IllegalStateException.class,
        () ->
            database.transact(
                tx -> {
                  Jobs.want(tx, "a@b", NOW);
                  throw new IllegalStateException("crash");
                }));
    assertEquals(0L, database.transact(Jobs::open));

    database.transact(
        tx -> {
          Jobs.want(tx, "a@b", NOW);
          Jobs.want(tx, "a@b", NOW);
          return true;
        });

    assertEquals(1L, database.transact(Jobs::open));
  }

  @Test
  void threadsThatALaterMailTiesTogetherBecomeOne() throws SQLException {
    String first = database.transact(tx -> Threads.join(tx, List.of("a@x", "root@x")));
    String second = database.transact(tx -> Threads.join(tx, List.of("b@x", "other@x")));
    assertFalse(first.equals(second));

    String both = database.transact(tx -> Threads.join(tx, List.of("c@x", "b@x", "root@x")));

    for (String id : List.of("a@x", "root@x", "b@x", "other@x", "c@x")) {
      assertEquals(Optional.of(both), database.transact(tx -> Threads.of(tx, id)));
    }
  }

  @Test
  void aRevisionPastCollectingIsNotNotedAgain() throws SQLException {
    var seen =
        new Revision(
            "a@b", "t", 1, "x@example.org", "title", "", "", "2", Revision.Phase.COLLECTING, NOW);
    assertTrue(did(tx -> Revisions.note(tx, seen)));
    assertTrue(did(tx -> Revisions.note(tx, seen)));
    database.transact(
        tx -> {
          Revisions.move(tx, "a@b", Revision.Phase.READY);
          return true;
        });

    assertFalse(did(tx -> Revisions.note(tx, seen)));
  }

  @Test
  void aRevisionIsDecidedOnce() throws SQLException {
    assertTrue(did(tx -> Decisions.decide(tx, "a@b", "mail", "it has findings")));

    assertFalse(did(tx -> Decisions.decide(tx, "a@b", "quiet", "no findings")));
  }

  @Test
  void whatIsThrownUndoesMailAndCursorTogether() throws SQLException {
    assertThrows(
        IllegalStateException.class,
        () ->
            database.transact(
                tx -> {
                  Mails.keep(tx, "box", batch("1", "a@b"), mail -> Mails.Place.NONE);
                  throw new IllegalStateException("crash");
                }));

    assertEquals(0, database.transact(Mails::count));
    assertEquals(Optional.empty(), database.transact(tx -> Mails.cursor(tx, "box")));
  }

  @Test
  void ofMailsWithTheSameMessageIdTheFirstIsKept() throws SQLException {
    Batch batch = batch("3", "a@b", "c@d", "a@b");

    assertEquals(
        2, database.transact(tx -> Mails.keep(tx, "box", batch, mail -> Mails.Place.NONE)).size());
    assertEquals(Optional.of("3"), database.transact(tx -> Mails.cursor(tx, "box")));
  }

  @Test
  void anAddressWithALineEndIsNotPutIn() {
    var two = new Parcel.Envelope("bot@example.org", List.of("a@example.org\nb@example.org"));
    var parcel = new Parcel("x@y", "a@b", new byte[0], two, new TreeMap<>());

    assertThrows(
        IllegalArgumentException.class,
        () -> database.transact(tx -> Outbox.put(tx, "peer", parcel, Outbox.Standing.HELD, NOW)));
  }

  @Test
  void aDatabaseOfANewerProgramIsNotTouched() throws SQLException {
    database.transact(tx -> tx.change("INSERT INTO layout (version) VALUES (99)"));
    database.close();

    var refusal =
        assertThrows(
            SQLException.class, () -> Database.open("jdbc:sqlite:" + folder.resolve("state.db")));

    assertEquals(
        "the database has layout 99, this program knows those up to 2", refusal.getMessage());
  }

  private static Batch batch(String cursor, String... ids) {
    List<Arrival> arrivals =
        List.of(ids).stream()
            .map(id -> "Message-ID: <" + id + ">\nSubject: x\n\n")
            .map(mail -> new Arrival(mail.getBytes(StandardCharsets.UTF_8), "box"))
            .toList();
    return new Batch(arrivals, cursor);
  }

  private boolean did(Transaction.Work<Boolean> work) throws SQLException {
    return database.transact(work);
  }

  private int released(Transaction.Work<Integer> work) throws SQLException {
    return database.transact(work);
  }

  private boolean put(Outbox.Standing standing) throws SQLException {
    return database.transact(tx -> Outbox.put(tx, "peer", PARCEL, standing, NOW));
  }

  private Optional<String> take() throws SQLException {
    return take(NOW, Outbox.Pace.FREE);
  }

  private Optional<String> take(Instant now, Outbox.Pace pace) throws SQLException {
    return database
        .transact(tx -> Outbox.take(tx, "peer", "one", now, pace))
        .map(Parcel::messageId);
  }

  private void settle(Delivery delivery) throws SQLException {
    database.transact(
        tx -> {
          Outbox.settle(tx, "peer", PARCEL.messageId(), delivery, NOW);
          return true;
        });
  }
}
