package org.mmlens.c;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mmlens.c.parse.Configuration;
import org.mmlens.cache.Store;
import org.mmlens.ir.Function;
import org.mmlens.ir.packed.PackedIr;

class MemoryTest {

  private static final int STEP_BYTES = 40;

  @TempDir private Path folder;

  private final Map<String, String> files =
      new HashMap<>(
          Map.of(
              "include/h.h",
              """
              #define SIZE sizeof(struct s)
              enum { ONE = 1, TWO };
              struct s { char c; unsigned b : 3; struct s *next; };
              extern struct s other;
              static inline int shared(int x)
              {
                static int calls = 7;
                return x + calls++;
              }
              """,
              "a.c",
              """
              #include <h.h>
              #if TWO
              int gone;
              #endif
              static struct s table[2] = { { .c = 'x' }, { .b = 5, .next = &table[0] } };
              const char *a(int x)
              {
                switch (x) {
                case 1 ... 4: return "few";
                default: return table[x].next ? "many" : "none";
                }
              }
              """,
              "b.c",
              "#include <h.h>\nint b(int x) { return x > ONE ? shared(x) : (int)SIZE; }\n"));

  private final Map<String, String> stamps = new HashMap<>();
  private final Set<String> read = ConcurrentHashMap.newKeySet();

  private CProgram load() {
    return load(new Frontend.Cache(store(), Optional.of("here")));
  }

  private Store store() {
    return new Store(folder, "test", 1 << 20, InstantSource.system());
  }

  private CProgram load(Frontend.Cache cache) {
    return new Frontend(
            p -> {
              read.add(p);
              return Optional.ofNullable(files.get(p)).map(t -> t.getBytes(StandardCharsets.UTF_8));
            },
            p -> Optional.ofNullable(stamps.get(p)),
            new Configuration(List.of("include", "more"), Configuration.gnuMacros(), List.of()),
            cache)
        .load(List.of("a.c", "b.c"), List.of("b.c"));
  }

  private static boolean parsed(CProgram program) {
    return program.units().stream().anyMatch(u -> u instanceof RememberedUnit r && r.parsed());
  }

  /// What is asked of a program, as text.
  private static String ask(CProgram program) {
    var out = new StringBuilder();
    for (String symbol : List.of("a", "b", "shared@include/h.h", "nowhere")) {
      out.append(program.function(symbol)).append('\n');
    }
    out.append(program.symbolOf("shared", "b.c")).append(program.symbolOf("nowhere", ""));
    for (String symbol : List.of("table@a.c", "shared.calls@include/h.h", "other", "nowhere")) {
      out.append(program.global(symbol).map(PackedIr::pack).map(List::of).map(MemoryTest::hex));
      out.append(program.declared(symbol).map(PackedIr::pack).map(List::of).map(MemoryTest::hex));
      out.append(program.whyBroken(symbol)).append('\n');
    }
    out.append(program.layout("struct s")).append(program.layout("struct none")).append('\n');
    out.append(program.constant("TWO")).append(program.constant("SIZE")).append('\n');
    out.append(program.skipped("a.c")).append(program.skipped("c.c")).append('\n');
    out.append(program.check(List.of("b.c"))).append('\n');
    return out.toString();
  }

  private static String hex(List<byte[]> bytes) {
    return java.util.HexFormat.of().formatHex(bytes.getFirst());
  }

  private String fresh() {
    return ask(load(new Frontend.Cache()));
  }

  /// Asks in a run of its own and keeps what that gives.
  private String asked() {
    var cache = new Frontend.Cache(store(), Optional.of("here"));
    String answers = ask(load(cache));
    cache.save();
    return answers;
  }

  @Test
  void whatWasAskedBeforeIsAnsweredAlikeWithoutParsing() {
    String first = asked();

    CProgram program = load();

    assertEquals(fresh(), first);
    assertEquals(first, ask(program));
    assertFalse(parsed(program));
  }

  @Test
  void whatWasNotAskedBeforeIsParsedAndAnsweredAsByANewUnit() {
    var cache = new Frontend.Cache(store(), Optional.of("here"));
    CProgram some = load(cache);
    some.function("a");
    some.global("shared.calls@include/h.h");
    cache.save();

    CProgram program = load();
    Optional<Function> a = program.function("a");
    assertFalse(parsed(program));

    assertEquals(fresh(), ask(program));
    assertTrue(parsed(program));
    assertEquals(load(new Frontend.Cache()).function("a"), a);
  }

  @Test
  void aChangeOfAnyFileIsSeen() {
    for (String path : List.copyOf(files.keySet())) {
      asked();
      files.put(path, files.get(path).replace("5", "6").replace("int x", "long x"));
      String expected = fresh();

      assertEquals(expected, asked(), path);
      assertEquals(expected, asked(), path + " again");
    }
  }

  @Test
  void aHeaderThatComesToLieInFrontOfAnotherIsSeen() {
    files.put("more/h.h", files.remove("include/h.h").replace("7", "8"));
    asked();
    files.put("include/h.h", files.get("more/h.h").replace("8", "9"));

    String second = asked();

    assertEquals(fresh(), second);
  }

  @Test
  void aFileWithTheStampItHadIsNotRead() {
    stamps.put("include/h.h", "1");
    String expected = asked();
    read.clear();

    assertEquals(expected, asked());
    assertFalse(read.contains("include/h.h"), "" + read);
    assertTrue(read.contains("a.c"), "" + read);
  }

  @Test
  void aFileWithAnotherStampOrNoneIsRead() {
    stamps.put("include/h.h", "1");
    asked();
    files.put("include/h.h", files.get("include/h.h").replace("7", "8"));
    stamps.put("include/h.h", "2");
    String second = asked();
    files.put("include/h.h", files.get("include/h.h").replace("8", "9"));
    stamps.remove("include/h.h");
    String third = asked();

    assertTrue(third.equals(fresh()) && !second.equals(third), third);
    assertEquals(third, asked());
  }

  @Test
  void whatIsWrongInAFileIsSaidEachTime() {
    files.put("b.c", "int b(void) { return missing; }\n");

    String first = asked();

    assertTrue(first.contains("missing"), first);
    assertEquals(first, asked());
  }

  @Test
  void damageAnywhereIsNoticedAndMendedWithTheSameAnswers() throws IOException {
    String expected = asked();
    int damaged = 0;
    for (Path entry : entries()) {
      byte[] whole = Files.readAllBytes(entry);
      for (int at = 0; at < whole.length; at += STEP_BYTES) {
        byte[] bytes = whole.clone();
        bytes[at] ^= 0x55;
        Files.write(entry, bytes);

        assertEquals(expected, asked(), entry.getFileName() + " at " + at);
        assertArrayEquals(whole, Files.readAllBytes(entry), entry.getFileName() + " at " + at);
        damaged++;
      }
    }
    assertTrue(damaged > 20, damaged + " places");
  }

  @Test
  void aFolderThatIsEmptiedIsFilledAgain() throws IOException {
    String expected = asked();
    int kept = entries().size();
    for (Path entry : entries()) {
      Files.delete(entry);
    }

    assertEquals(expected, asked());
    assertEquals(kept, entries().size());
  }

  private List<Path> entries() {
    try (Stream<Path> found = Files.walk(folder)) {
      return found.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
