package org.mmlens.bot.telemetry;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Locale;
import java.util.function.Supplier;
import org.mmlens.bot.sink.Delivery;
import org.mmlens.bot.source.Batch;

/// Numbers of one process of the bot, since it started, in the text form of Prometheus. Labels have
/// few values: names of sources and sinks, outcomes, standings; never anything of a mail.
public final class Meters implements AutoCloseable {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  /// Makes the meters, memory and uptime of this JVM among them.
  public Meters() {
    new JvmMemoryMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  /// Counts what a source gave: `mmlens_mails_total` with `source` and `outcome`, which is `read`
  /// or `left_out`.
  ///
  /// @param source its name
  /// @param batch what it gave
  public void read(String source, Batch batch) {
    count("mmlens.mails", batch.arrivals().size(), "source", source, "outcome", "read");
    count("mmlens.mails", batch.notes().size(), "source", source, "outcome", "left_out");
  }

  /// Counts what a sink did: `mmlens_deliveries_total` with `sink` and `outcome`.
  ///
  /// @param sink its name
  /// @param delivery what became of a parcel
  public void delivered(String sink, Delivery delivery) {
    String outcome =
        switch (delivery) {
          case Delivery.Delivered _ -> "delivered";
          case Delivery.AlreadyThere _ -> "already_there";
          case Delivery.Later _ -> "later";
          case Delivery.Unsure _ -> "unsure";
          case Delivery.Refused _ -> "refused";
        };
    count("mmlens.deliveries", 1, "sink", sink, "outcome", outcome);
  }

  /// Shows how much waits: `mmlens_queue` with `standing`, asked whenever somebody looks.
  ///
  /// @param standing what it waits for
  /// @param count how many there are
  public void queue(String standing, Supplier<Number> count) {
    Gauge.builder("mmlens.queue", count)
        .tag("standing", standing.toLowerCase(Locale.ROOT))
        .register(registry);
  }

  private void count(String name, double amount, String... tags) {
    registry.counter(name, Tags.of(tags)).increment(amount);
  }

  /// {@return all numbers in the text form of Prometheus, version 0.0.4}
  public String text() {
    return registry.scrape();
  }

  @Override
  public void close() {
    registry.close();
  }
}
