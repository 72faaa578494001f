package org.mmlens.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mmlens.explore.Difference;
import org.mmlens.lens.Outcome.Table;

/// The page-table pages of both sides as one tree, in the HTML report: a table stands below the one
/// it hangs on, with what became of it on each side.
final class HtmlTables {

  private static final List<String> COARSE_TO_FINE = List.of("PGD", "P4D", "PUD", "PMD", "PTE");

  private HtmlTables() {}

  /// Where a table is, whatever became of it.
  private record Place(String level, long start, long end) {
    boolean reachable() {
      return start != 0 || end != 0;
    }

    boolean holds(Place other) {
      return Long.compareUnsigned(start, other.start) <= 0
          && Long.compareUnsigned(other.end, end) <= 0
          && rank() < other.rank();
    }

    int rank() {
      return COARSE_TO_FINE.indexOf(level);
    }
  }

  /// What became of the tables in a place. Where nothing is, the text is empty.
  private record Fate(String before, String after) {
    boolean same() {
      return before.equals(after);
    }
  }

  static void write(Markup html, Difference d) {
    Map<Place, Fate> fates = fates(d);
    if (fates.isEmpty()) {
      return;
    }
    boolean same = fates.values().stream().allMatch(Fate::same);
    String title =
        same
            ? "page-table pages, the same before and after the patch"
            : "page-table pages, before and after the patch";
    html.element(
            "details",
            details -> {
              details.element("summary", title, "class", "quiet");
              tree(details, fates);
            },
            same ? List.of() : List.of("open", ""))
        .line();
  }

  private static Map<Place, Fate> fates(Difference d) {
    Map<Place, String> before = states(d.before().tables());
    Map<Place, String> after = states(d.after().tables());
    List<Place> places = new ArrayList<>(before.keySet());
    after.keySet().stream().filter(place -> !before.containsKey(place)).forEach(places::add);
    places.sort(HtmlTables::inTreeOrder);
    Map<Place, Fate> fates = new LinkedHashMap<>();
    for (Place place : places) {
      fates.put(place, new Fate(before.getOrDefault(place, ""), after.getOrDefault(place, "")));
    }
    return fates;
  }

  /// What hangs nowhere comes last.
  private static int inTreeOrder(Place a, Place b) {
    if (a.reachable() != b.reachable()) {
      return a.reachable() ? -1 : 1;
    }
    int byStart = Long.compareUnsigned(a.start(), b.start());
    return byStart != 0 ? byStart : Integer.compare(a.rank(), b.rank());
  }

  private static Map<Place, String> states(List<Table> tables) {
    return tables.stream()
        .collect(
            Collectors.groupingBy(
                table -> new Place(table.level(), table.start(), table.end()),
                LinkedHashMap::new,
                Collectors.collectingAndThen(Collectors.toList(), HtmlTables::state)));
  }

  private static String state(List<Table> tables) {
    String state = tables.stream().map(Table::state).distinct().collect(Collectors.joining(", "));
    return tables.size() == 1 ? state : tables.size() + " " + state;
  }

  private static void tree(Markup html, Map<Place, Fate> fates) {
    Deque<Place> above = new ArrayDeque<>();
    html.element(
        "div",
        div ->
            fates.forEach(
                (place, fate) -> {
                  while (!above.isEmpty() && !above.peek().holds(place)) {
                    above.pop();
                  }
                  row(div, above.size(), place, fate);
                  above.push(place);
                }),
        "class",
        "tables mono");
  }

  private static void row(Markup div, int depth, Place place, Fate fate) {
    String stem = depth == 0 ? "" : "   ".repeat(depth - 1) + "`- ";
    String range = place.reachable() ? Hex.range(place.start(), place.end()) : "hanging nowhere";
    div.element(
            "div",
            row -> {
              row.element("span", stem, "class", "quiet", "aria-hidden", "true");
              row.text(place.level() + " " + range + " ");
              if (fate.same()) {
                state(row, fate.before());
              } else {
                row.element("span", "before: ", "class", "quiet");
                state(row, fate.before());
                row.element("span", ", after: ", "class", "quiet");
                state(row, fate.after());
              }
            },
            "class",
            fate.same() ? "table" : "table changed")
        .line();
  }

  private static void state(Markup row, String state) {
    String kind = state.isEmpty() ? "quiet" : state.endsWith("live") ? "live" : "bad";
    row.element("span", state.isEmpty() ? "none" : state, "class", kind);
  }
}
