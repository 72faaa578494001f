package org.mmlens.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mmlens.lens.Observable;
import org.mmlens.lens.Outcome;
import org.mmlens.lens.Trace;
import org.mmlens.lens.Trace.Step;

/// A run as lines of a call tree: each call with what it returned, below it what happened there.
final class CallLines {

  /// A line.
  ///
  /// @param kind what it tells of
  /// @param depth within how many of the calls shown it happened
  /// @param text without indentation, escaped
  /// @param at the C line, where it is known
  record Line(Kind kind, int depth, String text, Optional<Outcome.Frame> at) {
    /// {@return the line with its mark, as it is printed behind the indentation}
    String marked() {
      return kind.mark + text;
    }
  }

  /// What a line tells of.
  enum Kind {
    /// A call.
    CALL(""),
    /// An effect, or something that went wrong.
    EFFECT("* "),
    /// A line of the address space that has gone or come.
    STATE("| ");

    private final String mark;

    Kind(String mark) {
      this.mark = mark;
    }
  }

  /// Which calls are shown.
  enum Detail {
    /// The entry function, what it calls, and every call within which something happens. Of
    /// functions that Java answers, only the effects are.
    EVENTFUL,
    /// All.
    EVERY_CALL
  }

  private final Trace trace;
  private final Detail detail;
  private final Set<Integer> shown = new HashSet<>();
  private final int[] end;
  private final List<Line> lines = new ArrayList<>();

  private CallLines(Trace trace, Detail detail) {
    this.trace = trace;
    this.detail = detail;
    this.end = new int[trace.steps().size()];
  }

  /// {@return the lines, in order}
  ///
  /// @param trace of a run
  /// @param detail which calls
  static List<Line> of(Trace trace, Detail detail) {
    var all = new CallLines(trace, detail);
    all.choose();
    all.write();
    return List.copyOf(all.lines);
  }

  /// {@return how many calls of functions that run from source [#of] leaves out}
  static long leftOut(Trace trace, Detail detail) {
    long calls =
        trace.steps().stream().filter(s -> s instanceof Step.Entered e && fromSource(e)).count();
    long told = of(trace, detail).stream().filter(line -> line.kind() == Kind.CALL).count();
    return Math.max(0, calls - told);
  }

  private static boolean fromSource(Step.Entered entered) {
    return entered.args().isPresent();
  }

  /// Finds where each call ends, and which are shown.
  private void choose() {
    List<Step> steps = trace.steps();
    var open = new ArrayList<Integer>();
    int ended = -1;
    for (int i = 0; i < steps.size(); i++) {
      switch (steps.get(i)) {
        case Step.Entered e -> {
          end[i] = -1;
          open.add(i);
          if (detail == Detail.EVERY_CALL || e.depth() <= 1 && fromSource(e)) {
            shown.add(i);
          }
        }
        case Step.Left _ -> {
          ended = open.removeLast();
          end[ended] = i;
        }
        case Step.Happened _ -> show(open);
        case Step.Changed _ -> {
          show(open);
          if (ended >= 0) {
            show(List.of(ended));
          }
        }
      }
    }
  }

  private void show(List<Integer> calls) {
    for (int call : calls) {
      if (trace.steps().get(call) instanceof Step.Entered e && fromSource(e)) {
        shown.add(call);
      }
    }
  }

  private void write() {
    List<Step> steps = trace.steps();
    Optional<Outcome> known = Optional.empty();
    var open = new ArrayList<Boolean>();
    for (int i = 0; i < steps.size(); i++) {
      int depth = (int) open.stream().filter(s -> s).count();
      switch (steps.get(i)) {
        case Step.Entered e -> {
          open.add(shown.contains(i));
          if (shown.contains(i)) {
            lines.add(new Line(Kind.CALL, depth, Printable.of(call(e, end[i])), e.from()));
          }
        }
        case Step.Left _ -> open.removeLast();
        case Step.Happened(_, var event) -> {
          String text = OutcomeLines.withoutLocks(event.text());
          lines.add(new Line(Kind.EFFECT, depth, Printable.of(text), event.at()));
        }
        case Step.Changed(_, Outcome now) -> {
          known.ifPresent(then -> change(depth + 1, then, now));
          known = Optional.of(now);
        }
      }
    }
    stopped((int) open.stream().filter(s -> s).count());
  }

  private void stopped(int depth) {
    if (trace.outcome().ending()
        instanceof Outcome.Ending.Stopped(String kind, String what, var frames)) {
      String text = Printable.of(kind + ": " + what);
      lines.add(new Line(Kind.EFFECT, depth, text, frames.stream().findFirst()));
    }
  }

  private String call(Step.Entered e, int left) {
    String args = String.join(", ", e.args().orElse(List.of("...")));
    Optional<String> value =
        left >= 0 && trace.steps().get(left) instanceof Step.Left l ? l.value() : Optional.empty();
    return e.function() + "(" + args + ")" + value.map(v -> " = " + v).orElse("");
  }

  private void change(int depth, Outcome then, Outcome now) {
    for (Observable o : List.of(Observable.VMAS, Observable.TRANSLATION, Observable.TABLES)) {
      SideDiff.of(state(o, then), state(o, now)).stream()
          .filter(line -> line.startsWith("-") || line.startsWith("+"))
          .forEach(line -> lines.add(new Line(Kind.STATE, depth, line, Optional.empty())));
    }
  }

  private static List<String> state(Observable o, Outcome outcome) {
    return OutcomeLines.of(o, outcome, outcome);
  }
}
