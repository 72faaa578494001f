package org.mmlens.port;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mmlens.c.Frontend;
import org.mmlens.c.parse.Sources;
import org.mmlens.ir.Program;
import org.mmlens.jvm.Executable;
import org.mmlens.jvm.Linkage;
import org.mmlens.jvm.Linker;
import org.mmlens.jvm.Options;
import org.mmlens.machine.MachineConfig;

/// Trees compile for the machine as they are, and nothing they call is missing.
///
/// Kernel trees are those that `fixtures/fetch-linux` has unpacked, or the folders in
/// `-Dmmlens.kernels`; without any, only the fixture tree is compiled. The last of them by name is
/// compiled in every configuration.
final class TreesTest {

  private static final Path FIXTURE = Path.of("fixtures/linux");
  private static final String NO_THP =
      """
      # CONFIG_TRANSPARENT_HUGEPAGE is not set
      # CONFIG_PGTABLE_HAS_HUGE_LEAVES is not set
      # CONFIG_ARCH_ENABLE_THP_MIGRATION is not set
      """;
  private static final String NO_DEBUG =
      """
      # CONFIG_DEBUG_VM is not set
      # CONFIG_DEBUG_VM_MAPLE_TREE is not set
      # CONFIG_DEBUG_MAPLE_TREE is not set
      # CONFIG_DEBUG_VM_RB is not set
      # CONFIG_DEBUG_VM_PGFLAGS is not set
      """;

  /// Lines that change the standard configuration, by what they are about.
  private static final Map<String, String> CONFIGS =
      new TreeMap<>(
          Map.of(
              "standard", "",
              "five levels", "CONFIG_PGTABLE_LEVELS=5\n",
              "stack grows up", "CONFIG_STACK_GROWSUP=y\n",
              "no VMA lock", "# CONFIG_PER_VMA_LOCK is not set\n",
              "no huge pages", NO_THP,
              "no debugging", NO_DEBUG,
              "tables freed by RCU",
                  "CONFIG_MMU_GATHER_TABLE_FREE=y\nCONFIG_MMU_GATHER_RCU_TABLE_FREE=y\n",
              "gather without range", "CONFIG_MMU_GATHER_NO_RANGE=y\n",
              "gather with page size", "CONFIG_MMU_GATHER_PAGE_SIZE=y\n"));

  /// Called only where a configuration symbol that is off would have to be on.
  private static final Set<String> NEVER_CALLED =
      Set.of("change_huge_pmd", "linear_hugepage_index", "walk_page_range");

  private static final List<String> ENTRIES =
      List.of(
          "maple_tree_init",
          "ptlock_cache_init",
          "anon_vma_init",
          "mm_cache_init",
          "proc_caches_init",
          "mmap_init",
          "mm_alloc",
          "vm_area_alloc",
          "insert_vm_struct",
          "setup_arg_pages");

  private static Sources files(Path root) {
    return path -> {
      Path file = root.resolve(path);
      try {
        return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  private static Executable link(Path tree, KernelConfig config) {
    Architecture port = Architecture.of(files(tree), config);
    Program program =
        new Frontend(port.sources(), port.configuration(), new Frontend.Cache())
            .load(port.units(), List.of());
    List<String> entries =
        ENTRIES.stream().filter(name -> program.symbolOf(name, "").isPresent()).toList();
    return Linker.link(program, new KernelModels(), entries, Options.standard());
  }

  private static void isComplete(Executable program) {
    Linkage linkage = program.linkage();
    assertEquals("{}", linkage.holes().toString());
    assertEquals(Set.of(), missing(linkage));
  }

  private static Set<String> missing(Linkage linkage) {
    Set<String> names = new TreeSet<>(linkage.unresolved().keySet());
    names.removeAll(NEVER_CALLED);
    return names;
  }

  @Test
  void theFixtureTreeCallsNothingThatIsMissing() {
    Executable program = link(FIXTURE, KernelConfig.standard());

    isComplete(program);
    boots(program);
  }

  private static void boots(Executable program) {
    var machine = program.newMachine(MachineConfig.standard());
    for (String name : ENTRIES.subList(0, 6)) {
      if (program.linkage().compiled().stream().anyMatch(f -> f.name().equals(name))) {
        program.call(machine, name);
      }
    }
    assertEquals(List.of(), machine.events().all());
  }

  @TestFactory
  Stream<DynamicTest> kernelTreesCallNothingThatIsMissing() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    List<Path> trees = kernels();
    for (Path tree : trees) {
      for (String name : tree.equals(trees.getLast()) ? CONFIGS.keySet() : Set.of("standard")) {
        tests.add(
            DynamicTest.dynamicTest(tree.getFileName() + ", " + name, () -> compiles(tree, name)));
      }
    }
    return tests.stream();
  }

  private static void compiles(Path tree, String name) {
    var reading = KernelConfig.standard().with(name, CONFIGS.getOrDefault(name, ""));
    assertEquals(List.of(), reading.diagnostics());

    Executable program = link(tree, reading.config());

    isComplete(program);
    boots(program);
  }

  private static List<Path> kernels() throws IOException {
    Path folder = Path.of(System.getProperty("mmlens.kernels", "fixtures/kernels"));
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(folder)) {
      return found.filter(f -> Files.isRegularFile(f.resolve("mm/mmap.c"))).sorted().toList();
    }
  }
}
