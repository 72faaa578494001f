package org.mmlens.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Bytes kept in a folder under a kind and a key, one file for each.
///
/// A key says everything the bytes were made from, so an entry is never out of date, only unused;
/// the build of mmlens is part of every key. An entry that is cut, damaged or renamed is as good as
/// none: it carries its key and a checksum. Files appear whole or not at all, so any number of
/// processes may use the folder at once, and it may be deleted at any time. What cannot be written
/// is not missed.
///
/// Whoever can write to the folder can make mmlens say what they like: it belongs to one user.
///
/// @param folder where; it need not exist
/// @param tool which build of mmlens; another build finds nothing of this one
/// @param mostBytes what all entries may take together; those that were not used for longest go
///   first
/// @param clock says what was used when
public record Store(Path folder, String tool, long mostBytes, InstantSource clock) {

  /// Room for the compiled programs of about a hundred reviews of a whole kernel, in bytes.
  public static final long ROOM = 1L << 30;

  /// How long an entry is kept that nobody asks for.
  static final Duration UNUSED = Duration.ofDays(30);

  /// How exactly it is known when an entry was used.
  private static final Duration NOTED = Duration.ofMinutes(1);

  /// {@return what was put there; empty if nothing was, or it is not what it was}
  ///
  /// @param kind of what is kept: a lower-case word
  /// @param key what it was made from
  public Optional<byte[]> get(String kind, List<String> key) {
    Sealed.Name name = name(kind, key);
    Path file = file(kind, name);
    try {
      if (!Files.isRegularFile(file)) {
        return Optional.empty();
      }
      Optional<byte[]> content = Sealed.open(name, Files.readAllBytes(file));
      if (content.isPresent()) {
        used(file);
      } else {
        Files.deleteIfExists(file);
      }
      return content;
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// Keeps bytes, in the place of any that are there, and makes room for them.
  ///
  /// @param kind of what is kept: a lower-case word
  /// @param key what it was made from
  /// @param content the bytes
  public void put(String kind, List<String> key, byte[] content) {
    Sealed.Name name = name(kind, key);
    Path file = file(kind, name);
    try {
      Files.createDirectories(file.getParent());
      Path next = Files.createTempFile(file.getParent(), "next", Trimming.UNFINISHED);
      try {
        Files.write(next, Sealed.seal(name, content));
        Files.setLastModifiedTime(next, FileTime.from(clock.instant()));
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(next);
      }
      new Trimming(folder, mostBytes, clock.instant()).sparing(file);
    } catch (IOException e) {
      // The next run makes it again.
    }
  }

  private void used(Path file) throws IOException {
    Instant now = clock.instant();
    if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(NOTED))) {
      Files.setLastModifiedTime(file, FileTime.from(now));
    }
  }

  private Sealed.Name name(String kind, List<String> key) {
    return Sealed.Name.of(tool, kind, key);
  }

  private Path file(String kind, Sealed.Name name) {
    return folder.resolve(kind).resolve(name.hex() + Trimming.ENTRY);
  }
}
