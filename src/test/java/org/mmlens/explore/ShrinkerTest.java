package org.mmlens.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.mmlens.lens.Scenario;
import org.mmlens.lens.ScenarioText;

class ShrinkerTest {

  private static final Scenario BIG =
      scenario(
          "end=0x7fffc0007000 length=5 shift=0x8000 pages=0p,1s,4r below=9+2p above=0+3p"
              + " with=anon-vma,tlb,incomplete fail=4");

  @Test
  void withoutAnyRequirementOnlyTheSmallestScenarioIsLeft() {
    assertEquals(
        "end=0x7ffffffff000 length=1 shift=0x1000", Shrinker.shrink(BIG, _ -> true).toString());
  }

  @Test
  void whatTheDifferenceNeedsIsKept() {
    Predicate<Scenario> needsNeighbourAndFault =
        s ->
            s.neighbours().stream().anyMatch(n -> n.side() == Scenario.Side.ABOVE)
                && !s.faults().isEmpty();

    Scenario small = Shrinker.shrink(BIG, needsNeighbourAndFault);

    assertEquals("end=0x7f8000000000 length=1 shift=0x1000 above=0+1 fail=1", small.toString());
  }

  @Test
  void ofWhatIsRefusedOnlyWhatIsNeededIsLeftAndAsEarlyAsItMayBe() {
    Scenario many =
        scenario(
            "end=0x7ffffffff000 length=1 shift=0x1000 fail=2 fail-slab=3,5 fail-page=4 signal=2,3");

    Scenario small =
        Shrinker.shrink(
            many, s -> !s.faults().slab().isEmpty() && !s.faults().interrupts().isEmpty());

    assertEquals("end=0x7ffffffff000 length=1 shift=0x1000 fail-slab=1 signal=1", small.toString());
  }

  @Test
  void noSingleSimplificationOfTheResultKeepsTheProperty() {
    Predicate<Scenario> threePages = s -> s.length() >= 3 && s.shift() >= 0x2000;

    Scenario small = Shrinker.shrink(BIG, threePages);

    for (Scenario simpler : Shrinker.simpler(small)) {
      assertFalse(threePages.test(simpler), simpler.toString());
    }
  }

  @Test
  void aScenarioWithinTheContractStaysWithinIt() {
    Scenario small = Shrinker.shrink(BIG, _ -> true);

    assertTrue(small.withinContract());
  }

  private static Scenario scenario(String text) {
    return ScenarioText.parse(text).scenario().orElseThrow();
  }
}
