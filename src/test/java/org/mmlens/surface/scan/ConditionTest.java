package org.mmlens.surface.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConditionTest {

  @Test
  void allSpellingsOfATestAreOneAtom() {
    assertEquals("CONFIG_A", condition("#ifdef CONFIG_A"));
    assertEquals("CONFIG_A", condition("#if defined(CONFIG_A)"));
    assertEquals("CONFIG_A", condition("#if IS_ENABLED(CONFIG_A)"));
    assertEquals("!CONFIG_A", condition("#ifndef CONFIG_A"));
  }

  @Test
  void operatorsAreTakenApart() {
    assertEquals("A && (B || !C)", condition("#if defined(A) && (defined B || !defined(C))"));
    assertEquals("BITS_PER_LONG == 64", condition("#if BITS_PER_LONG == 64"));
  }

  @Test
  void elseIsTheOppositeOfAllBranchesBefore() {
    assertEquals("!A && !B", condition("#ifdef A\n#elif defined(B)\n#else"));
  }

  @Test
  void settingDecidesAsFarAsItGoes() {
    Condition condition = new Condition.Atom("A").and(new Condition.Atom("B").negated());

    assertEquals(Optional.of(false), condition.under(Map.of("A", false)));
    assertEquals(Optional.empty(), condition.under(Map.of("A", true)));
    assertEquals(Optional.of(true), condition.under(Map.of("A", true, "B", false)));
  }

  @Test
  void contradictionCannotHold() {
    var atom = new Condition.Atom("A");

    assertFalse(atom.and(atom.negated()).satisfiable());
    assertTrue(atom.and(new Condition.Atom("B").negated()).satisfiable());
    assertTrue(Condition.always().satisfiable());
  }

  @Test
  void ifZeroNeverHolds() {
    FileFacts facts = scan("#if 0\nint x;\n#endif\n");

    assertFalse(facts.entities().getFirst().place().condition().satisfiable());
  }

  private static String condition(String directives) {
    return scan(directives + "\nint x;\n").entities().getLast().place().condition().text();
  }

  private static FileFacts scan(String text) {
    return FileScanner.scan("a.c", text.getBytes(StandardCharsets.UTF_8));
  }
}
