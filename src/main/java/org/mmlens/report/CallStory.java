package org.mmlens.report;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.mmlens.lens.Trace;
import org.mmlens.report.TextPage.Ink;

/// What runs did, call by call: all at once, or in steps of one effect each.
public final class CallStory {

  private final List<Trace> traces;
  private final CallLines.Detail detail;

  /// Prepares the story of one run, or of the same scenario before and after a patch.
  ///
  /// @param traces one, or that of the side before the patch and that of the side after it
  /// @param everyCall whether calls in which nothing happens are told, too
  public CallStory(List<Trace> traces, boolean everyCall) {
    this.traces = List.copyOf(traces);
    this.detail = everyCall ? CallLines.Detail.EVERY_CALL : CallLines.Detail.EVENTFUL;
  }

  /// {@return whether there is something to tell: no call is traced where the layout cannot be
  /// built}
  boolean isEmpty() {
    return traces.stream().allMatch(t -> t.steps().isEmpty());
  }

  void write(TextPage page) {
    page.line("  ", Ink.STRONG, "calls and effects, in order");
    if (traces.size() == 1) {
      new CallPage(page).tree(lines(traces.getFirst()));
    } else {
      new CallPage(page).rows(rows());
    }
    remarks().forEach(remark -> page.line("  ", Ink.QUIET, remark));
  }

  private List<CallLines.Line> lines(Trace trace) {
    return CallLines.of(trace, detail);
  }

  private List<CallRows.Row> rows() {
    List<CallLines.Line> after = lines(traces.getLast());
    return CallRows.of(lines(traces.getFirst()), after);
  }

  private List<String> remarks() {
    var remarks = new ArrayList<String>();
    long most = traces.stream().mapToLong(t -> CallLines.leftOut(t, detail)).max().orElse(0);
    if (most > 0) {
      remarks.add(
          "%s in which nothing else happens left out; --every-call shows them"
              .formatted(ScenarioWords.count(most, "call")));
    }
    if (traces.stream().anyMatch(t -> !t.complete())) {
      remarks.add("only the first %,d steps are kept".formatted(Trace.MOST));
    }
    return remarks;
  }

  /// {@return the story in pieces, each of which ends with an effect or where the runs part}
  ///
  /// @param style what the terminal can show
  public Iterator<Piece> pieces(Style style) {
    var pieces = new ArrayList<Piece>();
    var page = new TextPage(style);
    var calls = new CallPage(page);
    for (CallRows.Row row : rows()) {
      calls.row(row);
      if (row.apart() || row.line().kind() == CallLines.Kind.EFFECT) {
        pieces.add(new Piece(page.take(), row.apart()));
      }
    }
    String rest = page.take();
    if (!rest.isEmpty()) {
      pieces.add(new Piece(rest, false));
    }
    return pieces.iterator();
  }

  /// Some lines of the story.
  ///
  /// @param text whole lines
  /// @param apart whether the two runs are apart there
  public record Piece(String text, boolean apart) {}
}
