package org.mmlens.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mmlens.bot.sink.SmtpPeer;
import org.mmlens.bot.state.Database;
import org.mmlens.bot.state.Outbox;
import org.mmlens.bot.state.PostgresServer;

/// Three bots, each the real program in a folder of its own, on one PostgreSQL server and one
/// maildir.
class BotPostgresTest {

  private static final int SERIES = 9;

  private static Optional<PostgresServer> server = Optional.empty();

  @TempDir private Path folder;

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

  @Test
  void threeBotsOnOneDatabaseReviewEachSeriesAndSendEachMailOnce() throws Exception {
    String url = server.orElseThrow().url();
    Path mail = folder.resolve("mail");
    try (var peer = new SmtpPeer()) {
      var programs = new ArrayList<BotProgram>();
      for (String name : List.of("one", "two", "three")) {
        Path home = Files.createDirectory(folder.resolve(name));
        programs.add(new BotProgram(home, peer.port(), mail, "database = \"" + url + "\"\n"));
      }
      BotProgram.mail(mail, SERIES);
      var bots = new ArrayList<Process>();
      for (BotProgram program : programs) {
        bots.add(program.start("once"));
      }
      for (int k = 0; k < bots.size(); k++) {
        assertEquals(0, bots.get(k).waitFor(), programs.get(k)::said);
      }

      assertEquals(SERIES, new TreeSet<>(peer.taken().stream().map(t -> t.text()).toList()).size());
      assertEquals(SERIES, peer.taken().size(), "deliveries");
    }
    try (Database database = Database.open(url)) {
      assertEquals(
          "{SENT=" + 2 * SERIES + "}", database.transact(Outbox::census).toString(), "outbox");
    }
  }
}
