package org.mmlens.cache;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Removes what a store has no room for, what nobody has used for long, and what a run that was
/// killed left unfinished. Files that are not a store's own are left alone.
///
/// @param folder of the store
/// @param mostBytes what its entries may take
/// @param now the time
record Trimming(Path folder, long mostBytes, Instant now) {

  static final String ENTRY = ".kept";
  static final String UNFINISHED = ".next";

  private static final Duration ABANDONED = Duration.ofHours(1);

  /// An entry with what trimming asks about.
  private record Kept(Path path, long bytes, Instant used) {}

  /// Trims; the entry that was just written stays, however large it is.
  void sparing(Path entry) throws IOException {
    List<Kept> kept = new ArrayList<>();
    try (DirectoryStream<Path> kinds = Files.newDirectoryStream(folder, Files::isDirectory)) {
      for (Path kind : kinds) {
        collect(kind, kept);
      }
    }
    kept.sort(Comparator.comparing(Kept::used).thenComparing(Kept::path));
    long bytes = kept.stream().mapToLong(Kept::bytes).sum();
    for (Kept old : kept) {
      boolean unused = old.used().isBefore(now.minus(Store.UNUSED));
      if ((bytes > mostBytes || unused) && !old.path().equals(entry)) {
        Files.deleteIfExists(old.path());
        bytes -= old.bytes();
      }
    }
  }

  private void collect(Path kind, List<Kept> kept) throws IOException {
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(kind, "*{" + ENTRY + "," + UNFINISHED + "}")) {
      for (Path file : files) {
        look(file, kept);
      }
    }
  }

  private void look(Path file, List<Kept> kept) throws IOException {
    BasicFileAttributes seen;
    try {
      seen = Files.readAttributes(file, BasicFileAttributes.class);
    } catch (NoSuchFileException e) {
      return; // Another process was quicker.
    }
    Instant used = seen.lastModifiedTime().toInstant();
    if (file.toString().endsWith(ENTRY)) {
      kept.add(new Kept(file, seen.size(), used));
    } else if (used.isBefore(now.minus(ABANDONED))) {
      Files.deleteIfExists(file);
    }
  }
}
