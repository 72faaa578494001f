package org.mmlens.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mmlens.tree.DirectoryTree;

class NameIndexTest {

  @TempDir Path folder;

  private Path store;

  @BeforeEach
  void tree() throws IOException {
    store = folder.resolve("cache/names");
    write("mm/a.c", "int grow(void);", 1000);
    write("mm/b.c", "int cut(void);", 1000);
    write("mm/c.txt", "grow cut", 1000);
  }

  @Test
  void filesAreFoundByTheNamesInThem() {
    assertEquals(Set.of("mm/a.c"), files("grow"));
    assertEquals(Set.of("mm/b.c"), files("cut"));
  }

  @Test
  void storedFiltersAnswerWithoutTheFile() throws IOException {
    files("grow");

    write("mm/a.c", "int shut(void);", 1000);

    assertEquals(Set.of("mm/a.c"), files("grow"), "same size and time: taken for the same content");
  }

  @Test
  void changedFileIsReadAgain() throws IOException {
    files("grow");

    write("mm/a.c", "int shut(void);", 2000);

    assertEquals(Set.of(), files("grow"));
    assertEquals(Set.of("mm/a.c"), files("shut"));
  }

  @Test
  void fileThatWasJustWrittenIsNotStored() throws IOException {
    Files.writeString(folder.resolve("tree/mm/a.c"), "int grow(void);");
    files("grow");
    Files.writeString(folder.resolve("tree/mm/a.c"), "int shut(void);");

    assertEquals(Set.of("mm/a.c"), files("shut"));
  }

  @Test
  void damagedStoreIsAsGoodAsNone() throws IOException {
    files("grow");
    byte[] bytes = Files.readAllBytes(store);
    for (int length : List.of(0, 5, bytes.length / 2, bytes.length - 1)) {
      Files.write(store, Arrays.copyOf(bytes, length));

      assertEquals(Set.of("mm/a.c"), files("grow"));
    }
    assertFalse(files("cut").isEmpty());
  }

  @Test
  void aWrongBitInTheStoreIsNoticed() throws IOException {
    files("grow");
    byte[] bytes = Files.readAllBytes(store);
    for (int at = 0; at < bytes.length; at++) {
      byte[] damaged = bytes.clone();
      damaged[at] ^= 0x10;
      Files.write(store, damaged);

      assertEquals(Set.of("mm/a.c"), files("grow"), "byte " + at);
    }
  }

  @Test
  void cacheHoldsOneFileForEachTreeAndDropsTheOldestBeyondItsRoom() throws IOException {
    Path kept = folder.resolve("cache");
    var cache = new NameCache(kept, 400);
    for (String name : List.of("one", "two", "three")) {
      write("../" + name + "/mm/a.c", "int grow(void);", 1000);
      write("../" + name + "/mm/b.c", "int cut(void);", 1000);
      Surface.of(DirectoryTree.of(folder.resolve(name), name), Optional.of(cache));
      Surface.of(DirectoryTree.of(folder.resolve(name), name), Optional.of(cache));
      for (Path file : list(kept)) {
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(name.length())));
      }
    }

    long bytes = 0;
    for (Path file : list(kept)) {
      bytes += Files.size(file);
    }
    assertTrue(bytes > 0 && bytes <= 400, bytes + " bytes");
  }

  @Test
  void severalRunsMayUseTheCacheAtOnce() throws IOException {
    var cache = new NameCache(folder.resolve("cache"), NameCache.ROOM);
    var tree = DirectoryTree.of(folder.resolve("tree"), "tree");

    List<Integer> users =
        IntStream.range(0, 16)
            .parallel()
            .mapToObj(run -> Surface.of(tree, Optional.of(cache)).symbols("grow").size())
            .distinct()
            .toList();

    assertEquals(List.of(1), users);
    assertEquals(1, list(folder.resolve("cache")).size());
  }

  @Test
  void folderThatCannotBeMadeIsNotMissed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    var cache = new NameCache(file.resolve("cache"), NameCache.ROOM);
    var tree = DirectoryTree.of(folder.resolve("tree"), "tree");

    assertEquals(1, Surface.of(tree, Optional.of(cache)).symbols("grow").size());
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private Set<String> files(String name) {
    var tree = DirectoryTree.of(folder.resolve("tree"), "tree");
    return NameIndex.of(tree, store).candidates(List.of(name)).getOrDefault(name, Set.of());
  }

  private void write(String path, String text, long second) throws IOException {
    Path file = folder.resolve("tree").resolve(path).normalize();
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(second)));
  }
}
