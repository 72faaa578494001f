package org.mmlens.bot.sink;

/// What became of a parcel.
public sealed interface Delivery {

  /// It was handed over.
  ///
  /// @param receipt what the other side said, or where it lies now
  record Delivered(String receipt) implements Delivery {}

  /// The other side had it already; nothing was sent.
  ///
  /// @param receipt how that is known
  record AlreadyThere(String receipt) implements Delivery {}

  /// It may go through at another time.
  ///
  /// @param reason what stands in the way
  record Later(String reason) implements Delivery {}

  /// Whether the other side has it is not known: the connection broke between the last byte and the
  /// answer.
  ///
  /// @param reason what happened
  record Unsure(String reason) implements Delivery {}

  /// It will not go through, however often it is tried.
  ///
  /// @param reason what the other side has against it
  record Refused(String reason) implements Delivery {}
}
