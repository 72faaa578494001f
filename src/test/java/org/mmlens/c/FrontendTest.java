package org.mmlens.c;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mmlens.c.parse.Configuration;
import org.mmlens.ir.Block;
import org.mmlens.ir.Function;
import org.mmlens.ir.StructLayout;
import org.mmlens.ir.Terminator;

final class FrontendTest {
  private final Map<String, String> files =
      new HashMap<>(
          Map.of(
              "include/h.h",
              """
              #define PAGE_SHIFT 12
              #define _AC(x, y) (x##y)
              #define PAGE_SIZE (_AC(1, UL) << PAGE_SHIFT)
              #define FLAGS (ONE | SIZE)
              #define SIZE sizeof(struct s)
              enum { ONE = 1, TWO };
              struct s { char c; union { long l; int i; }; unsigned b : 3; struct s *next; };
              typedef struct { unsigned long pte; } pte_t;
              static inline int shared(void) { return 3; }
              """,
              "a.c",
              "#include <h.h>\n"
                  + "static int same(void) { return shared(); }\n"
                  + "int a(void) { return same(); }\n",
              "b.c",
              "#include <h.h>\nint b(int x) { return shared() + x; }\n",
              "c.c",
              "#include <h.h>\n"
                  + "static int same(void) { return 2; }\n"
                  + "int c(void) { return same(); }\n"));
  private final Frontend.Cache cache = new Frontend.Cache();

  private CProgram load(List<String> alone) {
    return new Frontend(
            p -> Optional.ofNullable(files.get(p)).map(t -> t.getBytes(StandardCharsets.UTF_8)),
            new Configuration(List.of("include"), Configuration.gnuMacros(), List.of()),
            cache)
        .load(List.of("a.c", "b.c", "c.c"), alone);
  }

  @Test
  void filesThatDefineTheSameStaticNameAreUnitsOfTheirOwn() {
    List<List<String>> units = load(List.of()).units().stream().map(u -> u.files()).toList();

    assertEquals(List.of(List.of("a.c", "b.c"), List.of("c.c")), units);
  }

  @Test
  void staticFunctionsAreNamedWithTheirFile() {
    CProgram program = load(List.of());

    assertEquals(Optional.of("same@a.c"), program.symbolOf("same", "a.c"));
    assertEquals(Optional.of("same@c.c"), program.symbolOf("same", "c.c"));
    assertEquals(Optional.of("shared@include/h.h"), program.symbolOf("shared", "b.c"));
    assertEquals(Optional.of("b"), program.symbolOf("b", ""));
  }

  @Test
  void aUnitOfWhichNoFileChangedIsTheSameOnBothSides() {
    CProgram before = load(List.of("b.c"));
    files.put("b.c", files.get("b.c") + "int d(void) { return 4; }\n");
    CProgram after = load(List.of("b.c"));

    assertSame(before.function("a").orElseThrow(), after.function("a").orElseThrow());
    assertNotSame(before.function("b").orElseThrow(), after.function("b").orElseThrow());
  }

  @Test
  void macrosAndEnumeratorsHaveValues() {
    CProgram program = load(List.of());

    assertEquals(Optional.of(4096L), program.constant("PAGE_SIZE"));
    assertEquals(Optional.of(2L), program.constant("TWO"));
    assertEquals(Optional.of(33L), program.constant("FLAGS"));
    assertEquals(Optional.empty(), program.constant("_AC"));
    assertEquals(Optional.empty(), program.constant("NOWHERE"));
  }

  @Test
  void membersOfUnnamedUnionsAreLiftedIntoTheirStruct() {
    StructLayout layout = load(List.of()).layout("struct s").orElseThrow();

    assertEquals(32, layout.bytes());
    assertEquals(8, layout.field("i").orElseThrow().offset());
    assertEquals(new StructLayout.Bits(0, 3), layout.field("b").orElseThrow().bits());
    assertEquals("struct s *", layout.field("next").orElseThrow().type());
    assertEquals(8, load(List.of()).layout("pte_t").orElseThrow().bytes());
  }

  @Test
  void callsInBranchesThatAreNeverTakenAreNotInTheGraph() {
    files.put(
        "b.c",
        """
        void gone(void);
        int b(int x)
        {
        	if (sizeof(x) == 8 || (x && 0))
        		gone();
        	return 1 ? x : (gone(), 2);
        }
        """);

    Function b = load(List.of()).function("b").orElseThrow();

    assertEquals(List.of(), b.blocks().stream().flatMap(x -> x.instructions().stream()).toList());
  }

  @Test
  void whatCannotBeTranslatedIsAHoleWithItsLine() {
    files.put("b.c", "int b(int x)\n{\n\tif (x)\n\t\tasm(\"nop\");\n\treturn x;\n}\n");

    Function b = load(List.of()).function("b").orElseThrow();

    assertTrue(b.blocks().stream().map(Block::end).anyMatch(new Terminator.Hole("asm", 4)::equals));
  }

  @Test
  void whatAMacroExpandsToHasTheLineOfItsUse() {
    files.put(
        "b.c",
        "void f(int);\n#define F do { \\\n f(1); \\\n } while (0)\nvoid b(void)\n{\n\tF;\n}\n");

    Function b = load(List.of()).function("b").orElseThrow();
    var lines = new TreeSet<Integer>();
    b.blocks().forEach(block -> block.instructions().forEach(i -> lines.add(i.line())));

    assertEquals(new TreeSet<>(List.of(7)), lines);
  }
}
