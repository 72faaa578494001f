package org.mmlens.tree;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// A folder on disk, taken as it is when a file is first asked for.
///
/// As in git, a symbolic link is a file: a path that goes *through* one names nothing, so no file
/// outside the folder is ever opened. `.git` is not part of the tree.
public final class DirectoryTree implements SourceTree {

  /// How long after a change another one could leave a file's times as they are.
  static final Duration SETTLING = Duration.ofSeconds(3);

  private final Path root;
  private final String name;
  private final Map<String, Boolean> realFolders = new ConcurrentHashMap<>();

  /// Of files that were listed: asking for their attributes twice takes as long as all the rest.
  private final Map<String, Optional<Stamp>> listed = new ConcurrentHashMap<>();

  private DirectoryTree(Path root, String name) {
    this.root = root;
    this.name = name;
  }

  /// {@return the tree below this folder}
  ///
  /// @param root an existing folder
  /// @param name what to call it
  public static DirectoryTree of(Path root, String name) {
    return new DirectoryTree(real(root), name);
  }

  /// A walk does not follow the link it starts from.
  private static Path real(Path root) {
    try {
      return root.toRealPath();
    } catch (IOException e) {
      return root;
    }
  }

  /// {@return the miniature kernel that comes with mmlens}
  ///
  /// @param home the folder mmlens is installed in
  public static DirectoryTree bundled(Path home) {
    return new DirectoryTree(home.resolve("fixtures/linux"), "bundled fixture");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<String> place() {
    return Optional.of("folder " + root.toAbsolutePath());
  }

  /// Inode, size, mode and both times of change of all files. The time of the last change of status
  /// cannot be set: what has it was not touched since.
  @Override
  public Optional<String> identity() {
    return DirectoryIdentity.of(root);
  }

  @Override
  public Optional<FileMode> mode(String path) {
    return locate(path).flatMap(DirectoryTree::modeOf);
  }

  @Override
  public Optional<byte[]> blob(String path) {
    Optional<Path> file = locate(path);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    Optional<FileMode> mode = modeOf(file.get());
    if (mode.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          mode.get() == FileMode.SYMLINK
              ? Files.readSymbolicLink(file.get()).toString().getBytes(StandardCharsets.UTF_8)
              : Files.readAllBytes(file.get()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// As in git's index, inode, size and time of change stand for the content; a file changed within
  /// the last seconds has none, since the next change could leave them as they are.
  @Override
  public Optional<String> stamp(String path) {
    Optional<Stamp> known = listed.get(path);
    return (known == null ? locate(path).flatMap(DirectoryTree::stampOf) : known)
        .map(Stamp::toString);
  }

  private static Optional<Stamp> stampOf(Path file) {
    try {
      return Stamp.of(Files.readAttributes(file, BasicFileAttributes.class, NOFOLLOW_LINKS));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// What stands for the content of a file.
  ///
  /// @param file device and inode
  /// @param bytes its size
  /// @param changed when it was changed last
  private record Stamp(Object file, long bytes, Instant changed) {

    /// {@return the stamp of a file, if it is one and was left alone for long enough}
    static Optional<Stamp> of(BasicFileAttributes attributes) {
      Instant changed = attributes.lastModifiedTime().toInstant();
      return attributes.isRegularFile() && changed.isBefore(Instant.now().minus(SETTLING))
          ? Optional.of(new Stamp(attributes.fileKey(), attributes.size(), changed))
          : Optional.empty();
    }

    @Override
    public String toString() {
      return file + "." + bytes + "." + changed;
    }
  }

  @Override
  public Stream<String> list(String folder) {
    if (!folder.isEmpty() && (!TreePath.inTree(folder) || !realFolder(folder))) {
      return Stream.empty();
    }
    var found = new ArrayList<String>();
    try {
      Files.walkFileTree(root.resolve(folder), new Collector(found));
    } catch (NoSuchFileException e) {
      return Stream.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found.stream().sorted();
  }

  private Optional<Path> locate(String path) {
    if (!TreePath.inTree(path) || !realFolder(TreePath.folderOf(path))) {
      return Optional.empty();
    }
    try {
      return Optional.of(root.resolve(path));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /// Whether every part of the path is a folder and none a link; the root may be one.
  private boolean realFolder(String folder) {
    if (folder.isEmpty()) {
      return true;
    }
    Boolean known = realFolders.get(folder);
    if (known == null) {
      known =
          realFolder(TreePath.folderOf(folder))
              && Files.isDirectory(root.resolve(folder), NOFOLLOW_LINKS);
      realFolders.put(folder, known);
    }
    return known;
  }

  private static Optional<FileMode> modeOf(Path file) {
    try {
      var attributes = Files.readAttributes(file, PosixFileAttributes.class, NOFOLLOW_LINKS);
      if (attributes.isSymbolicLink()) {
        return Optional.of(FileMode.SYMLINK);
      }
      if (!attributes.isRegularFile()) {
        return Optional.empty();
      }
      boolean executable =
          attributes
              .permissions()
              .contains(java.nio.file.attribute.PosixFilePermission.OWNER_EXECUTE);
      return Optional.of(executable ? FileMode.EXECUTABLE : FileMode.REGULAR);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private final class Collector extends SimpleFileVisitor<Path> {
    private final ArrayList<String> found;

    Collector(ArrayList<String> found) {
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return folder.endsWith(".git") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile() || attributes.isSymbolicLink()) {
        String path = root.relativize(file).toString();
        if (TreePath.inTree(path)) {
          found.add(path);
          listed.put(path, Stamp.of(attributes));
        }
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException cause) {
      return FileVisitResult.CONTINUE;
    }
  }
}
