package org.mmlens.c;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mmlens.c.parse.Configuration;

/// What a touched file is told when it does not compile.
final class DiagnosticsTest {
  private static final String HEADER =
      """
      struct s { int a; };
      struct fwd;
      int known(int);
      #define NULL ((void *)0)
      """;

  private static List<String> check(String text) {
    Map<String, String> files = Map.of("a.c", "#include <h.h>\n" + text, "include/h.h", HEADER);
    var frontend =
        new Frontend(
            p -> Optional.ofNullable(files.get(p)).map(t -> t.getBytes(StandardCharsets.UTF_8)),
            new Configuration(List.of("include"), Configuration.gnuMacros(), List.of()),
            new Frontend.Cache());
    return frontend.load(List.of("a.c"), List.of("a.c")).check(List.of("a.c")).stream()
        .map(d -> d.at() + " " + d.code() + ": " + d.message())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "int g(void) { return f(1); }"
            + "|a.c:2:22 implicit-function: call of 'f', which is not declared",
        "int g(void) { return h(); } static int h(void) { return 1; }"
            + "|a.c:2:22 implicit-function: call of 'h', which is not declared",
        "int g(void) { return known(1, 2); }"
            + "|a.c:2:22 arguments: 1 arguments expected by 'known', found 2",
        "int g(void) { foo x; x = 1; return x; }|a.c:2:15 unknown-type: unknown type name 'foo'",
        "int g(void) { return y; }|a.c:2:22 undeclared: 'y' is not declared",
        "int g(struct s *p) { return p->b; }|a.c:2:29 no-member: 'struct s' has no member 'b'",
        "int g(struct fwd *p) { return p->b; }"
            + "|a.c:2:31 incomplete-type: member 'b' of incomplete type 'struct fwd'",
        "int g(void) { struct s *p = { .a = 1 }; return p->a; }"
            + "|a.c:2:31 initialiser: designator of a part of 'struct s *', which has none",
        "int g(struct s *p) { int x = p; return x; }"
            + "|a.c:2:30 int-conversion: integer 'int' expected, found pointer 'struct s *'",
        "struct s *g(int p) { return p; }"
            + "|a.c:2:29 int-conversion: pointer 'struct s *' expected, found integer 'int'",
        "void g(struct s *p) { struct fwd *q = p; }"
            + "|a.c:2:39 incompatible-pointer-types: pointer 'struct fwd *' expected,"
            + " found 'struct s *'",
        "int known(long);"
            + "|a.c:2:5 conflicting-types: 'known' declared as 'int known(long)',"
            + " before as 'int known(int)' at include/h.h:3:5",
        "int g(int x) { return x; } int g(int x) { return 2; }"
            + "|a.c:2:32 redefinition: 'g' is defined twice in this unit",
        "int g(int x) { return x }"
            + "|a.c:2:16 syntax: statement expected, found what cannot be read as one",
        "_Static_assert(sizeof(int) == 8, `no`);"
            + "|a.c:2:1 static-assert: static assertion failed: `no`",
        "int g(void) { goto out; return 1; }|a.c:2:15 label: label 'out' is not defined",
        "int g(const int *p) { *p = 3; return 0; }"
            + "|a.c:2:23 read-only: assignment to a read-only object",
        "int x = known(1);"
            + "|a.c:2:9 constant: constant expected to initialise a static object,"
            + " found 'known(1)'",
        "g(void) { return 0; }|a.c:2:1 implicit-int: type specifier expected, found none",
        "#include <missing.h>|a.c:2:1 preprocessor: unresolved inclusion: <missing.h>",
        "struct t { int a int b; };|a.c:2:12 syntax: member declaration expected",
        "int g(int a) { switch (a) { case 1: case 1: return 2; } return 0; }"
            + "|a.c:2:37 duplicate-case: value of 'case' that an earlier one has"
      })
  void whatIsWrongIsSaidWhereItIs(String text, String expected) {
    assertEquals(List.of(expected.replace('`', '"')), check(text.replace('`', '"')));
  }

  @Test
  void codeThatIsNeverReachedIsCheckedToo() {
    assertEquals(
        List.of("a.c:2:24 implicit-function: call of 'f', which is not declared"),
        check("int g(void) { if (0) { f(); } return 0; }"));
  }

  @Test
  void whatTheKernelIsBuiltWithIsAccepted() {
    String text =
        """
        static inline int f(struct s *p) { return p ? p->a : known(0); }
        int g(void *v, unsigned char *u) { struct s *p = v; char *c = u; c = v; return f(p) + !c; }
        struct s *h(void) { return NULL; }
        extern struct s *h(void);
        static int forward(int);
        int k(void) { return forward(h() == 0); }
        static int forward(int x) { return -x; }
        """;

    assertEquals(List.of(), check(text));
  }
}
