package org.mmlens.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/// Which lines differ between two trees, as far as known steps lead from one to the other.
final class TreeDifference {

  private final SourceTree before;
  private final SourceTree after;
  private final List<LineMap.FileLines> lines = new ArrayList<>();

  private TreeDifference(SourceTree before, SourceTree after) {
    this.before = before;
    this.after = after;
  }

  /// {@return the lines that differ, renames along the steps followed}
  static LineMap between(SourceTree before, SourceTree after, List<LineMap> steps) {
    var difference = new TreeDifference(before, after);
    endToEnd(steps).forEach(difference::file);
    return new LineMap(difference.lines);
  }

  /// The path a file has after all steps, by the path it had before; new files by their own path.
  private static LinkedHashMap<String, Optional<String>> endToEnd(List<LineMap> steps) {
    var ends = new LinkedHashMap<String, Optional<String>>();
    for (LineMap step : steps) {
      for (LineMap.FileLines file : step.files().values()) {
        String key =
            file.beforePath()
                .flatMap(path -> startOf(path, ends))
                .or(file::beforePath)
                .or(file::afterPath)
                .orElseThrow();
        ends.put(key, file.afterPath());
      }
    }
    return ends;
  }

  private static Optional<String> startOf(
      String path, LinkedHashMap<String, Optional<String>> ends) {
    return ends.entrySet().stream()
        .filter(e -> e.getValue().filter(path::equals).isPresent())
        .map(java.util.Map.Entry::getKey)
        .findFirst();
  }

  private void file(String start, Optional<String> end) {
    Optional<String> beforePath = Optional.of(start).filter(p -> before.mode(p).isPresent());
    Optional<String> afterPath = end.filter(p -> after.mode(p).isPresent());
    if (beforePath.isEmpty() && afterPath.isEmpty()) {
      return;
    }
    var old = new RawText(beforePath.flatMap(before::blob).orElseGet(() -> new byte[0]));
    var now = new RawText(afterPath.flatMap(after::blob).orElseGet(() -> new byte[0]));
    var oldRanges = new ArrayList<LineRange>();
    var newRanges = new ArrayList<LineRange>();
    for (Edit edit : new HistogramDiff().diff(RawTextComparator.DEFAULT, old, now)) {
      oldRanges.add(new LineRange(edit.getBeginA() + 1, edit.getEndA() + 1));
      newRanges.add(new LineRange(edit.getBeginB() + 1, edit.getEndB() + 1));
    }
    lines.add(new LineMap.FileLines(beforePath, afterPath, oldRanges, newRanges));
  }
}
