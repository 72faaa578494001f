package org.mmlens.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryTreeTest {

  @TempDir private Path folder;

  @BeforeEach
  void files() throws IOException {
    Path root = folder.resolve("root");
    Files.createDirectories(root.resolve("mm"));
    Files.createDirectories(root.resolve(".git"));
    Files.writeString(root.resolve("mm/mmap.c"), "int x;\n");
    Files.writeString(root.resolve(".git/config"), "secret");
    Files.writeString(folder.resolve("outside.c"), "int secret;\n");
    Files.createSymbolicLink(root.resolve("inside"), Path.of("mm/mmap.c"));
    Files.createSymbolicLink(root.resolve("out"), Path.of("../outside.c"));
    Files.createSymbolicLink(root.resolve("up"), Path.of(".."));
    Files.createSymbolicLink(root.resolve("loop"), Path.of("loop"));
  }

  private SourceTree tree() {
    return DirectoryTree.of(folder.resolve("root"), "test");
  }

  @Test
  void filesAreListedInPathOrderWithoutGitsOwn() {
    assertEquals(List.of("inside", "loop", "mm/mmap.c", "out", "up"), tree().list("").toList());
    assertEquals(List.of("mm/mmap.c"), tree().glob("mm/*.c").toList());
    assertEquals(List.of("mm/mmap.c"), tree().glob("**/mmap.?").toList());
  }

  @Test
  void theRootMayBeALink() throws IOException {
    Path link = folder.resolveSibling(folder.getFileName() + "-link");
    Files.createSymbolicLink(link, folder.resolve("tree"));
    Files.createDirectories(folder.resolve("tree"));
    Files.writeString(folder.resolve("tree/a.c"), "");

    assertEquals(List.of("a.c"), DirectoryTree.of(link, "link").list("").toList());
    Files.delete(link);
  }

  @Test
  void aLinkThatStaysInTheTreeIsFollowedAndOneThatLeavesIsNot() {
    assertEquals(Optional.of("int x;\n"), tree().text("inside"));
    assertEquals(Optional.empty(), tree().text("out"));
    assertEquals(Optional.empty(), tree().text("loop"));
    assertFalse(tree().exists("up/outside.c"));
  }

  @Test
  void noPathLeavesTheTree() {
    for (String path :
        List.of(
            "../outside.c",
            "mm/../../outside.c",
            "/etc/passwd",
            ".git/config",
            "",
            "mm//mmap.c",
            "mm")) {
      assertEquals(Optional.empty(), tree().blob(path), path);
    }
    assertEquals(List.of(), tree().list("..").toList());
    assertEquals(List.of(), tree().list("up").toList());
  }

  @Test
  void theBlobIdIsGits() {
    assertEquals(
        Optional.of("e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"), Samples.tree("f", "").blobId("f"));
  }

  @Test
  void aMissingFolderIsRefusedWithWhatWasExpected() {
    var opening =
        assertInstanceOf(Trees.Opening.Refused.class, Trees.directory(folder.resolve("no")));

    assertEquals("expected the folder of a kernel tree, found nothing", opening.why().message());
  }
}
