package org.mmlens.bot.sink;

/// A place that results go to.
public interface Sink {

  /// {@return what the configuration calls it, unique among the sinks}
  String name();

  /// Delivers a parcel, or says why not. The same parcel, told by its message-id, may come again
  /// after a crash: a sink that can know that it has it already answers [Delivery.AlreadyThere],
  /// and one that cannot crosses the brink right before the other side may have it.
  ///
  /// @param parcel what to deliver
  /// @param brink crossed once at most, and only by sinks that do not know what they have
  /// @return what became of it; what a sink cannot reach now is [Delivery.Later], never an
  ///   exception
  Delivery deliver(Parcel parcel, Brink brink);
}
