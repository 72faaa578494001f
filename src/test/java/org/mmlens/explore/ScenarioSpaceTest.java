package org.mmlens.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mmlens.lens.Scenario;
import org.mmlens.lens.ScenarioText;

class ScenarioSpaceTest {

  private final List<Scenario> all = ScenarioSpace.all();

  @Test
  void thereAreAtLeastFiveHundredScenariosWithinTheContract() {
    assertTrue(all.stream().filter(Scenario::withinContract).count() >= 500, "" + all.size());
  }

  @Test
  void noScenarioComesTwice() {
    assertEquals(all.size(), new HashSet<>(all).size());
  }

  @Test
  void everyScenarioIsReadBackFromItsText() {
    for (Scenario s : all) {
      assertEquals(s, ScenarioText.parse(s.toString()).scenario().orElseThrow());
    }
  }

  @Test
  void contractBreakingScenariosComeLast() {
    int first = 0;
    while (all.get(first).withinContract()) {
      first++;
    }

    assertTrue(first < all.size());
    assertTrue(all.subList(first, all.size()).stream().noneMatch(Scenario::withinContract));
  }

  @Test
  void lighterScenariosComeFirst() {
    List<Scenario> within = all.stream().filter(Scenario::withinContract).toList();
    for (int i = 1; i < within.size(); i++) {
      assertTrue(ScenarioSpace.weight(within.get(i - 1)) <= ScenarioSpace.weight(within.get(i)));
    }
  }

  @Test
  void aStackMovesFurtherThanWhatIsLeftBelowItAsThatOfA32BitProgramDoes() {
    assertTrue(
        all.stream()
            .filter(Scenario::withinContract)
            .anyMatch(s -> s.shift() > s.end() - s.shift() && s.end() - s.shift() < 1L << 32));
  }

  @Test
  void noTwoVmasOfALayoutOverlap() {
    for (Scenario s : all) {
      for (Scenario.Neighbour n : s.neighbours()) {
        assertTrue(n.gap() >= 0 && n.length() > 0, s.toString());
      }
    }
  }
}
