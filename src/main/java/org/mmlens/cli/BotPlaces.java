package org.mmlens.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
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
    var limits =
        new ReadLimits(config.sizes().mailMib() << 20, (long) config.sizes().batchMib() << 20);
    var sources = new ArrayList<MailSource>();
    for (SourceConfig source : config.sources()) {
      sources.add(Sources.of(source, start, limits));
    }
    ReportPlaces reports = reports(config);
    // A page is there before anybody is led to it.
    Comparator<SinkConfig> pagesFirst =
        Comparator.comparing(sink -> !(sink instanceof SinkConfig.Html));
    return new BotPlaces(
        sources,
        config.sinks().stream().sorted(pagesFirst).map(sink -> Sinks.of(sink, reports)).toList());
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
