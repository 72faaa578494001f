package org.mmlens.review;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mmlens.diag.Position;
import org.mmlens.ir.Function;
import org.mmlens.jvm.Reachable;
import org.mmlens.review.ValueUses.Use;
import org.mmlens.tree.SourceTree;

/// What a change alters of the code that the lens leads to, and no run came to, on either side: of
/// it no run says anything.
///
/// @param ranges changed lines, after the change, or before it where lines are only removed
/// @param elsewhere lines that do something else although they say the same, since a macro, a type
///   or a declaration has changed
/// @param values variables with another initial value that no run is known to have read
/// @param everything whether runs have done nothing but what they did before the change
record Unrun(
    List<Uncompiled.Range> ranges,
    List<Position> elsewhere,
    List<ChangedValue> values,
    boolean everything) {

  Unrun {
    ranges = List.copyOf(ranges);
    elsewhere = List.copyOf(elsewhere);
    values = List.copyOf(values);
  }

  /// {@return what no run came to}
  ///
  /// @param change the two trees
  /// @param changed what differs between them
  /// @param before the side before, with what its runs have covered
  /// @param after the side after, with what its runs have covered
  static Unrun of(
      Reviewer.Change change, ChangedCode changed, Side.Ready before, Side.Ready after) {
    var lines = new ChangedLines(new SideLines(before), new SideLines(after));
    Map<String, List<AbstractDelta<String>>> deltas = new HashMap<>();
    for (String path : change.paths()) {
      List<String> was = lines(change.before(), path);
      List<String> is = lines(change.after(), path);
      List<AbstractDelta<String>> found = DiffUtils.diff(was, is).getDeltas();
      deltas.put(path, found);
      found.forEach(delta -> lines.judge(path, was, is, delta));
    }
    Visits old = lines.before().visits();
    Visits now = lines.after().visits();
    List<ChangedValue> values = ChangedValue.of(changed, before.whole(), old, after.whole(), now);
    return new Unrun(
        lines.unrun(),
        new Expansions(change, lines, deltas).unrun(before, after),
        values.stream().filter(v -> v.use() != Use.READ).toList(),
        values.stream().allMatch(v -> v.use() == Use.NONE)
            && sameRuns(before.whole(), old, after.whole(), now)
            && !(values.isEmpty() && sameCode(before.whole(), after.whole())));
  }

  /// {@return whether runs came to the same code on both sides}
  private static boolean sameRuns(Reachable before, Visits old, Reachable after, Visits now) {
    return before.functions().values().stream()
            .allMatch(
                was -> {
                  Function is = after.functions().get(was.symbol());
                  return is == null
                      ? !old.entered(was)
                      : SameCode.same(was, is) || Lockstep.alike(was, old, is, now);
                })
        && after.functions().values().stream()
            .allMatch(is -> before.functions().containsKey(is.symbol()) || !now.entered(is));
  }

  /// {@return whether both sides have the same code, names of locals aside}
  private static boolean sameCode(Reachable before, Reachable after) {
    return before.functions().keySet().equals(after.functions().keySet())
        && before.functions().values().stream()
            .allMatch(
                was -> {
                  Function is = Objects.requireNonNull(after.functions().get(was.symbol()));
                  return SameCode.same(was, is) || Lockstep.alike(was, is);
                });
  }

  static List<String> lines(SourceTree tree, String path) {
    return tree.text(path).map(text -> text.lines().toList()).orElse(List.of());
  }
}
