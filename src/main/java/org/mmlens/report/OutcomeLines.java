package org.mmlens.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mmlens.explore.Difference;
import org.mmlens.lens.Observable;
import org.mmlens.lens.Outcome;

/// One observable of an outcome as lines, so that two sides can be compared as text.
final class OutcomeLines {

  private static final long LARGE = 1 << 20;

  private OutcomeLines() {}

  /// {@return what the observable was in this outcome, one fact a line, escaped}
  ///
  /// @param observable which
  /// @param outcome of one run
  /// @param other of the same scenario on the other side
  static List<String> of(Observable observable, Outcome outcome, Outcome other) {
    return lines(observable, outcome, other).map(Printable::of).toList();
  }

  /// {@return how the observable differs, as [SideDiff] gives it}
  ///
  /// Which locks are held at an effect is left out, unless nothing else differs.
  static List<String> diff(Observable observable, Difference d) {
    List<String> before = of(observable, d.before(), d.after());
    List<String> after = of(observable, d.after(), d.before());
    if (observable == Observable.EFFECTS) {
      List<String> plainBefore = before.stream().map(OutcomeLines::withoutLocks).toList();
      List<String> plainAfter = after.stream().map(OutcomeLines::withoutLocks).toList();
      if (!plainBefore.equals(plainAfter)) {
        return SideDiff.of(plainBefore, plainAfter);
      }
    }
    return SideDiff.of(before, after);
  }

  /// {@return what happened, without the locks it happened under}
  static String withoutLocks(String effect) {
    int under = effect.lastIndexOf(") under ");
    return under < 0 ? effect : effect.substring(0, under + 1);
  }

  private static Stream<String> lines(Observable observable, Outcome outcome, Outcome other) {
    return switch (observable) {
      case RESULT -> ending(outcome.ending());
      case VMAS -> MapsLines.of(outcome, other).stream();
      case TRANSLATION -> outcome.pages().stream().map(OutcomeLines::page);
      case TABLES -> outcome.tables().stream().map(OutcomeLines::table);
      case ACCOUNTING ->
          Stream.concat(
              outcome.counters().stream().map(OutcomeLines::counter),
              outcome.stored().stream().map(word -> word.place() + " " + word.value()));
      case LOCKS -> outcome.locks().stream();
      case MEMORY -> outcome.memory().stream().map(OutcomeLines::event);
      case EFFECTS ->
          Stream.concat(
              outcome.warnings().stream().map(w -> "WARNING: " + event(w)),
              outcome.effects().stream().map(Outcome.Event::text));
    };
  }

  /// Large values are addresses or flags.
  private static String counter(Outcome.Counter c) {
    boolean large = c.value() >= LARGE || c.value() <= -LARGE;
    return c.name() + " " + (large ? "0x" + Long.toHexString(c.value()) : c.value());
  }

  private static Stream<String> ending(Outcome.Ending ending) {
    return switch (ending) {
      case Outcome.Ending.Returned(_, var text) -> Stream.of("returns " + text);
      case Outcome.Ending.Stopped(var kind, var message, var frames) ->
          Stream.concat(Stream.of(kind + ": " + message), backtrace(frames));
      case Outcome.Ending.Undecided(var reason, var frames) ->
          Stream.concat(Stream.of("undecided: " + reason), backtrace(frames));
    };
  }

  private static Stream<String> backtrace(List<Outcome.Frame> frames) {
    return frames.stream().map(frame -> "  " + frame(frame));
  }

  /// {@return how a run ended, on one line}
  ///
  /// @param outcome of the run
  static String ending(Outcome outcome) {
    return Printable.of(ending(outcome.ending()).findFirst().orElseThrow());
  }

  /// {@return a frame as `function() file:line`}
  static String frame(Outcome.Frame frame) {
    return frame.function() + "() " + frame.at();
  }

  /// {@return an event and, where it is known, the place it happened}
  static String event(Outcome.Event event) {
    return event.text() + event.at().map(f -> " in " + frame(f)).orElse("");
  }

  /// {@return the same without the locks held}
  static String eventWithoutLocks(Outcome.Event event) {
    return event(new Outcome.Event(withoutLocks(event.text()), event.at()));
  }

  private static String page(Outcome.Page page) {
    return Hex.address(page.address()) + " " + translation(page);
  }

  /// {@return what a page translates to, e.g. `stack+0 rw-d`, and what the TLB says if that
  /// differs}
  static String translation(Outcome.Page page) {
    var words = new ArrayList<String>();
    words.add(page.frame().isEmpty() ? "not mapped" : page.frame());
    if (!page.flags().isEmpty()) {
      words.add(page.flags());
    }
    page.stale().ifPresent(stale -> words.add("(TLB still has " + stale + ")"));
    return String.join(" ", words);
  }

  private static String table(Outcome.Table table) {
    boolean reachable = table.start() != 0 || table.end() != 0;
    String range = reachable ? " " + Hex.range(table.start(), table.end()) : "";
    return table.level() + " table" + range + " " + table.state();
  }
}
