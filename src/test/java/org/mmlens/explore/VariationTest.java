package org.mmlens.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mmlens.lens.Scenario;
import org.mmlens.lens.ScenarioText;

/// What variations make of scenarios.
class VariationTest {

  private static final List<Scenario> SOME =
      FaultRuns.spread(ScenarioSpace.all().stream().filter(Scenario::withinContract).toList(), 40);

  private static List<Scenario> children(List<Variation> variations) {
    return SOME.stream()
        .flatMap(s -> variations.stream().map(v -> v.of(s)))
        .filter(Variation::possible)
        .toList();
  }

  private static List<Variation> all() {
    List<Variation> all = new ArrayList<>(Steps.ALL);
    LongStream.of(7, 0x7000, -5, 0x1fffff, 0x7f1234567000L, Long.MIN_VALUE, Long.MAX_VALUE)
        .forEach(c -> all.addAll(Aims.at(c)));
    return all;
  }

  @Test
  void whatIsPossibleCanBeWrittenDownAndReadBack() {
    for (Scenario s : children(all())) {
      assertEquals(Optional.of(s), ScenarioText.parse(s.toString()).scenario());
    }
  }

  @Test
  void everyPlannedLayoutWithinTheContractIsPossible() {
    assertTrue(
        ScenarioSpace.all().stream()
            .filter(Scenario::withinContract)
            .allMatch(Variation::possible));
  }

  @Test
  void stepsReachEveryFieldButTheFlags() {
    List<Function<Scenario, Object>> fields =
        List.of(
            Scenario::end,
            Scenario::length,
            Scenario::shift,
            Scenario::pages,
            Scenario::neighbours,
            Scenario::traits,
            Scenario::faults);
    Scenario one = SOME.getFirst();
    List<Scenario> found = Steps.ALL.stream().map(m -> m.of(one)).toList();

    for (Function<Scenario, Object> field : fields) {
      Set<Object> values = found.stream().map(field).collect(Collectors.toSet());
      assertTrue(values.size() > 2, values::toString);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 11 * Scenario.PAGE})
  void aConstantBecomesLengthShiftAndDistance(long constant) {
    List<Scenario> found = children(Aims.at(constant));

    assertTrue(found.stream().anyMatch(s -> s.length() == 11));
    assertTrue(found.stream().anyMatch(s -> s.shift() == 11 * Scenario.PAGE));
    assertTrue(found.stream().anyMatch(s -> s.neighbours().stream().anyMatch(n -> n.gap() == 11)));
    assertTrue(found.stream().anyMatch(s -> s.pages().size() == 11));
  }

  @Test
  void whatOverlapsIsNotPossible() {
    Scenario alone = SOME.stream().filter(s -> s.neighbours().isEmpty()).findFirst().orElseThrow();
    var above = new Scenario.Neighbour(Scenario.Side.BELOW, 3, 2, true);
    Scenario one = Steps.beside(alone, above);

    assertTrue(Variation.possible(one));
    assertEquals(
        false,
        Variation.possible(
            Steps.beside(one, new Scenario.Neighbour(Scenario.Side.BELOW, 4, 1, true))));
  }
}
