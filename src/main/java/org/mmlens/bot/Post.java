package org.mmlens.bot;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.mmlens.bot.config.BotConfig;
import org.mmlens.bot.config.SinkConfig;
import org.mmlens.bot.sink.Delivery;
import org.mmlens.bot.sink.Parcel;
import org.mmlens.bot.sink.Sink;
import org.mmlens.bot.state.Database;
import org.mmlens.bot.state.Doubts;
import org.mmlens.bot.state.Outbox;

/// Takes parcels from the outbox to their sinks.
final class Post {

  private final BotConfig config;
  private final List<Sink> sinks;
  private final String worker;
  private final InstantSource clock;
  private final Consumer<String> log;

  Post(
      BotConfig config,
      List<Sink> sinks,
      String worker,
      InstantSource clock,
      Consumer<String> log) {
    this.config = config;
    this.sinks = List.copyOf(sinks);
    this.worker = worker;
    this.clock = clock;
    this.log = log;
  }

  /// Decides about mails that may have been sent, when all mail that has come was read: what has
  /// come back was sent; what has not is sent again after the time that the configuration names.
  void resolve(Database database) throws SQLException {
    database.transact(Doubts::returned);
    for (SinkConfig sink : config.sinks()) {
      if (sink instanceof SinkConfig.Smtp smtp && smtp.doubt().resend().isPresent()) {
        Instant since = clock.instant().minus(smtp.doubt().resend().get());
        database.transact(tx -> Doubts.resend(tx, sink.name(), since));
      }
    }
  }

  /// Delivers what may leave now.
  ///
  /// @return how many parcels were tried
  int deliver(Database database) throws SQLException {
    database.transact(tx -> Doubts.releaseExpired(tx, clock.instant()));
    int tried = 0;
    for (Sink sink : sinks) {
      while (deliver(database, sink)) {
        tried++;
      }
    }
    return tried;
  }

  private boolean deliver(Database database, Sink sink) throws SQLException {
    Outbox.Pace pace = pace(sink.name());
    Optional<Parcel> next =
        database.transact(tx -> Outbox.take(tx, sink.name(), worker, clock.instant(), pace));
    if (next.isPresent()) {
      String id = next.get().messageId();
      Delivery delivery = sink.deliver(next.get(), () -> cross(database, sink, id));
      database.transact(
          tx -> {
            Outbox.settle(tx, sink.name(), id, delivery, clock.instant());
            return true;
          });
      log.accept("%s: <%s> %s".formatted(sink.name(), id, delivery));
    }
    return next.isPresent();
  }

  private boolean cross(Database database, Sink sink, String id) {
    try {
      return database.transact(tx -> Doubts.cross(tx, sink.name(), id, worker));
    } catch (SQLException e) {
      log.accept("%s: <%s> is not sent: %s".formatted(sink.name(), id, e.getMessage()));
      return false;
    }
  }

  /// Only mail to people is paced.
  private Outbox.Pace pace(String sink) {
    boolean people =
        config.sinks().stream()
            .anyMatch(s -> s.name().equals(sink) && s instanceof SinkConfig.Smtp);
    return people
        ? new Outbox.Pace(config.limits().mailsPerHour(), config.limits().mailsPerAuthor())
        : Outbox.Pace.FREE;
  }
}
