package org.mmlens.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mmlens.bot.sink.SmtpPeer;
import org.mmlens.bot.state.Database;
import org.mmlens.bot.state.Outbox;
import org.mmlens.bot.state.Revision.Phase;
import org.mmlens.bot.state.Revisions;

/// Kills the bot, the real program with real reviews, at random moments, and counts what reached a
/// mail server and a maildir. With `-Dmmlens.long=true` 200 times over 100 series, else 10 times
/// over 5; the seed fixes the delays, not where the bot is by then.
class BotKillTest {

  private static final boolean LONG = Boolean.getBoolean("mmlens.long");
  private static final int KILLS = LONG ? 200 : 10;
  private static final int SERIES = LONG ? 100 : 5;
  private static final long SEED = 8;
  private static final int MOST_SECONDS = 180;

  @TempDir private Path folder;

  @Test
  void everySeriesIsReviewedAndNoMailIsLostWheneverTheBotIsKilled() throws Exception {
    try (var peer = new SmtpPeer()) {
      var program = new BotProgram(folder, peer.port());
      program.mail(SERIES);
      int killed = kill(program, peer);

      assertEquals(0, program.start("once").waitFor(), program::said);

      Path outbox = folder.resolve("bot/outbox");
      int distinct =
          new TreeSet<>(peer.taken().stream().map(BotKillTest::messageId).toList()).size();
      System.err.printf(
          "bot: %d kills, %d series, %d mails by SMTP in %d deliveries, %d in the maildir%n",
          killed, SERIES, distinct, peer.taken().size(), files(outbox.resolve("new")));
      assertEquals(SERIES, distinct, "mails by SMTP");
      assertTrue(peer.taken().size() - SERIES <= killed, "more than one again for each kill");
      assertEquals(SERIES, files(outbox.resolve("new")), "mails in the maildir");
      try (Database database = Database.open("jdbc:sqlite:" + folder.resolve("bot/bot.db"))) {
        assertEquals(
            "{SENT=" + 2 * SERIES + "}", database.transact(Outbox::census).toString(), "outbox");
        assertEquals(
            "{" + Phase.DONE + "=" + SERIES + "}", database.transact(Revisions::census).toString());
      }
      assertTrue(killed > KILLS / 2, "only " + killed + " were still alive to be killed");
      assertEquals(List.of(), program.orphans(), "reviews that outlive their bot");
    }
  }

  /// Half of the kills come right after a delivery.
  private static int kill(BotProgram program, SmtpPeer peer) throws Exception {
    var random = new Random(SEED);
    int killed = 0;
    for (int k = 0; k < KILLS; k++) {
      Process bot = program.start("run");
      if (k % 2 == 0) {
        int before = peer.taken().size();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(before < SERIES ? MOST_SECONDS : 2);
        while (peer.taken().size() == before && bot.isAlive() && System.nanoTime() < end) {
          bot.waitFor(1, TimeUnit.MILLISECONDS);
        }
        bot.waitFor(random.nextInt(20), TimeUnit.MILLISECONDS);
      } else {
        bot.waitFor(random.nextInt(5000), TimeUnit.MILLISECONDS);
      }
      killed += bot.isAlive() ? 1 : 0;
      bot.destroyForcibly().waitFor();
    }
    return killed;
  }

  private static String messageId(SmtpPeer.Taken mail) {
    return mail.text()
        .lines()
        .filter(line -> line.startsWith("Message-ID: "))
        .findFirst()
        .orElseThrow();
  }

  private static long files(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }
}
