package org.mmlens.jvm;

import java.util.Set;

/// How to link.
///
/// @param fromSource symbols or C names of functions that run from source even if there is a model:
///   those that a series changes; what they return is noted in
///   [org.mmlens.machine.Machine#returned]
/// @param coverage whether branches are counted
/// @param calls whether the machine's watcher hears of calls
public record Options(Set<String> fromSource, Coverage coverage, Calls calls) {

  /// Whether compiled code tells of calls.
  public enum Calls {
    /// It does not.
    UNTOLD,
    /// It does, to the [org.mmlens.machine.Watcher] of its machine.
    TOLD
  }

  /// Whether compiled code notes which way its branches go.
  public enum Coverage {
    /// It does not.
    OFF,
    /// It does, in [org.mmlens.machine.Machine#coverage].
    ON
  }

  /// Copies the set.
  public Options {
    fromSource = Set.copyOf(fromSource);
  }

  /// {@return models before bodies, with coverage}
  public static Options standard() {
    return new Options(Set.of(), Coverage.ON, Calls.UNTOLD);
  }

  /// {@return the same, with these functions from source}
  ///
  /// @param symbols symbols or C names
  public Options withFromSource(Set<String> symbols) {
    return new Options(symbols, coverage, calls);
  }

  /// {@return the same, with or without coverage}
  ///
  /// @param on whether
  public Options withCoverage(Coverage on) {
    return new Options(fromSource, on, calls);
  }

  /// {@return the same, telling of calls or not}
  ///
  /// @param told whether
  public Options withCalls(Calls told) {
    return new Options(fromSource, coverage, told);
  }
}
