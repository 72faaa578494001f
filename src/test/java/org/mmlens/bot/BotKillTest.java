package org.mmlens.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mmlens.bot.state.Database;
import org.mmlens.bot.state.Outbox;
import org.mmlens.bot.state.Outbox.Standing;
import org.mmlens.bot.state.Revision.Phase;
import org.mmlens.bot.state.Revisions;

/// Kills the bot, the real program with real reviews, at random moments, and counts what reached a
/// mail server and a maildir. With `-Dmmlens.long=true` 200 times over 100 series, else 10 times
/// over 5; the seed fixes the delays, not where the bot is by then. With `-Dmmlens.small=true` the
/// reviews run no C, and take a third of the time.
class BotKillTest {

  private static final boolean LONG = Boolean.getBoolean("mmlens.long");
  private static final int KILLS = LONG ? 200 : 10;
  private static final int SERIES = LONG ? 100 : 5;
  private static final int AHEAD = LONG ? 10 : 3;
  private static final long SEED = 8;
  private static final int MOST_MILLIS = 3000;
  private static final int PATIENCE_MILLIS = 120_000;
  private static final int END_SECONDS = 600;

  @TempDir private Path folder;

  @Test
  void everySeriesIsReviewedAndEachMailSentOnceWheneverTheBotIsKilled() throws Exception {
    try (var peer = new ListPeer(folder.resolve("mail"), SEED)) {
      var program = new BotProgram(folder, peer.port(), tree());
      Map<String, Integer> killed = kill(program, peer);
      program.mail(SERIES);

      finish(program);

      long kept = files(folder.resolve("bot/outbox/new"));
      System.err.printf(
          "bot: %s; %d series; by SMTP %d mails in %d deliveries, in the maildir %d; mails %s%n",
          killed, SERIES, peer.distinct(), peer.deliveries(), kept, ways());
      assertEquals(SERIES, peer.distinct(), "mails by SMTP");
      assertEquals(SERIES, peer.deliveries(), "deliveries by SMTP");
      assertEquals(SERIES, kept, "mails in the maildir");
      assertTrue(
          killed.values().stream().mapToInt(n -> n).sum() > KILLS / 2,
          "only " + killed + " were still alive to be killed");
      assertEquals(List.of(), program.orphans(), "reviews that outlive their bot");
    }
  }

  private Path tree() throws IOException {
    return Boolean.getBoolean("mmlens.small")
        ? BotProgram.smallTree(folder.resolve("tree"))
        : BotProgram.bundledTree();
  }

  /// A quarter of the kills comes between the end of a mail and the answer to it, or right there, a
  /// quarter within 20 ms from then on.
  ///
  /// @return how many kills met the bot at what
  private Map<String, Integer> kill(BotProgram program, ListPeer peer) throws Exception {
    var random = new Random(SEED);
    var killed = new TreeMap<String, Integer>();
    for (int k = 0; k < KILLS; k++) {
      program.mail(Math.min(SERIES, AHEAD + SERIES * k / KILLS));
      peer.forgetEnds();
      String before = outbox();
      Set<String> reviews = reviews();
      Process bot = program.start("run");
      if (k % 2 == 1) {
        bot.waitFor(random.nextInt(MOST_MILLIS), TimeUnit.MILLISECONDS);
      } else if (peer.awaitEnd(patience(peer)) && k % 4 == 2) {
        bot.waitFor(random.nextInt(20), TimeUnit.MILLISECONDS);
      }
      boolean alive = bot.isAlive();
      bot.destroyForcibly().waitFor();
      if (alive) {
        killed.merge(moment(before, reviews), 1, Integer::sum);
      }
      if (k % 20 == 19) {
        System.err.printf("bot: %s; %d deliveries%n", killed, peer.deliveries());
      }
    }
    return killed;
  }

  /// Nothing more is to come when all mails are there.
  private static int patience(ListPeer peer) {
    return peer.distinct() < SERIES ? PATIENCE_MILLIS : PATIENCE_MILLIS / 60;
  }

  /// What the bot was at, as it left its folder.
  ///
  /// @param before how its outbox stood when it was started
  /// @param reviews what an earlier one had left of reviews then
  private String moment(String before, Set<String> reviews) throws Exception {
    String now = outbox();
    boolean moved = !now.equals(before);
    if (moved && now.contains(Standing.LEAVING.name())) {
      return "with a mail on the brink";
    }
    if (moved && now.contains(Standing.SENDING.name())) {
      return "in another delivery";
    }
    return reviews.equals(reviews()) ? "in between" : "in a review";
  }

  /// The folders of reviews that run, or did when their bot was killed.
  private Set<String> reviews() throws IOException {
    Path work = folder.resolve("bot/work");
    if (!Files.exists(work)) {
      return Set.of();
    }
    try (Stream<Path> all = Files.list(work)) {
      return all.map(f -> f.getFileName().toString()).collect(Collectors.toSet());
    }
  }

  private String outbox() throws SQLException {
    if (!Files.exists(folder.resolve("bot/bot.db"))) {
      return "";
    }
    try (Database database = open()) {
      return database.transact(Outbox::census).toString();
    }
  }

  /// Until nothing is left to do; what is in doubt and does not come back waits for a minute.
  private void finish(BotProgram program) throws Exception {
    Process bot = program.start("run");
    String done =
        "{DONE=%d} {SENT=%d}".formatted(SERIES, 2 * SERIES).replace("DONE", Phase.DONE.name());
    for (int k = 0; k < END_SECONDS && bot.isAlive() && !standing().equals(done); k++) {
      bot.waitFor(1, TimeUnit.SECONDS);
    }
    assertEquals(done, standing(), program::said);
    bot.destroy();
    assertTrue(bot.waitFor(1, TimeUnit.MINUTES), program::said);
  }

  private String standing() throws SQLException {
    try (Database database = open()) {
      return database.transact(Revisions::census) + " " + database.transact(Outbox::census);
    }
  }

  /// How many mails were known to be sent by what.
  private Map<String, Integer> ways() throws SQLException {
    var ways = new TreeMap<String, Integer>();
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT said, attempts FROM outbox WHERE sink = 'post'")) {
      while (rows.next()) {
        String how = rows.getString(1).startsWith("250") ? "answered" : rows.getString(1);
        ways.merge(how + (rows.getInt(2) > 1 ? ", tried again" : ""), 1, Integer::sum);
      }
    }
    return ways;
  }

  private String url() {
    return "jdbc:sqlite:" + folder.resolve("bot/bot.db");
  }

  private Database open() throws SQLException {
    return Database.open(url());
  }

  private static long files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }
}
