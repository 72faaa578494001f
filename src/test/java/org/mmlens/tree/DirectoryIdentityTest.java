package org.mmlens.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryIdentityTest {

  private static final Instant LATER = Instant.parse("2999-01-01T00:00:00Z");

  @TempDir private Path folder;

  @BeforeEach
  void makesATree() throws IOException {
    Files.createDirectories(folder.resolve("mm"));
    Files.createDirectories(folder.resolve(".git"));
    Files.writeString(folder.resolve("mm/a.c"), "int a;\n");
    Files.createSymbolicLink(folder.resolve("mm/link.c"), Path.of("a.c"));
  }

  private Optional<String> identity() {
    return DirectoryIdentity.of(folder, LATER);
  }

  @Test
  void aFolderThatIsLeftAloneStaysTheSame() throws IOException {
    Optional<String> before = identity();
    Files.writeString(folder.resolve(".git/index"), "");

    assertEquals(true, before.isPresent());
    assertEquals(before, identity());
  }

  @Test
  void aFileOfTheSameSizeAndTimeIsAnotherOne() throws IOException {
    Optional<String> before = identity();
    FileTime time = Files.getLastModifiedTime(folder.resolve("mm/a.c"));
    Files.writeString(folder.resolve("mm/a.c"), "int b;\n");
    Files.setLastModifiedTime(folder.resolve("mm/a.c"), time);

    assertNotEquals(before, identity());
  }

  @Test
  void newFilesLostFilesAndOtherModesAreSeen() throws IOException {
    Optional<String> before = identity();
    Files.writeString(folder.resolve("mm/b.c"), "");
    Optional<String> more = identity();
    Files.delete(folder.resolve("mm/b.c"));
    Files.delete(folder.resolve("mm/link.c"));
    Optional<String> less = identity();
    folder.resolve("mm/a.c").toFile().setExecutable(true);

    assertNotEquals(before, more);
    assertNotEquals(before, less);
    assertNotEquals(less, identity());
  }

  @Test
  void aFolderThatWasChangedJustNowHasNone() {
    assertEquals(Optional.empty(), DirectoryIdentity.of(folder, Instant.EPOCH));
    assertEquals(Optional.empty(), DirectoryTree.of(folder, "x").identity());
  }
}
