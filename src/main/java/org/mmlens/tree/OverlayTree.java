package org.mmlens.tree;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A tree with changes on top of it, held in memory.
public final class OverlayTree implements SourceTree {

  /// What the overlay says about one path.
  public sealed interface Change {

    /// The file has this content here.
    ///
    /// @param mode its mode
    /// @param bytes its content; not to be modified
    @SuppressWarnings("ArrayRecordComponent")
    record Written(FileMode mode, byte[] bytes) implements Change {}

    /// The file is gone.
    record Deleted() implements Change {}
  }

  private final SourceTree below;
  private final SortedMap<String, Change> changes;
  private final String name;

  private OverlayTree(SourceTree below, Map<String, Change> changes, String name) {
    this.below = below;
    this.changes = Collections.unmodifiableSortedMap(new TreeMap<>(changes));
    this.name = name;
  }

  /// {@return the tree with changes on top}
  ///
  /// An overlay over an overlay is flattened, so that a long series does not make lookups slow.
  ///
  /// @param below the tree under it
  /// @param changes by path
  /// @param name what to call the result
  public static OverlayTree of(SourceTree below, Map<String, Change> changes, String name) {
    changes.keySet().forEach(OverlayTree::check);
    if (below instanceof OverlayTree overlay) {
      var merged = new TreeMap<>(overlay.changes);
      merged.putAll(changes);
      return new OverlayTree(overlay.below, merged, name);
    }
    return new OverlayTree(below, changes, name);
  }

  /// {@return a tree of these files and no other}
  ///
  /// @param files content by path
  public static OverlayTree ofFiles(Map<String, byte[]> files) {
    var changes = new TreeMap<String, Change>();
    files.forEach((path, bytes) -> changes.put(path, new Change.Written(FileMode.REGULAR, bytes)));
    return of(EmptyTree.INSTANCE, changes, "files in memory");
  }

  private static void check(String path) {
    TreePath.objection(path)
        .ifPresent(
            why -> {
              throw new IllegalArgumentException("'" + path + "' is no path of a tree: " + why);
            });
  }

  /// {@return the tree under the changes}
  public SourceTree below() {
    return below;
  }

  /// {@return the changes by path, in path order}
  public SortedMap<String, Change> changes() {
    return changes;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<FileMode> mode(String path) {
    return switch (changes.get(path)) {
      case null -> below.mode(path);
      case Change.Written(var mode, _) -> Optional.of(mode);
      case Change.Deleted() -> Optional.empty();
    };
  }

  @Override
  public Optional<byte[]> blob(String path) {
    return switch (changes.get(path)) {
      case null -> below.blob(path);
      case Change.Written(_, var bytes) -> Optional.of(bytes.clone());
      case Change.Deleted() -> Optional.empty();
    };
  }

  @Override
  public Optional<String> blobId(String path) {
    return changes.containsKey(path) ? blob(path).map(BlobIds::of) : below.blobId(path);
  }

  @Override
  public Optional<String> stamp(String path) {
    return changes.containsKey(path) ? blobId(path) : below.stamp(path);
  }

  @Override
  public Stream<String> list(String folder) {
    Stream<String> kept = below.list(folder).filter(path -> !changes.containsKey(path));
    Stream<String> written =
        changes.entrySet().stream()
            .filter(e -> e.getValue() instanceof Change.Written)
            .map(Map.Entry::getKey)
            .filter(path -> TreePath.below(path, folder));
    return Stream.concat(kept, written).sorted();
  }

  private static final class EmptyTree implements SourceTree {
    static final EmptyTree INSTANCE = new EmptyTree();

    @Override
    public String name() {
      return "empty tree";
    }

    @Override
    public Optional<FileMode> mode(String path) {
      return Optional.empty();
    }

    @Override
    public Optional<byte[]> blob(String path) {
      return Optional.empty();
    }

    @Override
    public Stream<String> list(String folder) {
      return Stream.empty();
    }
  }
}
