package org.mmlens.bot.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills a worker process at random moments and counts what reached the other side. With
/// `-Dmmlens.long=true` 200 times, else 10; the seed fixes the delays, not where a process is by
/// then.
class OutboxKillTest {

  private static final int KILLS = Boolean.getBoolean("mmlens.long") ? 200 : 10;
  private static final int MAILS = 100;
  private static final long SEED = 8;

  @TempDir private Path folder;

  @Test
  void aPeerThatLooksUpWhatItHasGetsEachMailOnce() throws Exception {
    try (var peer = new Peer(Peer.Memory.BY_MESSAGE_ID)) {
      int killed = killAndFinish(peer);

      assertEquals(MAILS, peer.distinct(), "mails that arrived");
      assertEquals(MAILS, peer.raw(), "deliveries after " + killed + " kills, seed " + SEED);
    }
  }

  @Test
  void aPeerThatLooksUpNothingLosesNoMailAndGetsAtMostOneAgainForEachKill() throws Exception {
    try (var peer = new Peer(Peer.Memory.NONE)) {
      int killed = killAndFinish(peer);

      System.err.printf(
          "outbox: %d kills, %d mails, %d deliveries%n", killed, peer.distinct(), peer.raw());
      assertEquals(MAILS, peer.distinct(), "mails that arrived");
      assertTrue(peer.raw() - MAILS <= killed, "more than one again for each kill");
    }
  }

  private int killAndFinish(Peer peer) throws Exception {
    String url = "jdbc:sqlite:" + folder.resolve("state.db");
    var random = new Random(SEED);
    int killed = 0;
    for (int k = 0; k < KILLS; k++) {
      // So many that each life has something left to do.
      int mails = MAILS * (k + 1) / KILLS;
      Process worker = worker(url, "one", peer, mails);
      boolean fresh = mails > MAILS * k / KILLS;
      if (fresh) {
        awaitWork(worker, peer, random.nextInt(Math.max(1, MAILS / KILLS)));
      }
      if (!worker.waitFor(random.nextInt(fresh ? 5 : 500), TimeUnit.MILLISECONDS)) {
        worker.destroyForcibly().waitFor();
        killed++;
      }
    }
    assertEquals(0, worker(url, "one", peer, MAILS).waitFor());
    try (Database database = Database.open(url)) {
      assertEquals(MAILS, database.transact(Mails::count));
      assertEquals(
          "{SENT=" + MAILS + "}", database.transact(Outbox::census).toString(), "the outbox");
    }
    assertTrue(killed > KILLS / 3, "only " + killed + " were still alive to be killed");
    return killed;
  }

  /// Waits until the worker has delivered something, so that most kills fall among deliveries.
  private static void awaitWork(Process worker, Peer peer, int more) throws InterruptedException {
    int wanted = peer.raw() + 1 + more;
    while (worker.isAlive() && peer.raw() < wanted) {
      worker.waitFor(1, TimeUnit.MILLISECONDS);
    }
  }

  static Process worker(String url, String name, Peer peer, int mails) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                StateWorker.class.getName(),
                url,
                name,
                Integer.toString(peer.port()),
                Integer.toString(mails)))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
