package org.mmlens.machine;

import java.util.Optional;
import java.util.OptionalLong;

/// Hears of every call while a machine runs a program that was linked to tell of them.
public interface Watcher {

  /// A function begins.
  ///
  /// @param function its C name
  /// @param args what it was called with, each normalised to its parameter's type
  /// @param from the C line of the call; absent if no C called it
  void entered(String function, long[] args, Optional<Frame> from);

  /// A function that Java answers begins.
  ///
  /// @param model its C name
  /// @param from the C line of the call; absent if no C called it
  void answered(String model, Optional<Frame> from);

  /// What began last and has not ended ends. What a stop of the run cuts short does not.
  ///
  /// @param value what it returns; absent for `void`
  void left(OptionalLong value);
}
