package org.mmlens.c;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mmlens.c.parse.Configuration;
import org.mmlens.ir.Function;
import org.mmlens.ir.Terminator;

/// What is C and not translated: a run that gets there ends undecided, with construct and line, and
/// the source is not called wrong.
final class HolesTest {
  private static final String BEFORE = "typedef unsigned __int128 u128;\nvoid *take(int *);\n";

  private static CProgram load(String text) {
    Map<String, String> files = Map.of("a.c", BEFORE + text);
    return new Frontend(
            p -> Optional.ofNullable(files.get(p)).map(t -> t.getBytes(StandardCharsets.UTF_8)),
            new Configuration(List.of("include"), Configuration.gnuMacros(), List.of()),
            new Frontend.Cache())
        .load(List.of("a.c"), List.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "int f(int x) { return x * 1.5; }|floating-point constant",
        "int f(double *x) { return *x > 1; }|value of type 'double' here",
        "void f(float *x) { *x = 1; }|value of type 'float'",
        "int f(double x) { return 1; }|parameter of type 'double'",
        "int f(u128 *x) { return *x / 3; }|division of '__int128'",
        "int f(u128 x) { return 1; }|parameter of type 'unsigned __int128'",
        "u128 f(long x) { return x; }|function that returns 'unsigned __int128'",
        "int f(u128 *x) { return x[1] ? x[0] : x[2]; }|conditional of type '__int128'",
        "int f(u128 *x, int *a) { return a[*x]; }|value of type 'unsigned __int128' here",
        "int f(int n) { int a[n]; return take(a) != 0; }|variable-length array",
        "int f(int n) { return sizeof(int[n]); }|variable-length array",
        "void *f(int n) { return __builtin_alloca(n); }|__builtin_alloca",
        "int f(int x) { asm(~mov %0, %0~ : ~+r~(x)); return x; }|asm",
        "int f(void) { int x; asm(~~ : ~=r~(x)); return x; }|asm output",
        "int f(int x) { asm goto(~jmp %l0~ : : : : l); return x; l: return 1; }|asm",
        "int f(int x) { int g(int y) { return x + y; } return 1; }|nested function",
        "int f(void) { return L'a'; }|wide character",
        "int f(void) { return L~a~[0]; }|wide string",
        "int f(int x) { return __builtin_frob(x); }|__builtin_frob",
        "int f(int x) { return __atomic_fetch_nand(&x, 1, 0); }|__atomic_fetch_nand",
      })
  void whatIsNotTranslatedIsAHoleThatNamesIt(String text, String construct) {
    CProgram program = load(text.replace('~', '"'));
    Function f = program.function("f").orElseThrow();

    assertEquals(List.of(), program.check(List.of("a.c")));
    assertEquals(
        List.of(new Terminator.Hole(construct, 3)),
        f.blocks().stream()
            .map(b -> b.end())
            .filter(Terminator.Hole.class::isInstance)
            .distinct()
            .toList());
  }
}
