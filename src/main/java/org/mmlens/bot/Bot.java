package org.mmlens.bot;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.mmlens.bot.config.BotConfig;
import org.mmlens.bot.sink.Sink;
import org.mmlens.bot.source.MailSource;
import org.mmlens.bot.state.Database;
import org.mmlens.bot.state.Doubts;
import org.mmlens.bot.state.Jobs;

/// A bot at work. Any number of them may share one database, each under a name of its own.
public final class Bot {

  private static final Duration POLL = Duration.ofSeconds(5);
  private static final int SLICES = 25;
  private static final Duration SHORT_POLL = Duration.ofMillis(200);

  private final BotConfig config;
  private final List<MailSource> sources;
  private final Post post;
  private final Intake intake;
  private final Judge judge;
  private final Set<String> unread = new TreeSet<>();
  private final AtomicBoolean news = new AtomicBoolean();
  private final String worker;
  private final InstantSource clock;
  private final Consumer<String> log;

  /// Makes a bot, which does nothing yet.
  ///
  /// @param config what it is told
  /// @param sources where its mail comes from
  /// @param sinks where its results go
  /// @param launcher starts reviews
  /// @param worker its name, unique among those that run on the database
  /// @param clock the time
  /// @param log told one line about everything that happens
  public Bot(
      BotConfig config,
      List<MailSource> sources,
      List<Sink> sinks,
      Launcher launcher,
      String worker,
      InstantSource clock,
      Consumer<String> log) {
    this.config = config;
    this.sources = List.copyOf(sources);
    this.post = new Post(config, sinks, worker, clock, log);
    this.intake = new Intake(config, clock);
    this.judge = new Judge(config, launcher, clock, log);
    this.worker = worker;
    this.clock = clock;
    this.log = log;
  }

  /// Does all there is to do now and comes back.
  ///
  /// @throws SQLException where the database refuses
  /// @throws InterruptedException where it is asked to stop
  public void once() throws SQLException, InterruptedException {
    try (Database database = opened();
        Jobs jobs = jobs(SHORT_POLL)) {
      while (readAll(database) > 0) {}
      resolve(database);
      intake.ripen(database);
      jobs.hurry();
      while (database.transact(tx -> Jobs.due(tx, clock.instant())) > 0) {
        post.deliver(database);
        Thread.sleep(SHORT_POLL);
      }
      post.deliver(database);
    }
  }

  /// Goes on until it is told to stop.
  ///
  /// @param stopped whether it is
  /// @throws SQLException where the database refuses
  /// @throws InterruptedException where it is interrupted
  public void run(BooleanSupplier stopped) throws SQLException, InterruptedException {
    try (Database database = opened();
        Jobs jobs = jobs(POLL)) {
      while (!stopped.getAsBoolean()) {
        int read = readAll(database);
        if (read == 0) {
          resolve(database);
        }
        if (read + intake.ripen(database) > 0) {
          jobs.hurry();
        }
        post.deliver(database);
        for (int k = 0; k < SLICES && read == 0 && !stopped.getAsBoolean(); k++) {
          Thread.sleep(POLL.dividedBy(SLICES));
          if (news.getAndSet(false)) {
            break;
          }
        }
      }
    }
  }

  private void review(String revision) {
    judge.review(revision);
    news.set(true);
  }

  private Jobs jobs(Duration poll) {
    return Jobs.start(config.database(), worker, config.limits().reviews(), poll, this::review);
  }

  /// Takes up what this worker was at when it was last killed.
  private Database opened() throws SQLException {
    judge.clear();
    Database database = Database.open(config.database());
    database.transact(tx -> Doubts.release(tx, worker, clock.instant()) + Jobs.release(tx, worker));
    return database;
  }

  /// A source that cannot be read may hold what has come back.
  private void resolve(Database database) throws SQLException {
    if (unread.isEmpty()) {
      post.resolve(database);
    }
  }

  private int readAll(Database database) throws SQLException {
    unread.clear();
    int read = 0;
    for (MailSource source : sources) {
      try {
        read += intake.read(database, source);
      } catch (IOException e) {
        unread.add(source.name());
        log.accept("source %s cannot be read now: %s".formatted(source.name(), e.getMessage()));
      }
    }
    return read;
  }
}
