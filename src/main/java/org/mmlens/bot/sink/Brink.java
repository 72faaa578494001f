package org.mmlens.bot.sink;

/// The moment from which on the other side may have a parcel, for sinks that cannot be asked
/// whether it has.
@FunctionalInterface
public interface Brink {

  /// A brink of which nobody keeps books.
  Brink UNNOTED = () -> true;

  /// Notes on disk that the parcel is about to leave. Whoever dies afterwards leaves it in doubt;
  /// who dies before has not sent it.
  ///
  /// @return whether it may leave; `false` where it is no longer the caller's to send
  boolean cross();
}
