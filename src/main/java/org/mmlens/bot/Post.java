package org.mmlens.bot;

import java.sql.SQLException;
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

  /// Delivers what may leave now.
  ///
  /// @return how many parcels were tried
  int deliver(Database database) throws SQLException {
    database.transact(tx -> Outbox.releaseExpired(tx, clock.instant()));
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
      Delivery delivery = sink.deliver(next.get());
      String id = next.get().messageId();
      database.transact(
          tx -> {
            Outbox.settle(tx, sink.name(), id, delivery, clock.instant());
            return true;
          });
      log.accept("%s: <%s> %s".formatted(sink.name(), id, delivery));
    }
    return next.isPresent();
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
