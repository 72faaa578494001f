package org.mmlens.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class ArchiveTreeTest {

  @TempDir private Path folder = Path.of("");

  /// A tar archive while it is made.
  private static final class Tar {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final TarArchiveOutputStream out = new TarArchiveOutputStream(bytes);

    Tar() {
      out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    }

    Tar file(String path, String text) throws IOException {
      byte[] content = text.getBytes(StandardCharsets.UTF_8);
      var entry = new TarArchiveEntry(path, true);
      entry.setSize(content.length);
      out.putArchiveEntry(entry);
      out.write(content);
      out.closeArchiveEntry();
      return this;
    }

    Tar special(String path, byte kind, String target) throws IOException {
      var entry = new TarArchiveEntry(path, kind, true);
      entry.setLinkName(target);
      out.putArchiveEntry(entry);
      out.closeArchiveEntry();
      return this;
    }

    byte[] bytes() throws IOException {
      out.finish();
      return bytes.toByteArray();
    }
  }

  private static Tar kernel() throws IOException {
    return new Tar()
        .special("linux-7.1/", TarConstants.LF_DIR, "")
        .file("linux-7.1/MAINTAINERS", "nobody\n")
        .file("linux-7.1/mm/mmap.c", "int a;\n".repeat(1000))
        .file("linux-7.1/mm/empty.c", "")
        .special("linux-7.1/mm/link.c", TarConstants.LF_SYMLINK, "mmap.c")
        .special("linux-7.1/mm/second.c", TarConstants.LF_LINK, "linux-7.1/mm/mmap.c")
        .file("linux-7.1/" + "long/".repeat(40) + "name.c", "int l;\n");
  }

  private Path write(String name, byte[] tar) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream raw = Files.newOutputStream(file);
        OutputStream out =
            name.endsWith(".xz")
                ? new XZOutputStream(raw, new LZMA2Options())
                : name.endsWith(".gz") ? new GZIPOutputStream(raw) : raw) {
      out.write(tar);
    }
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
    return file;
  }

  private static ArchiveTree tree(Path file, Optional<Path> cache) {
    return switch (Trees.files(file, "linux.tar", cache)) {
      case Trees.Opening.Opened(var tree) -> assertInstanceOf(ArchiveTree.class, tree);
      case Trees.Opening.Refused(var why) -> throw new AssertionError(why.render());
    };
  }

  private static String refusal(Path file) {
    var refused =
        assertInstanceOf(
            Trees.Opening.Refused.class, Trees.files(file, "linux.tar", Optional.empty()));
    return refused.why().message();
  }

  @ParameterizedTest
  @ValueSource(strings = {"linux.tar", "linux.tar.xz", "linux.tar.gz"})
  void anArchiveIsTheTreeItHolds(String name) throws IOException {
    ArchiveTree tree = tree(write(name, kernel().bytes()), Optional.empty());

    assertEquals("archive linux.tar", tree.name());
    assertEquals(
        List.of("mm/empty.c", "mm/link.c", "mm/mmap.c", "mm/second.c"), tree.list("mm").toList());
    assertEquals("int a;\n".repeat(1000), tree.text("mm/mmap.c").orElseThrow());
    assertEquals("", tree.text("mm/empty.c").orElseThrow());
    assertEquals(tree.text("mm/mmap.c"), tree.text("mm/link.c"));
    assertEquals(tree.text("mm/mmap.c"), tree.text("mm/second.c"));
    assertEquals(Optional.of(FileMode.SYMLINK), tree.mode("mm/link.c"));
    assertEquals("int l;\n", tree.text("long/".repeat(40) + "name.c").orElseThrow());
    assertEquals(Optional.empty(), tree.mode("mm"));
    assertEquals(List.of("the tree is folder 'linux-7.1' of the archive"), tree.decisions());
  }

  @Test
  void aPartOfAKernelKeepsItsFolder() throws IOException {
    byte[] tar = new Tar().file("mm/a.c", "").file("mm/b.c", "").bytes();

    assertEquals(
        List.of("mm/a.c", "mm/b.c"), tree(write("t.tar", tar), Optional.empty()).list("").toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"hostile.tar", "hostile.tar.gz"})
  void nothingOutsideTheTreeIsNamedAndWhatIsLeftOutIsSaid(String name) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "secret");
    byte[] tar =
        new Tar()
            .file("../evil.c", "x")
            .file("/etc/passwd", "x")
            .file("mm/../../evil.c", "x")
            .file(".git/config", "x")
            .special("mm/pipe", TarConstants.LF_FIFO, "")
            .special("mm/disk", TarConstants.LF_BLK, "")
            .special("mm/away", TarConstants.LF_SYMLINK, secret.toString())
            .special("mm/up", TarConstants.LF_SYMLINK, "../../secret")
            .special("mm/hard", TarConstants.LF_LINK, "../secret")
            .special("mm/dir", TarConstants.LF_SYMLINK, ".")
            .file("mm/dir/below.c", "x")
            .file("mm/good.c", "first")
            .file("mm/good.c", "second")
            .file("fs/good.c", "x")
            .bytes();

    ArchiveTree tree = tree(write(name, tar), Optional.empty());

    assertEquals(
        List.of("fs/good.c", "mm/away", "mm/dir", "mm/good.c", "mm/up"), tree.list("").toList());
    assertEquals(Optional.empty(), tree.read("mm/away"));
    assertEquals(Optional.empty(), tree.read("mm/up"));
    assertEquals("second", tree.text("mm/good.c").orElseThrow());
    assertTrue(tree.list("").allMatch(TreePath::inTree));
    assertEquals(
        List.of(
            "left out of the archive: 2, they are neither files nor links: 'mm/pipe',"
                + " 'mm/disk'",
            "left out of the archive: 1, they lie below a file or a symbolic link:"
                + " 'mm/dir/below.c'"),
        tree.decisions().stream()
            .filter(d -> d.contains("they are n") || d.contains("below"))
            .toList());
    assertTrue(
        tree.decisions().stream().anyMatch(d -> d.contains("not inside a tree: '../evil.c'")));
  }

  @Test
  void whatIsNoArchiveOrADamagedOneIsRefused() throws IOException {
    byte[] tar = kernel().bytes();
    byte[] xz = Files.readAllBytes(write("whole.tar.xz", tar));
    byte[] damaged = xz.clone();
    damaged[xz.length / 2] ^= 0x55;

    assertTrue(
        refusal(write("text", "hello".getBytes(StandardCharsets.UTF_8))).contains("none of these"));
    assertTrue(
        refusal(Files.write(folder.resolve("cut"), Arrays.copyOf(xz, xz.length - 40)))
            .startsWith("this archive cannot be read: "));
    assertTrue(
        refusal(Files.write(folder.resolve("bad"), damaged))
            .startsWith("this archive cannot be read: "));
    assertTrue(
        refusal(write("cut.tar", Arrays.copyOf(tar, 4000))).contains("cut off"),
        refusal(write("cut.tar", Arrays.copyOf(tar, 4000))));
    assertTrue(refusal(write("none.tar", new Tar().bytes())).contains("none"));
  }

  @Test
  void aPackedArchiveIsKeptForTheNextTimeUntilItChanges() throws IOException {
    Path cache = folder.resolve("cache");
    Path file = write("linux.tar.xz", kernel().bytes());
    ArchiveTree first = tree(file, Optional.of(cache));
    try (var kept = Files.list(cache)) {
      assertEquals(2, kept.count());
    }

    ArchiveTree again = tree(file, Optional.of(cache));
    write("linux.tar.xz", kernel().file("linux-7.1/fs/exec.c", "int e;\n").bytes());
    ArchiveTree changed = tree(file, Optional.of(cache));

    assertEquals(first.list("").toList(), again.list("").toList());
    assertEquals(first.decisions(), again.decisions());
    assertEquals(first.text("mm/mmap.c"), again.text("mm/mmap.c"));
    assertEquals(Optional.of(FileMode.SYMLINK), again.mode("mm/link.c"));
    assertEquals("int e;\n", changed.text("fs/exec.c").orElseThrow());
  }

  @Test
  void aDamagedCacheIsAsIfItWereNotThere() throws IOException {
    Path cache = folder.resolve("cache");
    Path file = write("linux.tar.xz", kernel().bytes());
    tree(file, Optional.of(cache));
    try (var kept = Files.list(cache)) {
      for (Path list : kept.filter(p -> p.toString().endsWith(".list")).toList()) {
        Files.write(list, Arrays.copyOf(Files.readAllBytes(list), 30));
      }
    }

    assertEquals(
        "int a;\n".repeat(1000), tree(file, Optional.of(cache)).text("mm/mmap.c").orElseThrow());
  }
}
