package org.mmlens.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class KernelConfigTest {

  private final KernelConfig empty = new KernelConfig(new TreeMap<>());

  @Test
  void theStandardConfigurationDebugs() {
    KernelConfig config = KernelConfig.standard();

    assertTrue(config.on("CONFIG_DEBUG_VM"));
    assertEquals("4", config.values().get("CONFIG_PGTABLE_LEVELS"));
    assertFalse(config.on("CONFIG_SWAP"));
  }

  @Test
  void theLastLineAboutASymbolWins() {
    var reading =
        empty.with(".config", "CONFIG_A=y\nCONFIG_B=y\n# CONFIG_A is not set\nCONFIG_B=n\n");

    assertEquals("", reading.config().autoconf());
    assertEquals(0, reading.diagnostics().size());
  }

  @Test
  void autoconfSpellsModulesNumbersAndStrings() {
    String text = "CONFIG_A=m\nCONFIG_B=0x10\nCONFIG_C=\"a \\\"b\\\"\"\n\n# a comment\n";

    assertEquals(
        "#define CONFIG_A_MODULE 1\n#define CONFIG_B 0x10\n#define CONFIG_C \"a \\\"b\\\"\"\n",
        empty.with(".config", text).config().autoconf());
  }

  @Test
  void aLineThatCannotBeReadIsSaidWithItsNumber() {
    var reading = empty.with("my.config", "CONFIG_A=y\nCONFIG_B=1; int x;\nCONFIG_C=y\n");

    assertEquals("my.config:2", reading.diagnostics().getFirst().at().toString());
    assertEquals(1, reading.diagnostics().size());
    assertTrue(reading.config().on("CONFIG_C"));
  }

  @Test
  void aCarriageReturnBeforeTheLineEndIsNoPartOfTheValue() {
    assertTrue(empty.with(".config", "CONFIG_A=y\r\n").config().on("CONFIG_A"));
  }
}
