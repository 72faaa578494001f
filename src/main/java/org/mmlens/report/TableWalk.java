package org.mmlens.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.mmlens.lens.Outcome;

/// The way from the topmost page table to what an address maps, on each side, for addresses at
/// which the two sides come to different ends.
final class TableWalk {

  /// Of how many addresses the way is shown.
  private static final int MOST = 2;

  private static final int ENTRIES = 512;

  private TableWalk() {}

  /// {@return the ways, a few lines for an address; empty if every way is the same}
  ///
  /// @param before what the side before came to
  /// @param after the same after the patch
  static List<String> of(Outcome before, Outcome after) {
    List<String> lines = new ArrayList<>();
    for (long address : addresses(before, after)) {
      lines.add(Hex.address(address));
      lines.add("  before  " + way(before, address));
      lines.add("  after   " + way(after, address));
    }
    return lines;
  }

  /// Pages that translate to different things; else where a table is that one side lacks.
  private static List<Long> addresses(Outcome before, Outcome after) {
    List<Long> pages =
        TranslationRow.of(before, after).stream()
            .filter(TranslationRow::differs)
            .map(TranslationRow::address)
            .toList();
    List<Long> tables =
        Stream.concat(only(before, after), only(after, before))
            .map(Outcome.Table::start)
            .sorted(Long::compareUnsigned)
            .toList();
    return (pages.isEmpty() ? tables : pages)
        .stream()
            .filter(address -> !way(before, address).equals(way(after, address)))
            .distinct()
            .limit(MOST)
            .toList();
  }

  private static Stream<Outcome.Table> only(Outcome these, Outcome those) {
    return these.tables().stream()
        .filter(TableWalk::reachable)
        .filter(t -> !those.tables().contains(t));
  }

  private static boolean reachable(Outcome.Table t) {
    return t.start() != t.end();
  }

  /// {@return e.g. `P4D[255] > PUD[511] > PMD[511] > PTE[510] > stack+0 rw-`}
  private static String way(Outcome side, long address) {
    List<Outcome.Table> way =
        side.tables().stream()
            .filter(t -> reachable(t) && holds(t, address))
            .sorted(Comparator.comparingLong(t -> t.start() - t.end()))
            .toList();
    List<String> steps = new ArrayList<>();
    for (Outcome.Table t : way) {
      if (!t.state().equals("live")) {
        steps.add(t.level() + " table " + t.state());
        return String.join(" > ", steps);
      }
      long reach = (t.end() - t.start()) / ENTRIES;
      steps.add("%s[%d]".formatted(t.level(), (address - t.start()) / reach));
    }
    steps.add(
        side.pages().stream()
            .filter(p -> p.address() == address)
            .findFirst()
            .map(OutcomeLines::translation)
            .orElse("empty"));
    return String.join(" > ", steps);
  }

  private static boolean holds(Outcome.Table t, long address) {
    return Long.compareUnsigned(t.start(), address) <= 0
        && Long.compareUnsigned(address, t.end()) < 0;
  }
}
