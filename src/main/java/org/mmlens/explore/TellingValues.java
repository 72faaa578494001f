package org.mmlens.explore;

import static org.mmlens.explore.ScenarioSpace.AS_IN_EXEC;
import static org.mmlens.explore.ScenarioSpace.STACK_TOP;
import static org.mmlens.explore.ScenarioSpace.every;
import static org.mmlens.explore.ScenarioSpace.scenario;
import static org.mmlens.explore.ScenarioSpace.sparse;
import static org.mmlens.lens.Scenario.PAGE;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.mmlens.lens.Scenario;

/// Scenarios made for a change: the constants that only one of its sides has are put wherever a
/// layout has a number, with the numbers beside them, as fuzzers do with operands of comparisons.
///
/// So `if (shift == 0x25000)` is run with that shift, though no layout of [ScenarioSpace] has it.
public final class TellingValues {

  /// The most constants that are looked at, and the most scenarios that are made of them.
  static final int CONSTANTS = 32;

  static final int SCENARIOS = 600;

  /// Longer stacks than this cost more than they tell: 64 MiB.
  private static final int LONGEST = 1 << 14;

  private TellingValues() {}

  /// {@return the scenarios, those within the contract first, without repetitions}
  ///
  /// @param constants values as the code has them: bytes, pages, addresses or flags
  public static List<Scenario> scenarios(SortedSet<Long> constants) {
    List<Scenario> made = new ArrayList<>();
    constants.stream().filter(TellingValues::telling).limit(CONSTANTS).forEach(c -> add(c, made));
    Map<String, Scenario> distinct = new LinkedHashMap<>();
    for (boolean within : new boolean[] {true, false}) {
      made.stream()
          .filter(s -> s.withinContract() == within && ScenarioSpace.fits(s))
          .forEach(s -> distinct.putIfAbsent(s.toString(), s));
    }
    return distinct.values().stream().limit(SCENARIOS).toList();
  }

  /// 0, 1 and -1 are everywhere and in every layout.
  static boolean telling(long constant) {
    return constant < -1 || constant > 1;
  }

  private static void add(long constant, List<Scenario> made) {
    for (int beside = -1; beside <= 1; beside++) {
      shift(constant + beside * PAGE, made);
      if (constant > 1 && constant < 1L << 34) {
        shift((constant + beside) * PAGE, made);
        length(constant + beside, made);
      }
      if (constant % PAGE == 0) {
        length(constant / PAGE + beside, made);
        address(constant + beside * PAGE, made);
      }
    }
    shift(constant, made);
    made.add(scenario(STACK_TOP, 1, PAGE, every(1), List.of(), AS_IN_EXEC).withFlags(constant));
  }

  private static void shift(long bytes, List<Scenario> made) {
    for (int length : new int[] {1, 3}) {
      made.add(scenario(STACK_TOP, length, bytes, every(length), List.of(), AS_IN_EXEC));
    }
  }

  private static void length(long pages, List<Scenario> made) {
    if (pages > 0 && pages <= LONGEST) {
      int length = (int) pages;
      for (long shift : new long[] {PAGE, (pages + 1) * PAGE}) {
        made.add(scenario(STACK_TOP, length, shift, sparse(length), List.of(), AS_IN_EXEC));
      }
    }
  }

  /// The address is where the stack ends or begins, before or after the move.
  private static void address(long at, List<Scenario> made) {
    if (at < 16 * PAGE || at > STACK_TOP) {
      return;
    }
    for (long end : new long[] {at, at + 2 * PAGE, at + 3 * PAGE, at + 5 * PAGE}) {
      made.add(scenario(end, 2, 3 * PAGE, every(2), List.of(), AS_IN_EXEC));
    }
  }
}
