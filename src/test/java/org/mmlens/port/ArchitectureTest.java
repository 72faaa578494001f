package org.mmlens.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mmlens.c.parse.Sources;

final class ArchitectureTest {

  private static final String HEADERS = "arch/mmlens/include/";

  private final Map<String, String> files =
      new HashMap<>(
          Map.of(
              "Makefile", "VERSION = 6\nPATCHLEVEL = 12\nSUBLEVEL = 300\n",
              "include/asm-generic/exec.h", "",
              "include/uapi/asm-generic/errno.h", "",
              "include/asm-generic/bitsperlong.h", "",
              "mm/mmap.c", "",
              "mm/huge_memory.c", "",
              "include/linux/pgtable.h", "static inline void set_ptes(void) { }"));

  private Architecture architecture(KernelConfig config) {
    Sources tree =
        path ->
            Optional.ofNullable(files.get(path)).map(text -> text.getBytes(StandardCharsets.UTF_8));
    return Architecture.of(tree, config);
  }

  private Architecture architecture() {
    return architecture(KernelConfig.standard());
  }

  private Optional<String> read(String path) {
    return architecture()
        .sources()
        .read(path)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  @Test
  void headersOfOursComeFirst() {
    assertEquals(
        List.of("arch/mmlens/include", "arch/mmlens/include/uapi", "include", "include/uapi"),
        architecture().configuration().includePath());
    assertTrue(read(HEADERS + "asm/page.h").orElseThrow().contains("MMLENS_VMEMMAP"));
  }

  @Test
  void anAsmHeaderWeDoNotHaveIsTheGenericOne() {
    assertEquals("#include <asm-generic/exec.h>\n", read(HEADERS + "asm/exec.h").orElseThrow());
    assertEquals("#include <asm-generic/errno.h>\n", read(HEADERS + "asm/errno.h").orElseThrow());
    assertTrue(read(HEADERS + "asm/nothing.h").isEmpty());
  }

  @Test
  void aGenericHeaderDoesNotHideOneOfOursForUserSpace() {
    assertTrue(read(HEADERS + "asm/bitsperlong.h").isEmpty());
    assertTrue(read(HEADERS + "uapi/asm/bitsperlong.h").isPresent());
  }

  @Test
  void filesOfTheTreeAreRead() {
    assertEquals("", read("mm/mmap.c").orElseThrow());
    assertTrue(read("mm/other.c").isEmpty());
  }

  @Test
  void nothingOutsideOfTheOverlayIsRead() {
    assertTrue(read(HEADERS + "../../KernelConfig.class").isEmpty());
  }

  @Test
  void wordsOfTheTreeBecomeMacros() {
    String autoconf = read(HEADERS + "generated/autoconf.h").orElseThrow();

    assertTrue(autoconf.contains("#define MMLENS_HAVE_SET_PTES 1\n"));
    assertFalse(autoconf.contains("MMLENS_HAVE_PAGETABLE_DTOR"));
    assertTrue(autoconf.contains("#define CONFIG_PGTABLE_LEVELS 4\n"));
  }

  @Test
  void theVersionIsThatOfTheMakefile() {
    assertTrue(
        read(HEADERS + "uapi/linux/version.h")
            .orElseThrow()
            .startsWith("#define LINUX_VERSION_CODE " + ((6 << 16) + (12 << 8) + 255)));
  }

  @Test
  void unitsAreTheFilesThatAreThereAndSwitchedOn() {
    assertEquals(
        List.of("mm/huge_memory.c", "mm/mmap.c", "arch/mmlens/mmlens.c"), architecture().units());
    KernelConfig small =
        KernelConfig.standard()
            .with(".config", "# CONFIG_TRANSPARENT_HUGEPAGE is not set")
            .config();
    assertEquals(List.of("mm/mmap.c", "arch/mmlens/mmlens.c"), architecture(small).units());
  }

  @Test
  void aTreeWithItsOwnAsmHeadersGetsNothing() {
    files.put("include/asm/page.h", "");
    files.put("mm/swap.c", "");

    assertEquals(List.of("include", "include/uapi"), architecture().configuration().includePath());
    assertTrue(read(HEADERS + "asm/page.h").isEmpty());
    assertEquals(List.of("mm/huge_memory.c", "mm/mmap.c", "mm/swap.c"), architecture().units());
  }
}
