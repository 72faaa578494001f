package org.mmlens.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mmlens.lens.Outcome;

class TableWalkTest {

  private static final long AT = 0x7fff_ffff_d000L;
  private static final long TOP = 0x8000_0000_0000L;

  private static final Outcome.Page MAPPED =
      new Outcome.Page(AT, "stack+0", "rw-", Optional.empty());

  private static final List<Outcome.Table> UPPER =
      List.of(
          new Outcome.Table("P4D", 0, 1L << 48, "live"),
          new Outcome.Table("PUD", 0x7f80_0000_0000L, TOP, "live"),
          new Outcome.Table("PMD", 0x7fff_c000_0000L, TOP, "live"));

  private static Outcome.Table pte(String state) {
    return new Outcome.Table("PTE", 0x7fff_ffe0_0000L, TOP, state);
  }

  private static Outcome outcome(List<Outcome.Page> pages, List<Outcome.Table> lowest) {
    return new Outcome(
        new Outcome.Ending.Returned(0, "0"),
        List.of(),
        List.of(),
        pages,
        Stream.concat(lowest.stream(), UPPER.stream()).toList(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  @Test
  void theWayGoesFromTheTopmostTableToThePage() {
    Outcome before = outcome(List.of(MAPPED), List.of(pte("live")));
    Outcome after = outcome(List.of(), List.of(pte("live")));

    assertEquals(
        List.of(
            "7fffffffd000",
            "  before  P4D[255] > PUD[511] > PMD[511] > PTE[509] > stack+0 rw-",
            "  after   P4D[255] > PUD[511] > PMD[511] > PTE[509] > empty"),
        TableWalk.of(before, after));
  }

  @Test
  void theWayEndsWhereATableIsMissingOrFreed() {
    Outcome before = outcome(List.of(), List.of(pte("freed while in use")));
    Outcome after = outcome(List.of(), List.of());

    assertEquals(
        List.of(
            "7fffffe00000",
            "  before  P4D[255] > PUD[511] > PMD[511] > PTE table freed while in use",
            "  after   P4D[255] > PUD[511] > PMD[511] > empty"),
        TableWalk.of(before, after));
  }

  @Test
  void ofWaysThatAreTheSameNothingIsShown() {
    Outcome side = outcome(List.of(MAPPED), List.of(pte("live")));
    Outcome leaking =
        outcome(List.of(MAPPED), List.of(pte("live"), new Outcome.Table("page", 0, 0, "leaked")));

    assertEquals(List.of(), TableWalk.of(side, side));
    assertEquals(List.of(), TableWalk.of(side, leaking));
  }
}
