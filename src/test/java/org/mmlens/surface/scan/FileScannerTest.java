package org.mmlens.surface.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FileScannerTest {

  @Test
  void functionIsReadWithoutItsAttributes() {
    assertEquals(
        List.of("function f int(const char *, unsigned long) 2"),
        entities(
            """
            /* f() */
            static int __init __must_check f(const char *s, long unsigned n) __acquires(lock)
            {
              if (n) { return '{'; }
              return "}"[0];
            }
            """));
  }

  @Test
  void attributeWithArgumentsIsNotTakenForTheName() {
    assertEquals(
        List.of("function warn void(const char *, ...) 1"),
        entities("extern __printf(1, 2) void warn(const char *format, ...);"));
  }

  @Test
  void attributesOfASubsystemBehindTheParametersAreNoNames() {
    assertEquals(
        List.of(
            "function __kmalloc void *(size_t) 1",
            "function __hint __u32(int) 2",
            "function last void(int) 3"),
        entities(
            """
            void *__kmalloc(size_t size) __assume_kmalloc_alignment __alloc_size(1);
            __printf(1, 2) __u32 __hint(int);
            void last(int) __some_thing(1, 2) __other { }
            """));
  }

  @Test
  void functionWhoseNameBeginsLikeAnAttributeIsRead() {
    assertEquals(
        List.of("function __init_region int(void *) 1", "variable __init_begin char * 2"),
        entities("int __init_region(void *p);\nextern char __init_begin[], __ignored;\n")
            .subList(0, 2));
  }

  @Test
  void prototypeOverSeveralLinesIsTheSameAsOnOne() {
    assertEquals(
        entities("int f(struct a *x, unsigned int y);"),
        entities("int f(struct a *x,\n      unsigned y);"));
  }

  @Test
  void staticInlineFunctionIsAKindOfItsOwn() {
    assertEquals(
        List.of("static inline function f struct page *(int) 1"),
        entities("static __always_inline struct page *f(int i) { return pages + i; }"));
  }

  @Test
  void bothBranchesOfAConditionalAreRead() {
    FileFacts facts =
        scan(
            """
            #ifdef CONFIG_MMU
            int f(int);
            #else
            static inline int f(int i) { return 0; }
            #endif
            """);

    assertEquals(
        List.of("CONFIG_MMU", "!CONFIG_MMU"),
        facts.entities().stream().map(e -> e.place().condition().text()).toList());
  }

  @Test
  void bracesOpenedInBothBranchesCloseOnce() {
    assertEquals(
        List.of("function f void(int) 1", "function g void() 10"),
        entities(
            """
            void f(int a)
            {
            #if A
              if (a) {
            #else
              while (a) {
            #endif
              }
            }
            void g(void) {}
            """));
  }

  @Test
  void guardOfAHeaderIsNoCondition() {
    FileFacts facts = scan("#ifndef _A_H\n#define _A_H\nint f(void);\n#endif\n");

    assertEquals(
        List.of("f "),
        facts.entities().stream().map(e -> e.name() + " " + e.place().condition().text()).toList());
  }

  @Test
  void macroUsedLikeADeclarationNeedsNoSemicolon() {
    assertEquals(
        List.of("function f int() 3"),
        entities("MODULE_THING(a)\nEXPORT_SYMBOL(b)\nint f(void) { return 0; }\n"));
  }

  @Test
  void systemCallIsAFunction() {
    assertEquals(
        List.of("function sys_brk (unsigned long) 1"),
        entities("SYSCALL_DEFINE1(brk, unsigned long, brk) { return 0; }").stream()
            .map(line -> line.replaceFirst("\\(.*\\)", "(unsigned long)"))
            .toList());
  }

  @Test
  void definersNameObjects() {
    assertEquals(
        List.of(
            "variable lock DEFINE_MUTEX 1", "variable count int 2", "variable head LIST_HEAD 3"),
        entities(
            "static DEFINE_MUTEX(lock);\n"
                + "DEFINE_PER_CPU(int, count) = 3;\n"
                + "static LIST_HEAD(head);\n"));
  }

  @Test
  void functionPointerIsAVariable() {
    assertEquals(
        List.of("variable hook int(*)(int) 1"), entities("static int (*hook)(int) = f;\n"));
  }

  @Test
  void structuresHaveMembersOfAnonymousOnesToo() {
    FileFacts facts =
        scan(
            "struct s { int a, *b; union { long c; struct { char d[4]; }; }; u8 e:3; }"
                + " __packed;\n");

    assertEquals(
        List.of("int a", "int b", "long c", "char *d", "u8:3 e"),
        facts.entities().getFirst().shape().members().stream().map(Parameter::toString).toList());
  }

  @Test
  void enumerationsHaveConstants() {
    assertEquals(
        List.of("enumerator A  1", "enumerator B  1", "enum e  1"),
        entities("enum e { A = 1 << 2, B };\n"));
  }

  @Test
  void exportsOfAllSpellingsAreRead() {
    FileFacts facts =
        scan(
            """
            EXPORT_SYMBOL(a);
            EXPORT_SYMBOL_GPL(b);
            EXPORT_SYMBOL_NS(c, N);
            EXPORT_SYMBOL_NS_GPL(d, "M");
            EXPORT_SYMBOL_FOR_MODULES(e, "kvm,vfio");
            EXPORT_TRACEPOINT_SYMBOL_GPL(f);
            """);

    assertEquals(
        List.of(
            "a all modules",
            "b GPL modules",
            "c modules of N",
            "d modules of M",
            "e modules of module:kvm,vfio",
            "__tracepoint_f GPL modules"),
        facts.exports().stream().map(e -> e.symbol() + " " + e.audienceText()).toList());
  }

  @Test
  void kernelDocBelongsToTheFunctionItNames() {
    FileFacts facts =
        scan(
            "/**\n"
                + " * f() - does\n"
                + " * @a: one\n"
                + " *\n"
                + " * Return: none\n"
                + " */\n"
                + "int f(int a);\n"
                + "int g(int a);\n");

    assertEquals(
        List.of("[a]true", ""),
        facts.entities().stream()
            .map(e -> e.shape().doc().map(d -> d.parameters() + "" + d.returns()).orElse(""))
            .toList());
  }

  @Test
  void usesAreToldFromMembersLocalsAndText() {
    assertEquals(
        List.of("CALL 5 in h", "MENTION 6 in h", "MENTION 9 in ops", "CALL 12 in M"),
        uses(
            """
            int f(int);
            /* f(1) */
            int h(struct s *p)
            {
              p->f(2); x.f = 3; f(4);
              run(f, "f(5)");
            }
            int g(int f) { return f; }
            struct o ops = { .f = f };
            #ifdef f
            #endif
            #define M(x) f(x)
            """));
  }

  @Test
  void structureOfAMemberIsTakenFromTheDeclarationOfItsObject() {
    String text =
        "int g(struct a *x) { struct b *y, *z; struct c w; return x->f + z->f + w.f + x->p->f; }";

    List<Use> uses = FileScanner.uses("a.c", bytes(text), Set.of("f"));

    assertEquals(List.of("a", "b", "c", ""), uses.stream().map(Use::structure).toList());
  }

  @Test
  void argumentsOfCallsAreCounted() {
    List<Use> uses =
        FileScanner.uses(
            "a.c", bytes("int h(void) { return f() + f(g(1, 2)) + f(a, (b, c)); }"), Set.of("f"));

    assertEquals(List.of(0, 1, 2), uses.stream().map(u -> u.arguments().orElse(-1)).toList());
  }

  @Test
  void anyBytesCanBeScanned() {
    var random = new Random(1);
    String alphabet = "#{}()[];,\"'\\\n/*+ifdefelse \u00e9static int x=";
    for (int round = 0; round < 3000; round++) {
      String text =
          random
              .ints(60, 0, alphabet.length())
              .mapToObj(i -> alphabet.substring(i, i + 1))
              .collect(Collectors.joining());

      FileFacts facts = FileScanner.scan("a.c", bytes(text));

      assertTrue(facts.entities().size() < 60, text);
      FileScanner.uses("a.c", bytes(text), Set.of("x", "i"));
    }
  }

  private static List<String> entities(String text) {
    return scan(text).entities().stream()
        .map(
            e ->
                String.join(
                    " ",
                    e.kind().word(),
                    e.name(),
                    e.shape().signature().types(),
                    Integer.toString(e.place().at().line())))
        .toList();
  }

  private static List<String> uses(String text) {
    return FileScanner.uses("a.c", bytes(text), Set.of("f")).stream()
        .filter(use -> use.manner() != Use.Manner.MEMBER)
        .map(use -> use.manner() + " " + use.at().line() + " in " + use.around().name())
        .toList();
  }

  private static FileFacts scan(String text) {
    return FileScanner.scan("a.c", bytes(text));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
