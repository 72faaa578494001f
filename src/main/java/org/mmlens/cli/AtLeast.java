package org.mmlens.cli;

import java.util.Optional;

/// Numbers that must not be too small.
final class AtLeast {

  private AtLeast() {}

  /// {@return the value, if there is one}
  ///
  /// @param least the smallest that is accepted
  /// @param option the option it was given with
  /// @param value what was given
  static <N extends Number> Optional<N> check(long least, String option, Optional<N> value) {
    if (value.isPresent() && value.get().longValue() < least) {
      throw Refusal.usage("found %s %s, expected %d or more".formatted(option, value.get(), least));
    }
    return value;
  }
}
