package org.mmlens.bot.web;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.mmlens.bot.state.Database;
import org.mmlens.bot.state.Jobs;
import org.mmlens.bot.state.Mails;
import org.mmlens.bot.state.Outbox;
import org.mmlens.bot.state.Outbox.Standing;
import org.mmlens.bot.state.Revision;
import org.mmlens.bot.state.Revisions;
import org.mmlens.bot.state.Transaction;

/// What the bot is doing, as its database says: revisions that are not done, mails that wait for
/// approval. Each look opens the database and closes it again, so that no look disturbs the work.
public final class DatabaseStatus implements Status.Source {

  private static final Duration FUTURE = Duration.ofDays(1);

  private final String url;
  private final InstantSource clock;
  private final Supplier<SortedMap<String, String>> parts;

  /// Looks at a database.
  ///
  /// @param url the database
  /// @param clock the time
  /// @param parts what else makes the bot work, each with what is wrong with it
  public DatabaseStatus(
      String url, InstantSource clock, Supplier<SortedMap<String, String>> parts) {
    this.url = url;
    this.clock = clock;
    this.parts = parts;
  }

  @Override
  public Status now() {
    var all = new TreeMap<>(parts.get());
    try (Database database = Database.open(url)) {
      all.put("database", "");
      return database.transact(tx -> new Status(all, counts(tx), queue(tx)));
    } catch (SQLException _) {
      // What the driver says may hold the URL, and that a password.
      all.put("database", "it cannot be read");
      return new Status(all, new TreeMap<>(), List.of());
    }
  }

  private static SortedMap<String, Long> counts(Transaction tx) throws SQLException {
    var counts = new TreeMap<String, Long>();
    counts.put("mails", Mails.count(tx));
    counts.put("reviews to make", Jobs.open(tx));
    Revisions.census(tx).forEach((phase, n) -> counts.put("revisions " + word(phase), n));
    Outbox.census(tx).forEach((standing, n) -> counts.put("outbox " + word(standing), n));
    return counts;
  }

  private List<Status.Waiting> queue(Transaction tx) throws SQLException {
    var queue = new ArrayList<Status.Waiting>();
    mails(tx, Standing.HELD, "approval", queue);
    mails(tx, Standing.UNSURE, "whether it was sent", queue);
    for (Revision.Phase phase :
        List.of(Revision.Phase.READY, Revision.Phase.COLLECTING, Revision.Phase.INCOMPLETE)) {
      for (Revision revision : Revisions.quiet(tx, phase, clock.instant().plus(FUTURE))) {
        queue.add(waiting(revision));
      }
    }
    return queue;
  }

  private static void mails(
      Transaction tx, Standing standing, String what, List<Status.Waiting> queue)
      throws SQLException {
    for (Map.Entry<String, String> mail : Outbox.standing(tx, standing).entrySet()) {
      queue.add(new Status.Waiting(mail.getKey(), "", what, "answers <" + mail.getValue() + ">"));
    }
  }

  private static Status.Waiting waiting(Revision revision) {
    String missing = revision.missing().isEmpty() ? "" : ", missing " + revision.missing();
    return new Status.Waiting(
        revision.id(),
        revision.title(),
        word(revision.phase()),
        "v%d of %s%s".formatted(revision.number(), revision.author(), missing));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
