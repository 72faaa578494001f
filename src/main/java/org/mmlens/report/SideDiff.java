package org.mmlens.report;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.List;

/// What differs between the two sides of a review, as a unified diff without line numbers.
final class SideDiff {

  private static final int CONTEXT = 1;

  private SideDiff() {}

  /// {@return each line with its leading `' '`, `-` or `+`, and `...` alone where equal lines are
  /// left out; empty if nothing differs}
  ///
  /// @param before lines of the side before the patch
  /// @param after lines of the side after the patch
  static List<String> of(List<String> before, List<String> after) {
    var patch = DiffUtils.diff(before, after);
    var lines = new ArrayList<String>();
    int shown = 0;
    for (String line :
        UnifiedDiffUtils.generateUnifiedDiff("before", "after", before, patch, CONTEXT)) {
      if (line.startsWith("@@")) {
        int from = startOf(line);
        if (from > shown) {
          lines.add("...");
        }
        shown = from;
      } else if (!line.startsWith("--- before") && !line.startsWith("+++ after")) {
        lines.add(line);
        shown += line.startsWith("+") ? 0 : 1;
      }
    }
    if (!lines.isEmpty() && shown < before.size()) {
      lines.add("...");
    }
    return lines;
  }

  /// {@return the same with every line of both sides}
  static List<String> whole(List<String> before, List<String> after) {
    var lines = new ArrayList<String>();
    int at = 0;
    for (var delta : DiffUtils.diff(before, after).getDeltas()) {
      int position = delta.getSource().getPosition();
      before.subList(at, position).forEach(line -> lines.add(" " + line));
      delta.getSource().getLines().forEach(line -> lines.add("-" + line));
      delta.getTarget().getLines().forEach(line -> lines.add("+" + line));
      at = position + delta.getSource().size();
    }
    before.subList(at, before.size()).forEach(line -> lines.add(" " + line));
    return lines;
  }

  /// {@return how many lines of the side before stand above this `@@ -start,count +…` line}
  private static int startOf(String header) {
    String range = header.substring(4, header.indexOf(' ', 4));
    int comma = range.indexOf(',');
    int start = Integer.parseInt(comma < 0 ? range : range.substring(0, comma));
    return Math.max(start - 1, 0);
  }
}
