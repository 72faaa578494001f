package org.mmlens.review;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
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
    boolean ran = false;
    for (String path : change.paths()) {
      List<String> was = lines(change.before(), path);
      List<String> is = lines(change.after(), path);
      for (AbstractDelta<String> delta : DiffUtils.diff(was, is).getDeltas()) {
        State state =
            old.state(path, was, delta.getSource()).with(now.state(path, is, delta.getTarget()));
        ran |= state == State.RUN;
        if (state == State.UNRUN) {
          old.unrun(path, delta.getSource());
          now.unrun(path, delta.getTarget());
          Chunk<String> shown =
              delta.getTarget().getLines().isEmpty() ? delta.getSource() : delta.getTarget();
          found.add(
              new Uncompiled.Range(
                  Position.ofLine(path, shown.getPosition() + 1), shown.getLines().size()));
        }
      }
    }
    return new Unrun(
        found,
        !ran && !SameCode.of(before.whole(), after.whole()) && !otherwise(before, old, after, now));
  }

  /// {@return whether a run came to code that differs without a changed line of its own, since a
  /// macro, a type or an initial value has changed}
  private static boolean otherwise(Side.Ready before, Lines old, Side.Ready after, Lines now) {
    return !SameCode.sameData(before.whole(), after.whole())
        || after.whole().functions().values().stream()
            .filter(f -> !now.unrun.contains(f.symbol()) && !old.unrun.contains(f.symbol()))
            .anyMatch(f -> differs(before.whole().functions().get(f.symbol()), old, f, now));
  }

  private static boolean differs(@Nullable Function was, Lines old, Function is, Lines now) {
    if (was == null) {
      return !now.visits.visited(is).isEmpty();
    }
    Set<Integer> blocks = SameCode.differing(was, is);
    return !Collections.disjoint(blocks, now.visits.visited(is))
        || !Collections.disjoint(blocks, old.visits.visited(was));
  }

  /// Names without a value: whether they stand there is all the same to a run.
  private static final Pattern DECLARATION =
      Pattern.compile(
          "\\s*(?!(?:return|goto|else|case|do)\\b)(?:\\w+[\\s*]+)+\\w+(?:\\s*,[\\s*]*\\w+)*\\s*;\\s*");

  /// Longer lines are not looked at closely.
  private static final int LONGEST = 200;

  private static boolean says(String line) {
    return Uncompiled.hasCode(line)
        && (line.length() > LONGEST || !DECLARATION.matcher(line).matches());
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
    private final Map<String, TreeMap<Integer, Function>> bodies = new HashMap<>();
    private final Visits visits;

    /// Functions with changed lines that no run came to.
    private final Set<String> unrun = new HashSet<>();

    Lines(Side.Ready side) {
      visits = new Visits(side.rig());
      for (Function f : side.reached()) {
        String path = f.at().path();
        bodies.computeIfAbsent(path, _ -> new TreeMap<>()).put(f.at().line(), f);
        TreeMap<Integer, Boolean> lines = ran.computeIfAbsent(path, _ -> new TreeMap<>());
        visits.lines(f).forEach((line, came) -> lines.merge(line, came, Boolean::logicalOr));
      }
    }

    State state(String path, List<String> text, Chunk<String> chunk) {
      State state = State.EMPTY;
      for (int i = 0; i < chunk.getLines().size(); i++) {
        if (says(chunk.getLines().get(i))) {
          state = state.with(state(path, text, chunk.getPosition() + 1 + i));
        }
      }
      return state;
    }

    /// A line without code of its own goes on with what the line before it began, or declares.
    private State state(String path, List<String> text, int line) {
      Optional<Function> body = body(path, line);
      Map.Entry<Integer, Boolean> code = ran.getOrDefault(path, new TreeMap<>()).floorEntry(line);
      if (body.isEmpty() || code == null || code.getKey() < body.get().at().line()) {
        return State.OTHER;
      }
      if (code.getKey() < line && beginsAnew(text, line)) {
        return State.OTHER;
      }
      return code.getValue() ? State.RUN : State.UNRUN;
    }

    /// Whether nothing is left open before a line.
    private static boolean beginsAnew(List<String> text, int line) {
      return text.subList(0, line - 1).reversed().stream()
          .filter(Uncompiled::hasCode)
          .findFirst()
          .filter(before -> !before.strip().matches(".*[;{}:]"))
          .isEmpty();
    }

    private Optional<Function> body(String path, int line) {
      return Optional.ofNullable(bodies.getOrDefault(path, new TreeMap<>()).floorEntry(line))
          .map(Map.Entry::getValue)
          .filter(f -> line <= f.lastLine());
    }

    /// Takes note of whose lines these are.
    void unrun(String path, Chunk<String> chunk) {
      for (int i = 0; i < chunk.getLines().size(); i++) {
        body(path, chunk.getPosition() + 1 + i).ifPresent(f -> unrun.add(f.symbol()));
      }
    }
  }
}
