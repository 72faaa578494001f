package org.mmlens.tree;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.mmlens.diag.Diagnostic;
import org.mmlens.diag.Position;
import org.tukaani.xz.MemoryLimitException;
import org.tukaani.xz.XZInputStream;

/// Opens `.tar`, `.tar.xz` and `.tar.gz`, told apart by their first bytes.
final class ArchiveReader {

  /// Enough for `xz -9`.
  private static final int XZ_MEMORY_KIB = 160 << 10;

  private static final int BUFFER = 1 << 16;
  private static final Duration SETTLING = Duration.ofSeconds(3);

  private enum Packing {
    NONE,
    XZ,
    GZIP
  }

  private final Path file;
  private final Optional<Path> cacheFolder;

  private ArchiveReader(Path file, Optional<Path> cacheFolder) {
    this.file = file;
    this.cacheFolder = cacheFolder;
  }

  /// {@return the tree in the archive}
  ///
  /// @param file the archive
  /// @param name what to call the tree
  /// @param cacheFolder where to keep what is unpacked for the next time, if anywhere
  static Trees.Opening open(Path file, String name, Optional<Path> cacheFolder) {
    var reader = new ArchiveReader(file, cacheFolder);
    try {
      return reader.open(name);
    } catch (MemoryLimitException e) {
      return reader.refused("unpacking it takes more than 160 MiB of memory");
    } catch (IOException | IllegalArgumentException e) {
      return reader.refused("this archive cannot be read: " + e.getMessage());
    }
  }

  private Trees.Opening refused(String message) {
    Position at = Position.ofFile(file.toString());
    return new Trees.Opening.Refused(Diagnostic.error("tree-archive", at, message));
  }

  private Trees.Opening open(String name) throws IOException {
    Optional<Packing> packing = packing();
    if (packing.isEmpty()) {
      return refused(
          "expected the folder of a kernel tree, or a .tar, .tar.xz or .tar.gz of one, found"
              + " a file that is none of these");
    }
    Optional<String> stamp = stamp();
    ArchiveContents contents =
        packing.get() == Packing.NONE ? plain() : packed(packing.get(), stamp);
    if (contents.members().isEmpty()) {
      contents.store().close();
      return refused("expected the files of a kernel tree, found none in this archive");
    }
    return new Trees.Opening.Opened(new ArchiveTree(contents, name, file, stamp));
  }

  private ArchiveContents plain() throws IOException {
    ArchiveIndex index = TarEntries.ofPlain(file);
    return new ArchiveContents(index.members(), index.decisions(), ArchiveStore.of(file));
  }

  private ArchiveContents packed(Packing packing, Optional<String> stamp) throws IOException {
    Optional<ArchiveCache> cache =
        cacheFolder.flatMap(folder -> stamp.flatMap(s -> ArchiveCache.of(folder, file, s)));
    Optional<ArchiveContents> known = cache.flatMap(ArchiveCache::load);
    if (known.isPresent()) {
      return known.get();
    }
    Path part =
        cache.isPresent()
            ? Files.createTempFile(cache.get().folder(), "store-", ".part")
            : Files.createTempFile("mmlens-tree-", ".store");
    try {
      ArchiveContents contents = unpacked(packing, ArchiveStore.into(part));
      if (cache.isPresent() && !contents.members().isEmpty()) {
        cache.get().save(contents, part);
      }
      return contents;
    } finally {
      // Open files live on without a name; a store that is kept has got another by now.
      Files.deleteIfExists(part);
    }
  }

  private ArchiveContents unpacked(Packing packing, ArchiveStore store) throws IOException {
    try (InputStream in = input()) {
      InputStream tar =
          packing == Packing.XZ
              ? new XZInputStream(in, XZ_MEMORY_KIB)
              : new GZIPInputStream(in, BUFFER);
      ArchiveIndex index = TarEntries.ofPacked(tar, store);
      return new ArchiveContents(index.members(), index.decisions(), store);
    } catch (IOException | RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /// As for a folder's files, one changed within the last seconds has none.
  private Optional<String> stamp() throws IOException {
    var changed = Files.getLastModifiedTime(file).toInstant();
    return changed.isBefore(Instant.now().minus(SETTLING))
        ? Optional.of(Files.size(file) + "." + changed.getEpochSecond() + "." + changed.getNano())
        : Optional.empty();
  }

  private InputStream input() throws IOException {
    return new BufferedInputStream(Files.newInputStream(file), BUFFER);
  }

  private Optional<Packing> packing() throws IOException {
    byte[] head;
    try (var in = Files.newInputStream(file)) {
      head = in.readNBytes(512);
    }
    if (begins(head, 0xfd, '7', 'z', 'X', 'Z', 0)) {
      return Optional.of(Packing.XZ);
    }
    if (begins(head, 0x1f, 0x8b)) {
      return Optional.of(Packing.GZIP);
    }
    return TarArchiveInputStream.matches(head, head.length)
        ? Optional.of(Packing.NONE)
        : Optional.empty();
  }

  private static boolean begins(byte[] head, int... magic) {
    boolean same = head.length >= magic.length;
    for (int i = 0; same && i < magic.length; i++) {
      same = head[i] == (byte) magic[i];
    }
    return same;
  }
}
