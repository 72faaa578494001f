package org.mmlens.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mmlens.bot.config.BotConfig;
import org.mmlens.bot.sink.Sink;
import org.mmlens.bot.telemetry.EventLog;
import org.mmlens.bot.telemetry.EventLog.Level;
import org.mmlens.bot.telemetry.LogFile;
import org.mmlens.bot.telemetry.Meters;
import org.mmlens.bot.telemetry.WatchedSink;
import org.mmlens.bot.telemetry.WatchedSource;
import org.mmlens.bot.web.DatabaseStatus;
import org.mmlens.bot.web.StatusServer;
import org.mmlens.report.Printable;

/// Watches the sources and sinks of a bot: `log.jsonl` in its folder, and the page where the
/// configuration names a port.
final class BotWatch implements AutoCloseable {

  private final OutputStream file;
  private final EventLog log;
  private final Meters meters = new Meters();
  private final List<WatchedSource> sources;
  private final List<Sink> sinks;
  private Optional<StatusServer> server = Optional.empty();

  private BotWatch(OutputStream file, EventLog log, BotPlaces places) {
    this.file = file;
    this.log = log;
    this.sources =
        places.sources().stream().map(source -> new WatchedSource(source, meters, log)).toList();
    this.sinks =
        places.sinks().stream().<Sink>map(sink -> new WatchedSink(sink, meters, log)).toList();
  }

  /// {@return the watch over what a bot reads and writes}
  static BotWatch of(Surroundings here, BotConfig config, BotPlaces places) throws IOException {
    OutputStream file =
        new LogFile(config.folder().resolve("log.jsonl"), (long) config.sizes().logMib() << 20);
    var log =
        new EventLog(
            file,
            InstantSource.system(),
            () -> here.say("mmlens: the log cannot be written: log.jsonl"));
    return new BotWatch(file, log, places);
  }

  /// Starts the page, if the configuration names a port.
  BotWatch serving(Surroundings here, BotConfig config) throws IOException {
    if (config.webPort().isPresent()) {
      int port = config.webPort().getAsInt();
      var status = new DatabaseStatus(config.database(), InstantSource.system(), this::parts);
      meters.queue("reviews", () -> status.now().counts().getOrDefault("reviews to make", 0L));
      meters.queue("doubt", () -> status.now().counts().getOrDefault("outbox unsure", 0L));
      meters.queue("approval", () -> status.now().counts().getOrDefault("outbox held", 0L));
      StatusServer started;
      try {
        started = StatusServer.start(port, status, BotPlaces.reports(config).folder(), meters, log);
      } catch (BindException e) {
        throw Refusal.usage("port %d of this machine: %s".formatted(port, e.getMessage()));
      }
      server = Optional.of(started);
      here.say("mmlens: see http://localhost:" + started.port() + "/");
    }
    return this;
  }

  private SortedMap<String, String> parts() {
    var parts = new TreeMap<String, String>();
    sources.forEach(source -> parts.put("source " + source.name(), source.trouble()));
    return parts;
  }

  List<WatchedSource> sources() {
    return sources;
  }

  List<Sink> sinks() {
    return sinks;
  }

  /// Logs a line that people are told, and tells them.
  void say(Surroundings here, String line) {
    log.write(Level.INFO, "bot", EventLog.text("line", line));
    here.say("mmlens: " + Printable.of(line));
  }

  @Override
  public void close() throws IOException {
    server.ifPresent(StatusServer::close);
    meters.close();
    file.close();
  }
}
