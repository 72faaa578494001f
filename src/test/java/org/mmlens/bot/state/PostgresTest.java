package org.mmlens.bot.state;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The same state in a PostgreSQL server, for as long as the test runs.
class PostgresTest {

  private static final int MAILS = 100;

  private static Optional<PostgresServer> server = Optional.empty();

  @BeforeAll
  static void start() throws Exception {
    server = Optional.of(PostgresServer.start());
  }

  @AfterAll
  static void stop() throws Exception {
    if (server.isPresent()) {
      server.get().close();
    }
  }

  private static String url() {
    return server.orElseThrow().url();
  }

  @Test
  void threeWorkersThatShareTheWorkSendEachMailOnce() throws Exception {
    try (var peer = new Peer(Peer.Memory.NONE)) {
      var workers = new ArrayList<Process>();
      for (String name : List.of("one", "two", "three")) {
        workers.add(OutboxKillTest.worker(url(), name, peer, MAILS));
      }
      for (Process worker : workers) {
        assertEquals(0, worker.waitFor());
      }

      assertEquals(MAILS, peer.distinct(), "mails that arrived");
      assertEquals(MAILS, peer.raw(), "deliveries");
    }
    try (Database database = Database.open(url())) {
      assertEquals(MAILS, database.transact(Mails::count));
      assertEquals("{SENT=" + MAILS + "}", database.transact(Outbox::census).toString());
    }
  }
}
