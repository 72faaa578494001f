package org.mmlens.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mmlens.bot.config.BotConfig;
import org.mmlens.bot.config.SinkConfig;
import org.mmlens.bot.config.SourceConfig;
import org.mmlens.bot.sink.ReportPlaces;
import org.mmlens.bot.sink.Sink;
import org.mmlens.bot.sink.Sinks;
import org.mmlens.bot.source.MailSource;
import org.mmlens.bot.source.ReadLimits;
import org.mmlens.bot.source.Sources;
import org.mmlens.bot.source.Start;

/// The sources and sinks of a configuration, open.
record BotPlaces(List<MailSource> sources, List<Sink> sinks) implements AutoCloseable {

  BotPlaces {
    sources = List.copyOf(sources);
    sinks = List.copyOf(sinks);
  }

  static BotPlaces of(BotConfig config) {
    Start start =
        switch (config.start()) {
          case NOW -> Start.NOW;
          case BEGINNING -> Start.BEGINNING;
        };
    var sources = new ArrayList<MailSource>();
    for (SourceConfig source : config.sources()) {
      sources.add(Sources.of(source, start, ReadLimits.USUAL));
    }
    ReportPlaces reports = reports(config);
    return new BotPlaces(
        sources, config.sinks().stream().map(sink -> Sinks.of(sink, reports)).toList());
  }

  /// Where people are led to: the first folder of pages that is seen from outside, else the first.
  static ReportPlaces reports(BotConfig config) {
    Optional<ReportPlaces> found = Optional.empty();
    for (SinkConfig sink : config.sinks()) {
      if (sink instanceof SinkConfig.Html(_, Path path, var url)
          && (found.isEmpty() || (url.isPresent() && found.get().url().isEmpty()))) {
        found = Optional.of(new ReportPlaces(path, url));
      }
    }
    return found.orElseGet(
        () -> new ReportPlaces(config.folder().resolve("pages"), Optional.empty()));
  }

  @Override
  public void close() throws IOException {
    for (MailSource source : sources) {
      source.close();
    }
  }
}
