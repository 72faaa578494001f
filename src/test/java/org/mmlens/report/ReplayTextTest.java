package org.mmlens.report;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mmlens.explore.Difference;
import org.mmlens.explore.Rerun;

class ReplayTextTest {

  private static final Difference DIFFERENCE = SampleOutcomes.shrinkAfterExpandedRange();

  private static String text(Rerun rerun) {
    return ReplayText.of(
        List.of("shift_arg_pages() fs/exec.c:694"),
        rerun,
        new CallStory(List.of(), false),
        Style.plain());
  }

  @Test
  void aDifferenceIsShownWithBothSides() {
    String text =
        text(
            new Rerun(
                DIFFERENCE.scenario(),
                DIFFERENCE.before(),
                DIFFERENCE.after(),
                Optional.of(DIFFERENCE),
                List.of()));

    assertTrue(text.startsWith("DIFFERENT  VMA list"), text);
    assertTrue(text.contains("\n  -flush_tlb_mm_range [7fffffff9000, 7fffffffd000)\n"), text);
    assertTrue(text.contains("\n  page-table walk, where it differs\n  7fff"), text);
  }

  @Test
  void equalSidesAreShownOnce() {
    String text =
        text(
            new Rerun(
                DIFFERENCE.scenario(),
                DIFFERENCE.before(),
                DIFFERENCE.before(),
                Optional.empty(),
                List.of()));

    assertTrue(text.startsWith("SAME"), text);
    assertTrue(text.contains("VMA list, the same before and after"), text);
  }

  @Test
  void whatCannotBeDecidedSaysWhy() {
    String text =
        text(
            new Rerun(
                DIFFERENCE.scenario(),
                DIFFERENCE.before(),
                DIFFERENCE.after(),
                Optional.empty(),
                List.of("not modelled: follow_pfn")));

    assertTrue(text.startsWith("INCONCLUSIVE"), text);
    assertTrue(text.contains("not modelled: follow_pfn"), text);
  }
}
