package org.mmlens.review;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mmlens.diag.Position;
import org.mmlens.ir.Function;
import org.mmlens.tree.SourceTree;

/// Which changed lines of functions that the lens leads to no run came to, on either side: of them
/// no run says anything.
///
/// @param ranges neighbouring lines, after the change, or before it where lines are only removed
/// @param everything whether no run came to anything that was changed
record Unrun(List<Uncompiled.Range> ranges, boolean everything) {

  Unrun {
    ranges = List.copyOf(ranges);
  }

  /// {@return the changed lines that no run came to}
  ///
  /// @param change the two trees
  /// @param before the side before, with what its runs have covered
  /// @param after the side after, with what its runs have covered
  static Unrun of(Reviewer.Change change, Side.Ready before, Side.Ready after) {
    var old = new Lines(before);
    var now = new Lines(after);
    var found = new ArrayList<Uncompiled.Range>();
    boolean elsewhere = false;
    for (String path : change.paths()) {
      List<String> was = lines(change.before(), path);
      List<String> is = lines(change.after(), path);
      for (AbstractDelta<String> delta : DiffUtils.diff(was, is).getDeltas()) {
        State state = old.state(path, delta.getSource()).with(now.state(path, delta.getTarget()));
        elsewhere |= state != State.UNRUN;
        if (state == State.UNRUN) {
          Chunk<String> shown =
              delta.getTarget().getLines().isEmpty() ? delta.getSource() : delta.getTarget();
          found.add(
              new Uncompiled.Range(
                  Position.ofLine(path, shown.getPosition() + 1), shown.getLines().size()));
        }
      }
    }
    return new Unrun(found, !found.isEmpty() && !elsewhere);
  }

  private static List<String> lines(SourceTree tree, String path) {
    return tree.text(path).map(text -> text.lines().toList()).orElse(List.of());
  }

  /// What is known of some lines; the later outweighs the earlier.
  private enum State {
    /// Nothing but comments and blank lines.
    EMPTY,
    /// They have no code of a function that the lens leads to.
    OTHER,
    /// They have, and no run came to it.
    UNRUN,
    /// A run came to some of it.
    RUN;

    /// {@return what is known of both; an unrun line beside one that says nothing stays unrun}
    State with(State other) {
      return compareTo(other) > 0 ? this : other;
    }
  }

  /// The lines of one side's functions, and whether runs came to them.
  private static final class Lines {
    private final Map<String, TreeMap<Integer, Boolean>> ran = new HashMap<>();
    private final Map<String, TreeMap<Integer, Integer>> bodies = new HashMap<>();

    Lines(Side.Ready side) {
      var visits = new Visits(side.rig());
      for (Function f : side.reached()) {
        String path = f.at().path();
        bodies.computeIfAbsent(path, _ -> new TreeMap<>()).put(f.at().line(), f.lastLine());
        TreeMap<Integer, Boolean> lines = ran.computeIfAbsent(path, _ -> new TreeMap<>());
        visits.lines(f).forEach((line, came) -> lines.merge(line, came, Boolean::logicalOr));
      }
    }

    State state(String path, Chunk<String> chunk) {
      State state = State.EMPTY;
      for (int i = 0; i < chunk.getLines().size(); i++) {
        if (Uncompiled.hasCode(chunk.getLines().get(i))) {
          state = state.with(state(path, chunk.getPosition() + 1 + i));
        }
      }
      return state;
    }

    /// A line without code of its own goes on with what the line before it began.
    private State state(String path, int line) {
      Map.Entry<Integer, Integer> body =
          bodies.getOrDefault(path, new TreeMap<>()).floorEntry(line);
      if (body == null || line > body.getValue()) {
        return State.OTHER;
      }
      Map.Entry<Integer, Boolean> code = ran.getOrDefault(path, new TreeMap<>()).floorEntry(line);
      if (code == null || code.getKey() < body.getKey()) {
        return State.OTHER;
      }
      return code.getValue() ? State.RUN : State.UNRUN;
    }
  }
}
