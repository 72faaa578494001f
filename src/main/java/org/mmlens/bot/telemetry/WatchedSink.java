package org.mmlens.bot.telemetry;

import org.mmlens.bot.sink.Brink;
import org.mmlens.bot.sink.Delivery;
import org.mmlens.bot.sink.Parcel;
import org.mmlens.bot.sink.Sink;
import org.mmlens.bot.telemetry.EventLog.Level;

/// A sink whose deliveries are counted and logged: `delivered`, `already-there`, `later`, `unsure`,
/// `refused`.
public final class WatchedSink implements Sink {

  private final Sink sink;
  private final Meters meters;
  private final EventLog log;

  /// Watches a sink.
  ///
  /// @param sink which
  /// @param meters counts deliveries
  /// @param log told what becomes of parcels
  public WatchedSink(Sink sink, Meters meters, EventLog log) {
    this.sink = sink;
    this.meters = meters;
    this.log = log;
  }

  @Override
  public String name() {
    return sink.name();
  }

  @Override
  public Delivery deliver(Parcel parcel, Brink brink) {
    Delivery delivery = sink.deliver(parcel, brink);
    meters.delivered(name(), delivery);
    switch (delivery) {
      case Delivery.Delivered(var receipt) -> tell(Level.INFO, "delivered", parcel, receipt);
      case Delivery.AlreadyThere(var receipt) -> tell(Level.INFO, "already-there", parcel, receipt);
      case Delivery.Later(var reason) -> tell(Level.WARNING, "later", parcel, reason);
      case Delivery.Unsure(var reason) -> tell(Level.ERROR, "unsure", parcel, reason);
      case Delivery.Refused(var reason) -> tell(Level.ERROR, "refused", parcel, reason);
    }
    return delivery;
  }

  private void tell(Level level, String event, Parcel parcel, String said) {
    log.write(
        level,
        event,
        EventLog.text("sink", name()),
        EventLog.text("messageId", parcel.messageId()),
        EventLog.text("series", parcel.series()),
        EventLog.text("said", said));
  }
}
