package org.mmlens.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {

  private static final long ROOM = 1 << 20;
  private static final List<String> KEY = List.of("configuration", "mm/vma.c");

  @TempDir private Path folder;
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private Store store;

  @BeforeEach
  void open() {
    store = store("build 1");
  }

  private Store store(String tool) {
    return new Store(folder.resolve("cache"), tool, ROOM, () -> now);
  }

  @Test
  void whatWasPutIsFoundAgain() {
    store.put("program", KEY, bytes("int x;"));

    assertEquals(Optional.of("int x;"), text("program", KEY));
  }

  @Test
  void nothingIsFoundUnderAnotherKeyKindOrBuild() {
    store.put("program", List.of("ab", "c"), bytes("int x;"));

    assertEquals(Optional.empty(), text("program", List.of("a", "bc")));
    assertEquals(Optional.empty(), text("program", List.of("ab", "c", "")));
    assertEquals(Optional.empty(), text("review", List.of("ab", "c")));
    assertEquals(Optional.empty(), store("build 2").get("program", List.of("ab", "c")));
  }

  @Test
  void aLaterContentTakesThePlaceOfAnEarlierOne() {
    store.put("program", KEY, bytes("one"));
    store.put("program", KEY, bytes("two"));

    assertEquals(Optional.of("two"), text("program", KEY));
    assertEquals(1, entries().size());
  }

  @Test
  void anEmptyContentIsAContent() {
    store.put("review", KEY, new byte[0]);

    assertEquals(Optional.of(""), text("review", KEY));
  }

  @Test
  void damageOfAnyByteIsNoticed() throws IOException {
    store.put("program", KEY, bytes("int x;"));
    Path file = entries().getFirst();
    byte[] whole = Files.readAllBytes(file);

    for (int at = 0; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x10;
      Files.write(file, damaged);
      assertEquals(Optional.empty(), text("program", KEY), "byte " + at);
      Files.write(file, Arrays.copyOf(whole, at));
      assertEquals(Optional.empty(), text("program", KEY), "cut at " + at);
    }
    Files.write(file, Arrays.copyOf(whole, whole.length + 1));
    assertEquals(Optional.empty(), text("program", KEY), "one byte more");
    Files.write(file, whole);
    assertEquals(Optional.of("int x;"), text("program", KEY));
  }

  @Test
  void anEntryUnderTheNameOfAnotherIsNotBelieved() throws IOException {
    store.put("program", KEY, bytes("int x;"));
    Path one = entries().getFirst();
    store.put("program", List.of("other"), bytes("int y;"));
    Path other = entries().stream().filter(file -> !file.equals(one)).findFirst().orElseThrow();

    Files.write(other, Files.readAllBytes(one));

    assertEquals(Optional.empty(), text("program", List.of("other")));
    assertEquals(Optional.of("int x;"), text("program", KEY));
  }

  @Test
  void whatWasNotUsedForLongestMakesRoom() {
    byte[] third = new byte[(int) ROOM / 3 - 100];
    for (String key : List.of("a", "b", "c")) {
      store.put("program", List.of(key), third);
      now = now.plus(Duration.ofMinutes(5));
    }
    store.get("program", List.of("a"));
    now = now.plus(Duration.ofMinutes(5));

    store.put("review", List.of("d"), third);

    assertEquals(List.of("a", "c"), found("program", "a", "b", "c"));
    assertEquals(List.of("d"), found("review", "d"));
  }

  @Test
  void anEntryLargerThanAllRoomIsKeptUntilTheNext() {
    store.put("program", List.of("a"), new byte[(int) ROOM * 2]);
    assertEquals(List.of("a"), found("program", "a"));

    now = now.plus(Duration.ofMinutes(5));
    store.put("program", List.of("b"), new byte[1]);

    assertEquals(List.of("b"), found("program", "a", "b"));
  }

  @Test
  void whatNobodyAsksForGoesAfterAMonth() {
    store.put("program", List.of("a"), new byte[1]);
    now = now.plus(Store.UNUSED).plusSeconds(1);

    store.put("program", List.of("b"), new byte[1]);

    assertEquals(List.of("b"), found("program", "a", "b"));
  }

  @Test
  void filesOfOthersAreLeftAloneAndUnfinishedOnesGo() throws IOException {
    store.put("program", KEY, bytes("int x;"));
    Path kind = entries().getFirst().getParent();
    Path other = Files.write(kind.resolve("notes.txt"), bytes("mine"));
    Path unfinished = Files.write(kind.resolve("next1.next"), bytes("cut"));
    for (Path file : List.of(other, unfinished)) {
      Files.setLastModifiedTime(file, FileTime.from(now.minus(Duration.ofDays(90))));
    }
    Path begun = Files.write(kind.resolve("next2.next"), bytes("cut"));
    Files.setLastModifiedTime(begun, FileTime.from(now));

    store.put("program", KEY, bytes("int y;"));

    assertTrue(Files.exists(other));
    assertTrue(Files.exists(begun));
    assertTrue(Files.notExists(unfinished));
  }

  @Test
  void aFolderThatCannotBeMadeIsNotMissed() throws IOException {
    Path file = Files.write(folder.resolve("file"), bytes("not a folder"));
    Store none = new Store(file.resolve("cache"), "build 1", ROOM, () -> now);

    none.put("program", KEY, bytes("int x;"));

    assertEquals(Optional.empty(), none.get("program", KEY));
  }

  @Test
  void manyWritersAndReadersSeeWholeEntries() throws Exception {
    byte[] ones = new byte[200_000];
    byte[] twos = new byte[200_001];
    Arrays.fill(ones, (byte) 1);
    Arrays.fill(twos, (byte) 2);
    List<Callable<Integer>> work = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      byte[] content = i % 2 == 0 ? ones : twos;
      work.add(
          () -> {
            store.put("program", KEY, content);
            byte[] seen = store.get("program", KEY).orElseThrow();
            assertArrayEquals(seen[0] == 1 ? ones : twos, seen);
            return 1;
          });
    }

    try (var threads = Executors.newFixedThreadPool(8)) {
      for (Future<Integer> done : threads.invokeAll(work)) {
        assertEquals(1, done.get());
      }
    }
    assertEquals(1, entries().size());
  }

  private List<String> found(String kind, String... keys) {
    return Stream.of(keys).filter(key -> store.get(kind, List.of(key)).isPresent()).toList();
  }

  private Optional<String> text(String kind, List<String> key) {
    return store.get(kind, key).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private List<Path> entries() {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
