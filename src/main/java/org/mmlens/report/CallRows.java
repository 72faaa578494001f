package org.mmlens.report;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mmlens.report.CallLines.Line;

/// The call trees of two runs beside each other, equal lines in one row.
///
/// Lines are equal if they say the same: how deep in calls they stand does not matter, so that a
/// function that was taken out of another adds its own line and moves no other.
final class CallRows {

  /// A row.
  ///
  /// @param before a line of the run before the patch; absent where only the other has one
  /// @param after a line of the run after the patch
  record Row(Optional<Line> before, Optional<Line> after) {
    boolean apart() {
      return !before.map(Line::marked).equals(after.map(Line::marked));
    }

    /// {@return whichever line there is, that of the side after the patch first}
    Line line() {
      return after.or(() -> before).orElseThrow();
    }
  }

  private CallRows() {}

  /// {@return the rows, in order}
  static List<Row> of(List<Line> before, List<Line> after) {
    List<String> left = before.stream().map(Line::marked).toList();
    List<String> right = after.stream().map(Line::marked).toList();
    var rows = new ArrayList<Row>();
    int i = 0;
    int j = 0;
    for (AbstractDelta<String> delta : DiffUtils.diff(left, right).getDeltas()) {
      for (; i < delta.getSource().getPosition(); i++, j++) {
        rows.add(new Row(Optional.of(before.get(i)), Optional.of(after.get(j))));
      }
      int leftEnd = i + delta.getSource().size();
      int rightEnd = j + delta.getTarget().size();
      while (i < leftEnd || j < rightEnd) {
        Optional<Line> b = i < leftEnd ? Optional.of(before.get(i++)) : Optional.empty();
        Optional<Line> a = j < rightEnd ? Optional.of(after.get(j++)) : Optional.empty();
        rows.add(new Row(b, a));
      }
    }
    for (; i < before.size(); i++, j++) {
      rows.add(new Row(Optional.of(before.get(i)), Optional.of(after.get(j))));
    }
    return List.copyOf(rows);
  }
}
