package org.mmlens.tree;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/// One commit's tree, read from git's object store; nothing is checked out.
///
/// Folders are read once and kept, so looking for a header along an include path costs map lookups.
public final class GitTree implements SourceTree {

  private record Entry(org.eclipse.jgit.lib.FileMode mode, ObjectId id) {}

  private final Repository repository;
  private final ObjectId root;
  private final String name;
  private final Map<String, Map<String, Entry>> folders = new ConcurrentHashMap<>();

  private GitTree(Repository repository, ObjectId root, String name) {
    this.repository = repository;
    this.root = root;
    this.name = name;
  }

  /// {@return the tree with this id}
  ///
  /// @param repository where it is stored; stays open as long as the tree is used
  /// @param tree the id of a tree object
  /// @param name what to call it
  public static GitTree of(Repository repository, ObjectId tree, String name) {
    return new GitTree(repository, tree.copy(), name);
  }

  @Override
  public String name() {
    return name;
  }

  /// {@return the id of the tree object}
  public ObjectId id() {
    return root;
  }

  /// {@return the repository it comes from}
  public Repository repository() {
    return repository;
  }

  /// All commits of a repository share one place: most of their blobs are the same.
  @Override
  public Optional<String> place() {
    return Optional.ofNullable(repository.getDirectory()).map(d -> "git " + d.getAbsolutePath());
  }

  @Override
  public Optional<String> identity() {
    return Optional.of("git " + root.name());
  }

  @Override
  public Optional<FileMode> mode(String path) {
    return file(path).flatMap(e -> FileMode.ofBits(e.mode().getBits()));
  }

  @Override
  public Optional<byte[]> blob(String path) {
    Optional<Entry> entry = file(path);
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    try (var reader = repository.newObjectReader()) {
      return Optional.of(
          reader.open(entry.get().id(), Constants.OBJ_BLOB).getBytes(Integer.MAX_VALUE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<String> blobId(String path) {
    return file(path).map(e -> e.id().name());
  }

  @Override
  public Stream<String> list(String folder) {
    var found = new ArrayList<String>();
    collect(folder, found);
    return found.stream().sorted();
  }

  private void collect(String folder, List<String> into) {
    folder(folder)
        .forEach(
            (child, entry) -> {
              String path = folder.isEmpty() ? child : folder + "/" + child;
              if (isFolder(entry)) {
                collect(path, into);
              } else if (FileMode.ofBits(entry.mode().getBits()).isPresent()) {
                into.add(path);
              }
            });
  }

  private static boolean isFolder(Entry entry) {
    return org.eclipse.jgit.lib.FileMode.TREE.equals(entry.mode().getBits());
  }

  private Optional<Entry> file(String path) {
    if (!TreePath.inTree(path)) {
      return Optional.empty();
    }
    return Optional.ofNullable(folder(TreePath.folderOf(path)).get(TreePath.nameOf(path)))
        .filter(e -> FileMode.ofBits(e.mode().getBits()).isPresent());
  }

  private Map<String, Entry> folder(String folder) {
    Map<String, Entry> known = folders.get(folder);
    if (known == null) {
      known = folder.isEmpty() ? load(root) : subfolder(folder);
      folders.put(folder, known);
    }
    return known;
  }

  private Map<String, Entry> subfolder(String folder) {
    if (!TreePath.inTree(folder)) {
      return Map.of();
    }
    Entry entry = folder(TreePath.folderOf(folder)).get(TreePath.nameOf(folder));
    return entry == null || !isFolder(entry) ? Map.of() : load(entry.id());
  }

  private Map<String, Entry> load(ObjectId tree) {
    var entries = new java.util.HashMap<String, Entry>();
    try (var reader = repository.newObjectReader()) {
      for (var at = new CanonicalTreeParser(new byte[0], reader, tree); !at.eof(); at = at.next()) {
        var mode = org.eclipse.jgit.lib.FileMode.fromBits(at.getEntryRawMode());
        entries.put(at.getEntryPathString(), new Entry(mode, at.getEntryObjectId()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return entries;
  }
}
