package org.mmlens.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.mmlens.port.KernelConfig;
import org.mmlens.review.EditedTree.Edit;

/// Real kernels in other configurations: the pair that is the same shows no difference, the mistake
/// shows.
///
/// `-Dmmlens.long=true` runs every configuration on both kernels.
class ConfigMatrixTest {

  private static final boolean LONG = Boolean.getBoolean("mmlens.long");

  /// Lines that change the standard configuration, each symbol of it the other way round.
  private static final Map<String, String> CONFIGS =
      new TreeMap<>(
          Map.of(
              "standard",
              "",
              "five levels",
              "CONFIG_PGTABLE_LEVELS=5\n",
              "no VMA lock",
              "# CONFIG_PER_VMA_LOCK is not set\n",
              "no huge pages",
              """
              # CONFIG_TRANSPARENT_HUGEPAGE is not set
              # CONFIG_PGTABLE_HAS_HUGE_LEAVES is not set
              # CONFIG_ARCH_ENABLE_THP_MIGRATION is not set
              """,
              "no debugging",
              """
              # CONFIG_DEBUG_VM is not set
              # CONFIG_DEBUG_VM_MAPLE_TREE is not set
              # CONFIG_DEBUG_MAPLE_TREE is not set
              # CONFIG_DEBUG_VM_RB is not set
              # CONFIG_DEBUG_VM_PGFLAGS is not set
              """,
              "tables freed by RCU",
              "CONFIG_MMU_GATHER_TABLE_FREE=y\nCONFIG_MMU_GATHER_RCU_TABLE_FREE=y\n",
              "gather without range",
              "CONFIG_MMU_GATHER_NO_RANGE=y\n",
              "gather with page size",
              "CONFIG_MMU_GATHER_PAGE_SIZE=y\n",
              "stacks that grow up",
              "CONFIG_STACK_GROWSUP=y\n",
              "VMAs not merged",
              "# CONFIG_MMU_GATHER_MERGE_VMAS is not set\n"));

  private static final Set<String> QUICK =
      Set.of("five levels 6.12", "no debugging 6.1", "stacks that grow up 6.12");

  private static ReviewOptions options(String lines) {
    KernelConfig.Reading reading = KernelConfig.standard().with("test.config", lines);
    assertEquals(List.of(), reading.diagnostics());
    return ReviewOptions.standard().withConfig(reading.config());
  }

  @TestFactory
  Stream<DynamicTest> theSameShowsNothingAndAMistakeShows() {
    return CONFIGS.keySet().stream()
        .flatMap(name -> Stream.of(name + " 6.12", name + " 6.1"))
        .filter(name -> LONG || QUICK.contains(name))
        .map(name -> DynamicTest.dynamicTest(name, () -> judges(name)));
  }

  private static void judges(String name) {
    int space = name.lastIndexOf(' ');
    String version = name.substring(space + 1);
    String file = version.equals("6.12") ? "mm/mmap.c" : "fs/exec.c";
    String entry = version.equals("6.12") ? "relocate_vma_down" : "shift_arg_pages";
    EditedTree tree =
        new EditedTree(
            KernelTrees.open(version),
            Set.of(file),
            options(CONFIGS.getOrDefault(name.substring(0, space), "")));

    Verdict same =
        tree.judge(new Edit(file, entry, "old_end - old_start;", "old_end  - old_start;"));
    Verdict mistake =
        tree.judge(new Edit(file, entry, "old_end, new_end,\\s*next", "old_end, old_end,\nnext"));

    assertEquals("no-difference", same.word(), () -> "" + same);
    assertEquals("different", mistake.word(), () -> "" + mistake);
  }
}
