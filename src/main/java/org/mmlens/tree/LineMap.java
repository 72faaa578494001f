package org.mmlens.tree;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Which lines differ between a tree before and a tree after a patch.
///
/// A pure insertion has an empty range before, at the line it was put in front of; a pure removal
/// an empty range after.
public final class LineMap {

  /// The changed lines of one file.
  ///
  /// @param beforePath its path before; empty for a new file
  /// @param afterPath its path after; empty for a deleted file
  /// @param before changed lines before, ascending
  /// @param after changed lines after, ascending, one for each of `before`
  public record FileLines(
      Optional<String> beforePath,
      Optional<String> afterPath,
      List<LineRange> before,
      List<LineRange> after) {
    /// Copies the lists.
    public FileLines {
      before = List.copyOf(before);
      after = List.copyOf(after);
      if (before.size() != after.size()) {
        throw new IllegalArgumentException("ranges do not pair up");
      }
    }
  }

  private final SortedMap<String, FileLines> byBefore = new TreeMap<>();
  private final SortedMap<String, FileLines> byAfter = new TreeMap<>();

  LineMap(List<FileLines> files) {
    for (FileLines file : files) {
      file.beforePath().ifPresent(path -> byBefore.put(path, file));
      file.afterPath().ifPresent(path -> byAfter.put(path, file));
    }
  }

  /// {@return every path that changed, before or after, in path order}
  public SequencedSet<String> touchedPaths() {
    var all = new TreeSet<>(byBefore.keySet());
    all.addAll(byAfter.keySet());
    return Collections.unmodifiableSequencedSet(all);
  }

  /// {@return the changed lines of a file of the tree before, ascending}
  ///
  /// @param path its path there
  public List<LineRange> changedLinesBefore(String path) {
    return ranges(byBefore.get(path), true);
  }

  /// {@return the changed lines of a file of the tree after, ascending}
  ///
  /// @param path its path there
  public List<LineRange> changedLinesAfter(String path) {
    return ranges(byAfter.get(path), false);
  }

  /// {@return what a file is called in the tree before; empty if it is new or did not change}
  ///
  /// @param afterPath its path in the tree after
  public Optional<String> beforePathOf(String afterPath) {
    return Optional.ofNullable(byAfter.get(afterPath)).flatMap(FileLines::beforePath);
  }

  /// {@return what a file is called in the tree after; empty if it is gone or did not change}
  ///
  /// @param beforePath its path in the tree before
  public Optional<String> afterPathOf(String beforePath) {
    return Optional.ofNullable(byBefore.get(beforePath)).flatMap(FileLines::afterPath);
  }

  /// {@return the line of the tree after that a line of the tree before became; empty if it
  /// changed}
  ///
  /// @param beforePath a file of the tree before
  /// @param line counted from 1
  public Optional<Integer> lineAfter(String beforePath, int line) {
    FileLines file = byBefore.get(beforePath);
    if (file == null) {
      return Optional.of(line);
    }
    int shift = 0;
    for (int i = 0; i < file.before().size(); i++) {
      LineRange before = file.before().get(i);
      if (line < before.start()) {
        break;
      }
      if (before.contains(line)) {
        return Optional.empty();
      }
      shift = file.after().get(i).end() - before.end();
    }
    return file.afterPath().isEmpty() ? Optional.empty() : Optional.of(line + shift);
  }

  /// {@return the pieces, by path: after the patch, or before it for files that are gone}
  public Map<String, FileLines> files() {
    var all = new TreeMap<>(byAfter);
    byBefore.forEach(
        (path, file) -> {
          if (file.afterPath().isEmpty()) {
            all.putIfAbsent(path, file);
          }
        });
    return Collections.unmodifiableMap(all);
  }

  private static List<LineRange> ranges(@Nullable FileLines file, boolean before) {
    if (file == null) {
      return List.of();
    }
    return before ? file.before() : file.after();
  }
}
