package org.mmlens.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mmlens.lens.Outcome;
import org.mmlens.lens.Scenario;

/// A drawing of where the VMAs lie, in the manner of the comments in `mm/vma.c`:
///
/// ```
///   moves to       |<--------->|
///   scenario   |---|     |*********|    |---|
///   before     |---| |*********|        |---|
///   after      |---| |*************|    |---|
///               below     stack         above
/// ```
///
/// `***` is the stack, `---` a neighbour, `===` a VMA made during the run.
final class VmaStrip {

  private static final int LABEL = 11;
  private static final int WIDEST_PAGE = 8;

  /// A VMA, or the range something is done to.
  record Bar(String name, long start, long end) {}

  private final Ruler ruler;

  private VmaStrip(Ruler ruler) {
    this.ruler = ruler;
  }

  /// What there is to draw.
  ///
  /// @param given the layout of the scenario
  /// @param target where the stack shall go, if the scenario keeps the contract
  /// @param before the VMAs after the run before the patch
  /// @param after the VMAs after the run after it
  record Lanes(List<Bar> given, Optional<Bar> target, List<Bar> before, List<Bar> after) {

    /// {@return what is to be drawn of a difference}
    static Lanes of(Scenario scenario, Outcome before, Outcome after) {
      return new Lanes(layout(scenario), VmaStrip.target(scenario), bars(before), bars(after));
    }

    /// {@return every address at which something begins or ends, ascending, each once}
    long[] marks() {
      return Stream.of(given, target.stream().toList(), before, after)
          .flatMap(List::stream)
          .flatMap(b -> Stream.of(b.start(), b.end()))
          .distinct()
          .sorted(Long::compareUnsigned)
          .mapToLong(Long::longValue)
          .toArray();
    }
  }

  /// {@return the drawing; empty where there is nothing to draw or it does not fit}
  ///
  /// @param scenario what was run
  /// @param before the outcome before the patch
  /// @param after the outcome after it
  /// @param columns to fit in
  static List<String> of(Scenario scenario, Outcome before, Outcome after, int columns) {
    Lanes lanes = Lanes.of(scenario, before, after);
    return Ruler.fitting(lanes.marks(), columns - LABEL, WIDEST_PAGE)
        .map(ruler -> new VmaStrip(ruler).draw(lanes))
        .orElse(List.of());
  }

  private List<String> draw(Lanes lanes) {
    var rows = new ArrayList<String>();
    lanes.target().ifPresent(bar -> rows.add(row("moves to", arrow(bar))));
    rows.add(row("scenario", bars(lanes.given())));
    if (lanes.before().equals(lanes.after())) {
      rows.add(row("both", bars(lanes.before())));
    } else {
      rows.add(row("before", bars(lanes.before())));
      rows.add(row("after", bars(lanes.after())));
    }
    rows.add(row("", captions(lanes.given())));
    if (!ruler.toScale()) {
      rows.add(row("", "(not to scale)"));
    }
    return rows;
  }

  private static String row(String label, String drawing) {
    return (label + " ".repeat(LABEL - label.length()) + drawing).stripTrailing();
  }

  private String bars(List<Bar> bars) {
    char[] row = ruler.blank();
    for (Bar bar : bars) {
      int from = ruler.column(bar.start());
      int to = ruler.column(bar.end());
      for (int i = from + 1; i < to; i++) {
        row[i] = fill(bar.name());
      }
      row[from] = '|';
      row[to] = '|';
    }
    return new String(row);
  }

  private static char fill(String name) {
    return name.equals("stack") ? '*' : name.startsWith("vma#") ? '=' : '-';
  }

  private String arrow(Bar bar) {
    char[] row = ruler.blank();
    int from = ruler.column(bar.start());
    int to = ruler.column(bar.end());
    for (int i = from + 1; i < to; i++) {
      row[i] = '-';
    }
    if (to - from > 3) {
      row[from + 1] = '<';
      row[to - 1] = '>';
    }
    row[from] = '|';
    row[to] = '|';
    return new String(row);
  }

  /// Names in the middle below their bars; one that would touch another is left out.
  private String captions(List<Bar> bars) {
    var row = new StringBuilder();
    for (Bar bar : bars) {
      int middle = (ruler.column(bar.start()) + ruler.column(bar.end()) + 1) / 2;
      int from = Math.max(0, middle - bar.name().length() / 2);
      if (row.isEmpty() || from > row.length()) {
        row.repeat(' ', from - row.length()).append(bar.name());
      }
    }
    return row.toString();
  }

  private static List<Bar> bars(Outcome outcome) {
    return outcome.vmas().stream()
        .map(v -> new Bar(v.name(), v.start(), v.end()))
        .filter(VmaStrip::drawable)
        .toList();
  }

  private static boolean drawable(Bar bar) {
    return Long.compareUnsigned(bar.start(), bar.end()) < 0;
  }

  private static List<Bar> layout(Scenario s) {
    var below = s.neighbours().stream().filter(n -> n.side() == Scenario.Side.BELOW);
    var above = s.neighbours().stream().filter(n -> n.side() == Scenario.Side.ABOVE);
    return Stream.of(
            below.map(n -> below(s, n)),
            Stream.of(new Bar("stack", s.start(), s.end())),
            above.map(n -> above(s, n)))
        .flatMap(bars -> bars)
        .filter(VmaStrip::drawable)
        .sorted((a, b) -> Long.compareUnsigned(a.start(), b.start()))
        .toList();
  }

  private static Bar below(Scenario s, Scenario.Neighbour n) {
    long end = s.start() - n.gap() * Scenario.PAGE;
    return new Bar("below", end - n.length() * Scenario.PAGE, end);
  }

  private static Bar above(Scenario s, Scenario.Neighbour n) {
    long start = s.end() + n.gap() * Scenario.PAGE;
    return new Bar("above", start, start + n.length() * Scenario.PAGE);
  }

  private static Optional<Bar> target(Scenario s) {
    var bar = new Bar("target", s.start() - s.shift(), s.end() - s.shift());
    return s.withinContract() ? Optional.of(bar).filter(VmaStrip::drawable) : Optional.empty();
  }
}
