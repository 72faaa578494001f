package org.mmlens.lens;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mmlens.port.KernelConfig;
import org.mmlens.tree.SourceTree;

/// The maple tree of each kernel, run by the machine, does what a map of ranges does.
///
/// `-Dmmlens.long=true` runs 200,000 operations on each tree.
final class MapleTreeTest {

  private static final boolean LONG = Boolean.getBoolean("mmlens.long");
  private static final int OPERATIONS = 2_000;
  private static final int HISTORIES = LONG ? 100 : 4;

  private static final BootedTree.Harness HARNESS =
      new BootedTree.Harness(
          "maple.c",
          List.of("include/linux/maple_tree.h"),
          List.of(
              "mas_erase", "mas_next_range", "mas_prev_range", "mas_find_range", "mas_find_rev"));

  private static final List<String> FUNCTIONS =
      List.of(
          "mmlens_mt_init",
          "mmlens_mt_ranges",
          "mmlens_mt_rcu",
          "mmlens_mt_height",
          "mmlens_mt_store",
          "mmlens_mt_prealloc",
          "mmlens_mt_erase",
          "mmlens_mt_load",
          "mmlens_mt_dump",
          "mmlens_mt_check",
          "mmlens_mt_destroy",
          "mmlens_mas_set",
          "mmlens_mas_pause",
          "mmlens_mas_store",
          "mmlens_mas_first",
          "mmlens_mas_last",
          "mmlens_mas_find",
          "mmlens_mas_next",
          "mmlens_mas_prev",
          "mmlens_mas_next_range",
          "mmlens_mas_prev_range",
          "mmlens_mas_find_range",
          "mmlens_mas_find_rev");

  @TestFactory
  Stream<DynamicTest> everyOperationGivesWhatAMapOfRangesGives() {
    return Stream.of("fixture", "6.1", "6.12")
        .map(name -> DynamicTest.dynamicTest(name, () -> histories(name)));
  }

  @Test
  void aWrongPlusOneInTheTreeIsNoticed() {
    SourceTree broken =
        BootedTree.edited(
            BootedTree.open("fixture"),
            "lib/maple_tree.c",
            "node->pivot[offset - 1] + 1",
            "node->pivot[offset - 1]");

    assertThrows(AssertionError.class, () -> MapleHistory.run(boot(broken), 1, OPERATIONS));
  }

  private static BootedTree boot(SourceTree tree) {
    return BootedTree.boot(tree, KernelConfig.standard(), HARNESS, FUNCTIONS);
  }

  private static void histories(String name) {
    BootedTree tree = boot(BootedTree.open(name));
    int operations = 0;
    int refused = 0;
    long height = 0;
    for (int seed = 1; seed <= HISTORIES; seed++) {
      MapleHistory.Summary one = MapleHistory.run(tree, seed, OPERATIONS);
      operations += one.operations();
      refused += one.refused();
      height = Math.max(height, one.height());
    }
    System.out.printf(
        "%s: %,d operations in %d histories, %d stores without memory, %d levels%n",
        name, operations, HISTORIES, refused, height);
    assertTrue(operations >= HISTORIES * OPERATIONS);
    assertTrue(refused > 0);
    assertTrue(height >= 3 || name.equals("fixture"), () -> "the tree is too low");
  }
}
