package org.mmlens.review;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mmlens.explore.ScenarioSpace;
import org.mmlens.lens.Scenario;
import org.mmlens.lens.StackRig;

/// A rig runs any number of scenarios in the memory that the first ones took.
class MemoryGrowthTest {

  private static final int SCENARIOS = 10_000;

  /// In bytes. A run that left 64 of them behind would go beyond.
  private static final long ALLOWED = 512 << 10;

  @Test
  void tenThousandScenariosLeaveNothingBehind() {
    StackRig rig = KernelTrees.ready(FixtureTree.open()).rig();
    List<Scenario> scenarios = ScenarioSpace.all();
    run(rig, scenarios, scenarios.size());
    long before = used();

    run(rig, scenarios, SCENARIOS);

    long grown = used() - before;
    assertTrue(grown < ALLOWED, () -> "%d bytes after %d runs".formatted(grown, SCENARIOS));
  }

  private static void run(StackRig rig, List<Scenario> scenarios, int count) {
    for (int i = 0; i < count; i++) {
      rig.run(scenarios.get(i % scenarios.size()));
    }
  }

  /// {@return bytes that are reachable}
  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
