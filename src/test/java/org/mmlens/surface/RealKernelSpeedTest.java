package org.mmlens.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.mmlens.tree.OverlayTree;
import org.mmlens.tree.SourceTree;

/// How long the search for users takes on Linux 6.12, and how much memory. The figures are in
/// `docs/surface.md`.
@EnabledIfSystemProperty(named = "mmlens.long", matches = "true")
class RealKernelSpeedTest {

  @Test
  void usersOfTheWholeTreeAreFoundInSeconds() {
    SourceTree tree = RealKernel.tree();
    Took first = Took.by(() -> Surface.of(tree));
    Surface.of(tree, RealKernel.NAMES);
    List<Surface> surfaces = new ArrayList<>();
    List<Integer> users = new ArrayList<>();

    Took index = Took.by(() -> surfaces.add(Surface.of(tree, RealKernel.NAMES)));
    Took search = Took.by(() -> users.add(users(surfaces.getFirst())));
    OverlayTree edited =
        RealKernel.edited(
            tree, Map.of("mm/vma.h", text -> text.replace("int vma_shrink(", "int vma_shrank(")));
    Surface after = surfaces.getFirst().with(edited, Set.of("mm/vma.h"));
    Took next = Took.by(() -> users.add(users(after)));

    System.out.printf(
        "first index %s, index from its store %s, users %s, users after the next patch %s, heap at"
            + " most %d MiB%n",
        first, index, search, next, heap() >> 20);
    assertEquals(users.getFirst(), users.getLast());
    assertTrue(users.getFirst() > 0);
    assertTrue(index.processor() + search.processor() < 6_000);
    assertTrue(next.processor() < 1_000);
  }

  /// Processor time does not depend on what else the machine does; with two processors or more the
  /// search takes no longer than that.
  ///
  /// @param wall milliseconds
  /// @param processor milliseconds of all threads
  private record Took(long wall, long processor) {

    static Took by(Runnable work) {
      long wall = System.nanoTime();
      long processor = spent();
      work.run();
      return new Took((System.nanoTime() - wall) / 1_000_000, (spent() - processor) / 1_000_000);
    }

    private static long spent() {
      return ManagementFactory.getOperatingSystemMXBean()
              instanceof com.sun.management.OperatingSystemMXBean system
          ? system.getProcessCpuTime()
          : 0;
    }

    @Override
    public String toString() {
      return "%d ms (%d ms of processor time)".formatted(wall, processor);
    }
  }

  private static int users(Surface surface) {
    return surface.users(surface.symbols("vma_expand").getFirst()).size();
  }

  private static long heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }
}
