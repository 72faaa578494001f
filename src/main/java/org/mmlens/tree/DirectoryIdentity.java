package org.mmlens.tree;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What tells the state of a folder from any other state of it, without a look into its files.
final class DirectoryIdentity extends SimpleFileVisitor<Path> {

  private static final String ASKED = "unix:ino,size,mode,lastModifiedTime,ctime";

  private final Path root;
  private final Instant settled;
  private final SortedMap<String, String> files = new TreeMap<>();
  private boolean unsettled;

  private DirectoryIdentity(Path root, Instant settled) {
    this.root = root;
    this.settled = settled;
  }

  /// {@return the identity; empty where a file was changed just now}
  static Optional<String> of(Path root) {
    return of(root, Instant.now().minus(DirectoryTree.SETTLING));
  }

  /// {@return the identity; empty where a file was changed since, or cannot be looked at}
  static Optional<String> of(Path root, Instant settled) {
    var seen = new DirectoryIdentity(root, settled);
    try {
      Files.walkFileTree(root, seen);
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.empty();
    }
    return seen.unsettled
        ? Optional.empty()
        : Optional.of("folder " + root.toAbsolutePath() + " " + seen.digest());
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    return folder.endsWith(".git") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    Map<String, Object> state = Files.readAttributes(file, ASKED, LinkOption.NOFOLLOW_LINKS);
    for (String time : new String[] {"lastModifiedTime", "ctime"}) {
      if (!(state.get(time) instanceof FileTime at) || !at.toInstant().isBefore(settled)) {
        unsettled = true;
        return FileVisitResult.TERMINATE;
      }
    }
    files.put(root.relativize(file).toString(), new TreeMap<>(state).toString());
    return FileVisitResult.CONTINUE;
  }

  private String digest() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      files.forEach(
          (path, state) ->
              digest.update((path + "\0" + state + "\0").getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
