package org.mmlens.lens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.mmlens.port.KernelConfig;
import org.mmlens.tree.SourceTree;

/// Page tables that the code of each kernel makes, moves and frees say what a walk over RAM says.
///
/// `-Dmmlens.long=true` runs 2,000 histories on each tree and number of levels.
final class PageTableTest {

  private static final int HISTORIES = Boolean.getBoolean("mmlens.long") ? 2_000 : 40;

  private static final BootedTree.Harness HARNESS =
      new BootedTree.Harness(
          "tables.c", List.of("include/linux/mm.h", "mm/internal.h"), List.of("for_stack"));

  private static final List<String> FUNCTIONS =
      List.of(
          "mm_alloc",
          "mmlens_vma",
          "mmlens_anonymous_flags",
          "mmlens_write_lock",
          "mmlens_map",
          "mmlens_unmap",
          "mmlens_move",
          "mmlens_free",
          "mmlens_table_bytes",
          "mmlens_top");

  @TestFactory
  Stream<DynamicTest> everyMappingAgreesAndFreedTablesAreGone() {
    return Stream.of("fixture 4", "6.1 4", "6.1 5", "6.12 4", "6.12 5")
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name + " levels",
                    () -> histories(name.split(" ")[0], Integer.parseInt(name.split(" ")[1]))));
  }

  @TestFactory
  Stream<DynamicTest> aMistakeInTheTreeIsNoticed() {
    return Stream.of(
            List.of("mm/memory.c", "if ((start & mask) < floor)", "if (start < floor)"),
            List.of("mm/memory.c", "if (addr < floor)", "if (addr <= floor)"),
            List.of("mm/memory.c", "mm_dec_nr_pmds(tlb->mm);", ""),
            List.of("mm/mremap.c", "flush_tlb_range", "(void)"))
        .map(
            m ->
                DynamicTest.dynamicTest(
                    m.get(1),
                    () -> {
                      SourceTree fixture = BootedTree.open("fixture");
                      BootedTree broken =
                          boot(BootedTree.edited(fixture, m.get(0), m.get(1), m.get(2)), 4);
                      assertThrows(AssertionError.class, () -> all(broken));
                    }));
  }

  private static BootedTree boot(SourceTree tree, int levels) {
    return BootedTree.boot(
        tree,
        KernelConfig.standard().with("", "CONFIG_PGTABLE_LEVELS=" + levels).config(),
        HARNESS,
        FUNCTIONS);
  }

  private static TableHistory.Summary all(BootedTree tree) {
    TableHistory.Summary all = new TableHistory.Summary(0, 0, 0);
    for (int seed = 1; seed <= HISTORIES; seed++) {
      all = all.plus(TableHistory.run(tree, seed));
    }
    return all;
  }

  private static void histories(String name, int levels) {
    BootedTree tree = boot(BootedTree.open(name), levels);
    assertEquals(levels, tree.machine().config().levels());
    TableHistory.Summary all = all(tree);
    System.out.printf(
        "%s, %d levels: %,d histories, %,d pages, %,d of them moved, %,d tables freed%n",
        name, levels, HISTORIES, all.pages(), all.moved(), all.freed());
    assertTrue(all.moved() > HISTORIES);
    assertTrue(all.freed() > HISTORIES);
  }
}
