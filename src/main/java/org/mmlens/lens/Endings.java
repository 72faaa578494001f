package org.mmlens.lens;

import java.util.List;
import java.util.Optional;
import org.mmlens.machine.Stop;

/// How runs end, in words.
final class Endings {

  private Endings() {}

  static Outcome.Ending returned(long value) {
    return new Outcome.Ending.Returned(value, Errno.text(value));
  }

  static Outcome.Ending of(Stop stop) {
    String why = stop.why().toString();
    return stop.why().inconclusive()
        ? new Outcome.Ending.Undecided(where(why, frames(stop)), frames(stop))
        : new Outcome.Ending.Stopped(kind(stop), why, frames(stop));
  }

  /// {@return what ended the run before the entry function returned, if something did}
  static Optional<String> stopped(Outcome.Ending end) {
    return end instanceof Outcome.Ending.Stopped(_, String message, var frames)
        ? Optional.of(where(message, frames))
        : Optional.empty();
  }

  private static String where(String message, List<Outcome.Frame> frames) {
    return frames.isEmpty()
        ? message
        : message + " (" + frames.getFirst().function() + "() " + frames.getFirst().at() + ")";
  }

  static List<Outcome.Frame> frames(Stop stop) {
    return stop.backtrace().stream().map(Portrait::frame).toList();
  }

  static String kind(Stop stop) {
    return switch (stop.why()) {
      case Stop.Cause.Bug _ -> "BUG";
      case Stop.Cause.Oops _ -> "oops";
      case Stop.Cause.MemoryError(var fault, _, _) -> "memory error: " + fault;
      case Stop.Cause.Deadlock _ -> "deadlock";
      case Stop.Cause.StackOverflow _ -> "stack overflow";
      case Stop.Cause.Unreachable _ -> "unreachable code";
      case Stop.Cause.Budget _, Stop.Cause.NotModelled _, Stop.Cause.Hole _ -> "undecided";
    };
  }
}
