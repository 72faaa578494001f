package org.mmlens.tree;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A tree in a tar archive, packed or not; nothing is unpacked onto the disk.
///
/// One pass over the archive says where each file stands; what a file holds is fetched when it is
/// asked for. Memory is the list of paths and the file in hand.
public final class ArchiveTree implements SourceTree {

  private final ArchiveContents contents;
  private final String name;
  private final Path file;
  private final Optional<String> stamp;

  ArchiveTree(ArchiveContents contents, String name, Path file, Optional<String> stamp) {
    this.contents = contents;
    this.name = name;
    this.file = file;
    this.stamp = stamp;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<String> place() {
    return Optional.of("archive " + file.toAbsolutePath());
  }

  /// {@return what of the archive was taken and what was left out, one line each}
  public List<String> decisions() {
    return contents.decisions();
  }

  @Override
  public Optional<FileMode> mode(String path) {
    return Optional.ofNullable(contents.members().get(path)).map(ArchiveMember::mode);
  }

  @Override
  public Optional<byte[]> blob(String path) {
    return Optional.ofNullable(contents.members().get(path)).map(contents.store()::read);
  }

  /// The archive's own stamp: where it has not changed, no file in it has.
  @Override
  public Optional<String> stamp(String path) {
    return contents.members().containsKey(path) ? stamp : Optional.empty();
  }

  @Override
  public Stream<String> list(String folder) {
    if (folder.isEmpty()) {
      return contents.members().keySet().stream();
    }
    var below = new ArrayList<String>();
    for (String path : contents.members().tailMap(folder + "/").keySet()) {
      if (!TreePath.below(path, folder)) {
        break;
      }
      below.add(path);
    }
    return below.stream();
  }
}
