package org.mmlens.tree;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// What tells the state of a folder from any other state of it, without a look into its files. All
/// processors look: of the 90,000 files of a kernel each has to be asked for.
final class DirectoryIdentity {

  private static final String ASKED = "unix:ino,size,mode,lastModifiedTime,ctime";

  /// The kind of a file among the bits of its mode, and that of a folder (inode(7)).
  private static final int KIND = 0170000;

  private static final int FOLDER = 0040000;

  private DirectoryIdentity() {}

  /// {@return the identity; empty where a file was changed just now}
  static Optional<String> of(Path root) {
    return of(root, Instant.now().minus(DirectoryTree.SETTLING));
  }

  /// {@return the identity; empty where a file was changed since, or cannot be looked at}
  static Optional<String> of(Path root, Instant settled) {
    try {
      List<String> files = new ArrayList<>(new Walk(root, "", settled).invoke());
      files.sort(null);
      return Optional.of("folder " + root.toAbsolutePath() + " " + digest(files));
    } catch (UncheckedIOException
        | DirectoryIteratorException
        | UnsupportedOperationException
        | Unsettled e) {
      return Optional.empty();
    }
  }

  /// A file was changed just now: the next change might not be seen.
  private static final class Unsettled extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /// Looks at a folder; `.git` is not part of a tree.
  private static final class Walk extends RecursiveTask<List<String>> {
    private static final long serialVersionUID = 1;

    private final transient Path folder;
    private final String prefix;
    private final transient Instant settled;

    Walk(Path folder, String prefix, Instant settled) {
      this.folder = folder;
      this.prefix = prefix;
      this.settled = settled;
    }

    @Override
    protected List<String> compute() {
      List<String> files = new ArrayList<>();
      List<Walk> below = new ArrayList<>();
      try (DirectoryStream<Path> found = Files.newDirectoryStream(folder)) {
        for (Path file : found) {
          look(file, files, below);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      ForkJoinTask.invokeAll(below).forEach(walk -> files.addAll(walk.join()));
      return files;
    }

    private void look(Path file, List<String> files, List<Walk> below) throws IOException {
      String name = file.getFileName().toString();
      Map<String, Object> state = Files.readAttributes(file, ASKED, LinkOption.NOFOLLOW_LINKS);
      if (state.get("mode") instanceof Integer mode && (mode & KIND) == FOLDER) {
        if (!name.equals(".git")) {
          below.add(new Walk(file, prefix + name + "/", settled));
        }
        return;
      }
      files.add(
          prefix
              + name
              + '\0'
              + state.get("ino")
              + ' '
              + state.get("size")
              + ' '
              + state.get("mode")
              + ' '
              + nanos(state.get("lastModifiedTime"))
              + ' '
              + nanos(state.get("ctime"))
              + '\0');
    }

    private String nanos(@Nullable Object time) {
      if (!(time instanceof FileTime at) || !at.toInstant().isBefore(settled)) {
        throw new Unsettled();
      }
      return Long.toString(at.to(TimeUnit.NANOSECONDS));
    }
  }

  private static String digest(List<String> files) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      files.forEach(file -> digest.update(file.getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
