package org.mmlens.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
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

  private Set<String> files(String name) {
    var tree = DirectoryTree.of(folder.resolve("tree"), "tree");
    return NameIndex.of(tree, store).candidates(List.of(name)).getOrDefault(name, Set.of());
  }

  private void write(String path, String text, long second) throws IOException {
    Path file = folder.resolve("tree").resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(second)));
  }
}
