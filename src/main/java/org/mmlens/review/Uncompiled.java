package org.mmlens.review;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.mmlens.c.CProgram;
import org.mmlens.diag.Position;
import org.mmlens.tree.SourceTree;

/// Which changed lines the configuration in force leaves out: of them no run says anything.
///
/// @param ranges the first line of each run of such lines, after the change, or before it where
///   lines are only removed, with their number
/// @param unread changed files that neither side compiles, in alphabetical order
/// @param everything whether nothing that was changed is compiled, and something was changed
record Uncompiled(List<Range> ranges, List<String> unread, boolean everything) {

  Uncompiled {
    ranges = List.copyOf(ranges);
    unread = List.copyOf(unread);
  }

  /// {@return that nothing is known of what is compiled}
  static Uncompiled unknown() {
    return new Uncompiled(List.of(), List.of(), false);
  }

  /// Neighbouring lines.
  ///
  /// @param at the first
  /// @param lines how many
  record Range(Position at, int lines) {}

  /// {@return the changed lines that neither side compiles}
  ///
  /// @param before the tree before, and its program
  /// @param after the tree after, and its program
  /// @param paths the files that differ
  static Uncompiled of(Source before, Source after, Collection<String> paths) {
    var found = new ArrayList<Range>();
    var unread = new ArrayList<String>();
    int counted = 0;
    int left = 0;
    for (String path : paths.stream().sorted().toList()) {
      List<String> was = before.lines(path);
      List<String> now = after.lines(path);
      Optional<BitSet> skippedBefore = before.program().skipped(path);
      Optional<BitSet> skippedAfter = after.program().skipped(path);
      if (skippedBefore.isEmpty() && skippedAfter.isEmpty()) {
        unread.add(path);
        continue;
      }
      for (AbstractDelta<String> delta : DiffUtils.diff(was, now).getDeltas()) {
        int[] old = count(delta.getSource(), skippedBefore);
        int[] young = count(delta.getTarget(), skippedAfter);
        counted += old[0] + young[0];
        left += old[1] + young[1];
        if (old[0] + young[0] > 0 && old[0] + young[0] == old[1] + young[1]) {
          Chunk<String> chunk = young[0] > 0 ? delta.getTarget() : delta.getSource();
          found.add(
              new Range(Position.ofLine(path, chunk.getPosition() + 1), chunk.getLines().size()));
        }
      }
    }
    boolean nothing = counted + unread.size() > 0 && counted == left;
    return new Uncompiled(found, unread, nothing);
  }

  /// A tree and what was compiled of it.
  ///
  /// @param tree the tree
  /// @param program its C
  record Source(SourceTree tree, CProgram program) {
    private List<String> lines(String path) {
      return tree.text(path).map(text -> text.lines().toList()).orElse(List.of());
    }
  }

  /// {@return how many lines have code in them, and how many of those are left out}
  private static int[] count(Chunk<String> chunk, Optional<BitSet> skipped) {
    int all = 0;
    int left = 0;
    for (int i = 0; i < chunk.getLines().size(); i++) {
      if (hasCode(chunk.getLines().get(i))) {
        all++;
        int line = chunk.getPosition() + 1 + i;
        left += skipped.isPresent() && skipped.get().get(line) ? 1 : 0;
      }
    }
    return new int[] {all, left};
  }

  /// A directive counts as compiled code: what it decides is another matter than what it holds.
  static boolean hasCode(String line) {
    String text = line.strip();
    return !text.isEmpty()
        && !text.startsWith("/*")
        && !text.startsWith("*")
        && !text.startsWith("//");
  }
}
