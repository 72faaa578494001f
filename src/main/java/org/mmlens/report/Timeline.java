package org.mmlens.report;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mmlens.lens.Outcome;

/// The effects of two runs beside each other, equal ones in one row.
final class Timeline {

  /// A moment.
  ///
  /// @param before what the run before the patch did; absent where only the other did something
  /// @param after what the run after the patch did
  record Row(Optional<Outcome.Event> before, Optional<Outcome.Event> after) {
    boolean apart() {
      return !before.map(Outcome.Event::text).equals(after.map(Outcome.Event::text));
    }
  }

  private Timeline() {}

  /// {@return the rows in order; the last one tells how the runs ended}
  static List<Row> of(Outcome before, Outcome after) {
    List<Outcome.Event> left = events(before);
    List<Outcome.Event> right = events(after);
    List<String> leftTexts = left.stream().map(Outcome.Event::text).toList();
    List<String> rightTexts = right.stream().map(Outcome.Event::text).toList();
    var rows = new ArrayList<Row>();
    int i = 0;
    int j = 0;
    for (AbstractDelta<String> delta : DiffUtils.diff(leftTexts, rightTexts).getDeltas()) {
      while (i < delta.getSource().getPosition()) {
        rows.add(new Row(Optional.of(left.get(i++)), Optional.of(right.get(j++))));
      }
      int leftEnd = i + delta.getSource().size();
      int rightEnd = j + delta.getTarget().size();
      while (i < leftEnd || j < rightEnd) {
        rows.add(
            new Row(
                i < leftEnd ? Optional.of(left.get(i++)) : Optional.empty(),
                j < rightEnd ? Optional.of(right.get(j++)) : Optional.empty()));
      }
    }
    while (i < left.size()) {
      rows.add(new Row(Optional.of(left.get(i++)), Optional.of(right.get(j++))));
    }
    return List.copyOf(rows);
  }

  private static List<Outcome.Event> events(Outcome outcome) {
    var events = new ArrayList<>(outcome.effects());
    events.add(new Outcome.Event(OutcomeLines.ending(outcome), Optional.empty()));
    return events;
  }
}
