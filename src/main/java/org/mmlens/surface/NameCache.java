package org.mmlens.surface;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mmlens.tree.SourceTree;

/// A folder that keeps what was read of trees from one run to the next, one file for each tree.
///
/// Several processes may use it at once: files are replaced as a whole. Nothing in it is needed: a
/// file that is damaged or gone is made again.
///
/// @param folder where; it need not exist
/// @param mostBytes what its files may take together; those that were not used for longest go first
public record NameCache(Path folder, long mostBytes) {

  /// Room for about eight trees of the size of Linux 6.12.
  public static final long ROOM = 512L << 20;

  private static final String SUFFIX = ".names";
  private static final Duration ABANDONED = Duration.ofHours(1);

  /// {@return the file for a tree; empty for one that cannot be told from others}
  ///
  /// @param tree the tree
  Optional<Path> file(SourceTree tree) {
    return tree.place().map(place -> folder.resolve(digest(place) + SUFFIX));
  }

  private static String digest(String place) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(place.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Notes that a file was used, and removes what there is no room for.
  void used(Path file) {
    Instant now = Instant.now();
    try {
      if (Files.isRegularFile(file)) {
        Files.setLastModifiedTime(file, FileTime.from(now));
      }
      trim(file, now);
    } catch (IOException e) {
      // What cannot be tidied now is tidied by the next run.
    }
  }

  /// A file of the folder with what tidying asks about.
  private record Kept(Path path, long bytes, Instant used) {}

  private void trim(Path keep, Instant now) throws IOException {
    List<Kept> kept = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path path : files.toList()) {
        String name = path.getFileName().toString();
        Instant used = Files.getLastModifiedTime(path).toInstant();
        if (name.endsWith(SUFFIX)) {
          kept.add(new Kept(path, Files.size(path), used));
        } else if (name.endsWith(".tmp") && used.isBefore(now.minus(ABANDONED))) {
          Files.deleteIfExists(path);
        }
      }
    }
    kept.sort(Comparator.comparing(Kept::used));
    long bytes = kept.stream().mapToLong(Kept::bytes).sum();
    for (Kept old : kept) {
      if (bytes > mostBytes && !old.path().equals(keep)) {
        Files.deleteIfExists(old.path());
        bytes -= old.bytes();
      }
    }
  }
}
