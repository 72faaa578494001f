package org.mmlens.tree;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/// One pass over the entries of a tar archive.
final class TarEntries {

  /// How much of a hostile archive is looked at; a kernel has 90,000 files of 1.5 GiB together.
  private static final int MOST_ENTRIES = 2_000_000;

  private static final long MOST_BYTES = 8L << 30;
  private static final int LARGEST_FILE = 64 << 20;

  /// Keeps the content of the entry the archive stands at.
  @FunctionalInterface
  private interface Keeper {
    ArchiveMember keep(FileMode mode, TarArchiveEntry entry) throws IOException;
  }

  private final ArchiveIndex index = new ArchiveIndex();
  private long bytes = 0;
  private int entries = 0;

  private TarEntries() {}

  /// {@return what a plain archive holds; headers are read, contents stay where they are}
  static ArchiveIndex ofPlain(Path file) throws IOException {
    var all = new TarEntries();
    try (var channel = FileChannel.open(file, StandardOpenOption.READ);
        var tar = tar(Channels.newInputStream(channel))) {
      all.read(
          tar,
          (mode, entry) -> {
            long at = channel.position();
            if (at + entry.getSize() > channel.size()) {
              throw cutOff(entry);
            }
            int length = (int) entry.getSize();
            return new ArchiveMember.Stored(mode, at, length, length);
          });
    }
    return all.index;
  }

  /// {@return what a packed archive holds; contents are put into the store}
  static ArchiveIndex ofPacked(InputStream unpacked, ArchiveStore store) throws IOException {
    var all = new TarEntries();
    try (var tar = tar(unpacked)) {
      all.read(
          tar,
          (mode, entry) -> {
            byte[] content = tar.readNBytes((int) entry.getSize());
            if (content.length < entry.getSize()) {
              throw cutOff(entry);
            }
            return store.add(mode, content);
          });
    }
    return all.index;
  }

  private static TarArchiveInputStream tar(InputStream in) {
    return new TarArchiveInputStream(in, StandardCharsets.UTF_8.name());
  }

  private static IOException cutOff(TarArchiveEntry entry) {
    return new IOException("it is cut off in '" + entry.getName() + "'");
  }

  private void read(TarArchiveInputStream tar, Keeper keeper) throws IOException {
    for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      bytes += entry.getSize();
      if (++entries > MOST_ENTRIES || bytes > MOST_BYTES) {
        throw new IOException(
            "expected at most %,d entries of %,d GiB together, found more"
                .formatted(MOST_ENTRIES, MOST_BYTES >> 30));
      }
      entry(entry, keeper);
    }
    index.finish();
  }

  private void entry(TarArchiveEntry entry, Keeper keeper) throws IOException {
    if (entry.isDirectory()) {
      return;
    }
    Optional<String> path = index.path(entry.getName());
    if (path.isEmpty()) {
      return;
    }
    if (entry.isSymbolicLink()) {
      index.add(path.get(), new ArchiveMember.Link(entry.getLinkName()));
    } else if (entry.isLink()) {
      hardLink(path.get(), entry);
    } else if (!isFile(entry)) {
      index.leaveOut("they are neither files nor links", entry.getName());
    } else if (entry.getSize() > LARGEST_FILE) {
      index.leaveOut("they are larger than 64 MiB", entry.getName());
    } else {
      FileMode mode = (entry.getMode() & 0100) == 0 ? FileMode.REGULAR : FileMode.EXECUTABLE;
      index.add(path.get(), keeper.keep(mode, entry));
    }
  }

  private static boolean isFile(TarArchiveEntry entry) {
    byte kind = entry.getLinkFlag();
    boolean plain =
        kind == TarConstants.LF_NORMAL
            || kind == TarConstants.LF_OLDNORM
            || kind == TarConstants.LF_CONTIG;
    return plain && !entry.isSparse();
  }

  /// Another name for a file that came before.
  private void hardLink(String path, TarArchiveEntry entry) {
    Optional<ArchiveMember> target = index.path(entry.getLinkName()).flatMap(index::named);
    if (target.isPresent()) {
      index.add(path, target.get());
    } else {
      index.leaveOut("they are links to files that are not there", entry.getName());
    }
  }
}
