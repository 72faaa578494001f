package org.mmlens.bot.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mmlens.bot.sink.Delivery;
import org.mmlens.bot.sink.Parcel;
import org.mmlens.bot.source.Arrival;
import org.mmlens.bot.source.Batch;

class DoubtsTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final Parcel PARCEL = StateWorker.parcel("made:1");

  @TempDir private Path folder;
  private Database database;

  @BeforeEach
  void take() throws SQLException {
    database = Database.open("jdbc:sqlite:" + folder.resolve("state.db"));
    did(tx -> Outbox.put(tx, "peer", PARCEL, Outbox.Standing.WAITING, NOW));
    assertEquals(Optional.of(PARCEL.messageId()), taken(NOW));
  }

  @AfterEach
  void close() throws SQLException {
    database.close();
  }

  @Test
  void whatHadNotComeToTheBrinkWhenItsWorkerDiedIsSentAgain() throws SQLException {
    assertEquals(1, count(tx -> Doubts.release(tx, "one", NOW)));

    assertEquals("{WAITING=1}", census());
  }

  @Test
  void whatHadCrossedItIsInDoubtAndNotSentAgainByItself() throws SQLException {
    assertTrue(cross());

    assertEquals(0, count(tx -> Doubts.release(tx, "another", NOW)));
    assertEquals(1, count(tx -> Doubts.release(tx, "one", NOW)));

    assertEquals("{UNSURE=1}", census());
    assertEquals(Optional.empty(), taken(NOW.plus(Duration.ofDays(365))));
  }

  @Test
  void aWorkerWhoseTimeIsUpMayNotSendAfterAll() throws SQLException {
    assertEquals(1, count(tx -> Doubts.releaseExpired(tx, NOW.plus(Duration.ofMinutes(16)))));

    assertFalse(cross());
    assertEquals("{WAITING=1}", census());
  }

  @Test
  void anAnswerThatDidNotComeLeavesItInDoubt() throws SQLException {
    cross();
    settle(new Delivery.Unsure("EOF"));

    assertEquals("{UNSURE=1}", census());
  }

  @Test
  void whatComesBackAsMailWasSentWheneverItCame() throws SQLException {
    arrive("other@example.org");
    cross();
    settle(new Delivery.Unsure("EOF"));
    assertEquals(0, count(Doubts::returned));

    arrive(PARCEL.messageId());

    assertEquals(1, count(Doubts::returned));
    assertEquals("{SENT=1}", census());
  }

  @Test
  void whatDoesNotComeBackIsSentAgainAfterTheTimeAndNotBefore() throws SQLException {
    cross();
    settle(new Delivery.Unsure("EOF"));

    assertEquals(0, count(tx -> Doubts.resend(tx, "peer", NOW.minusSeconds(1))));
    assertEquals(0, count(tx -> Doubts.resend(tx, "another", NOW)));
    assertEquals(1, count(tx -> Doubts.resend(tx, "peer", NOW)));

    assertEquals("{WAITING=1}", census());
  }

  @Test
  void aPersonHasItSentAgainOrTakesItForSent() throws SQLException {
    cross();
    settle(new Delivery.Unsure("EOF"));
    assertTrue(did(tx -> Outbox.moderate(tx, PARCEL.messageId(), Outbox.Standing.WAITING)));
    assertEquals(Optional.of(PARCEL.messageId()), taken(NOW));

    cross();
    settle(new Delivery.Unsure("EOF"));
    assertTrue(did(tx -> Outbox.moderate(tx, PARCEL.messageId(), Outbox.Standing.REJECTED)));
    assertEquals("{REJECTED=1}", census());
  }

  @Test
  void whatIsInDoubtCountsAsSentWhereMailIsPaced() throws SQLException {
    cross();
    settle(new Delivery.Unsure("EOF"));
    Parcel second = StateWorker.parcel("made:2");
    did(tx -> Outbox.put(tx, "peer", second, Outbox.Standing.WAITING, NOW));

    var pace = new Outbox.Pace(1, 9);
    assertEquals(
        Optional.empty(), database.transact(tx -> Outbox.take(tx, "peer", "one", NOW, pace)));
  }

  private void arrive(String id) throws SQLException {
    byte[] mail = ("Message-ID: <" + id + ">\n\nfooter\n").getBytes(StandardCharsets.UTF_8);
    var batch = new Batch(List.of(new Arrival(mail, "box")), id);
    database.transact(tx -> Mails.keep(tx, "box", batch, arrival -> Mails.Place.NONE));
  }

  private Optional<String> taken(Instant now) throws SQLException {
    return database
        .transact(tx -> Outbox.take(tx, "peer", "one", now, Outbox.Pace.FREE))
        .map(Parcel::messageId);
  }

  private boolean cross() throws SQLException {
    return did(tx -> Doubts.cross(tx, "peer", PARCEL.messageId(), "one"));
  }

  private void settle(Delivery delivery) throws SQLException {
    did(
        tx -> {
          Outbox.settle(tx, "peer", PARCEL.messageId(), delivery, NOW);
          return true;
        });
  }

  private String census() throws SQLException {
    return database.transact(Outbox::census).toString();
  }

  private boolean did(Transaction.Work<Boolean> work) throws SQLException {
    return database.transact(work);
  }

  private int count(Transaction.Work<Integer> work) throws SQLException {
    return database.transact(work);
  }
}
