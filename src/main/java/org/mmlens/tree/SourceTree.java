package org.mmlens.tree;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/// A tree of source files that does not change while it is looked at.
///
/// Paths are relative to the root, with `/` between folders. A path that [TreePath] refuses names
/// nothing. Implementations may be read by several threads.
public interface SourceTree {

  /// How many links [#read] follows before it gives up.
  int MAX_LINKS = 8;

  /// {@return what the tree is, in a few words for people}
  String name();

  /// {@return something that names the tree from run to run, for keys of caches only; empty where
  /// nothing does }
  default Optional<String> place() {
    return Optional.empty();
  }

  /// {@return something that differs from run to run whenever any file of the tree does, for keys
  /// of caches only; empty where nothing is known to do so}
  default Optional<String> identity() {
    return Optional.empty();
  }

  /// {@return the mode of the file itself, a link not followed; empty where there is none}
  ///
  /// @param path the file
  Optional<FileMode> mode(String path);

  /// {@return the stored bytes; of a symbolic link its target; empty where there is no file}
  ///
  /// @param path the file
  Optional<byte[]> blob(String path);

  /// {@return all files below the folder, in path order}
  ///
  /// @param folder the folder without closing slash; the empty string for the root
  Stream<String> list(String folder);

  /// {@return the git blob id of the stored bytes, 40 hex digits; empty where there is no file}
  ///
  /// Equal ids mean equal content, in and between trees.
  ///
  /// @param path the file
  default Optional<String> blobId(String path) {
    return blob(path).map(BlobIds::of);
  }

  /// {@return something cheap to get that differs whenever the content does; empty where nothing is
  /// known to do so, or there is no file}
  ///
  /// Only stamps of one tree, in any run, can be compared.
  ///
  /// @param path the file
  default Optional<String> stamp(String path) {
    return blobId(path);
  }

  /// {@return the content, links followed as long as they stay in the tree}
  ///
  /// @param path the file
  default Optional<byte[]> read(String path) {
    return resolve(path).flatMap(this::blob);
  }

  /// {@return the content as UTF-8 text, bytes that are none replaced}
  ///
  /// @param path the file
  default Optional<String> text(String path) {
    return read(path).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  /// {@return whether [#read] would find something}
  ///
  /// @param path the file
  default boolean exists(String path) {
    return resolve(path).isPresent();
  }

  /// {@return the files whose whole path matches the glob, in path order}
  ///
  /// @param glob `*` and `?` stay within a folder, `**` does not
  default Stream<String> glob(String glob) {
    var pattern = Globs.pattern(glob);
    return list(Globs.fixedFolder(glob)).filter(path -> pattern.matcher(path).matches());
  }

  private Optional<String> resolve(String path) {
    String at = path;
    for (int hop = 0; hop <= MAX_LINKS; hop++) {
      Optional<FileMode> mode = mode(at);
      if (mode.isEmpty()) {
        return Optional.empty();
      }
      if (mode.get() != FileMode.SYMLINK) {
        return Optional.of(at);
      }
      String target = new String(blob(at).orElseThrow(), StandardCharsets.UTF_8);
      Optional<String> next = TreePath.linkTarget(at, target);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      at = next.get();
    }
    return Optional.empty();
  }
}
