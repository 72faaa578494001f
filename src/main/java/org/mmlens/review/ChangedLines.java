package org.mmlens.review;

import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mmlens.diag.Position;
import org.mmlens.review.SideLines.Came;
import org.mmlens.review.SideLines.Code;

/// Finds out which changed lines have code that no run came to.
final class ChangedLines {

  /// What leads elsewhere has no code of its own: it belongs to the branch before it.
  private static final Pattern LEADS =
      Pattern.compile("\\bgoto\\s+\\w+|\\b(?:break|continue)\\s*;");

  private final SideLines before;
  private final SideLines after;
  private final List<Uncompiled.Range> unrun = new ArrayList<>();

  ChangedLines(SideLines before, SideLines after) {
    this.before = before;
    this.after = after;
  }

  SideLines before() {
    return before;
  }

  SideLines after() {
    return after;
  }

  /// {@return those lines: after the change, or before it where no line is left}
  List<Uncompiled.Range> unrun() {
    return unrun;
  }

  /// Lines that were changed together, on one side.
  ///
  /// @param places for each line with code where that stands
  /// @param code what their statements do
  /// @param never lines that lead elsewhere, where no run went
  /// @param leads where lines lead to, in the words of the source
  private record Piece(
      Map<Integer, Integer> places, Code code, Set<Integer> never, List<String> leads) {

    boolean same(Piece other) {
      return code.text().equals(other.code.text()) && leads.equals(other.leads);
    }

    /// {@return those of its lines that have code to which no run came}
    Set<Integer> unrun(Piece other) {
      boolean sameRun = code.text(Came.ONCE).equals(other.code.text(Came.ONCE));
      Set<Integer> lines = new TreeSet<>(leads.equals(other.leads) ? Set.of() : never);
      places.forEach(
          (line, at) -> {
            if (code.whollyUnrun(at) || sameRun && code.unrun(at)) {
              lines.add(line);
            }
          });
      return lines;
    }
  }

  /// Judges lines that were changed together.
  ///
  /// @param path the file
  /// @param was its lines before
  /// @param is its lines after
  /// @param delta which of them
  void judge(String path, List<String> was, List<String> is, AbstractDelta<String> delta) {
    Piece old = piece(before, path, was, delta.getSource());
    Piece now = piece(after, path, is, delta.getTarget());
    if (old.same(now)) {
      return;
    }
    Set<Integer> added = now.unrun(old);
    Set<Integer> removed = old.unrun(now);
    if (!added.isEmpty()) {
      add(path, added.iterator().next(), added.size());
    } else if (!removed.isEmpty()) {
      Chunk<String> left = delta.getTarget();
      int first = removed.iterator().next();
      add(path, left.getLines().isEmpty() ? first : left.getPosition() + 1, removed.size());
    }
  }

  private void add(String path, int line, int lines) {
    unrun.add(new Uncompiled.Range(Position.ofLine(path, line), lines));
  }

  private static Piece piece(SideLines side, String path, List<String> text, Chunk<String> chunk) {
    Map<Integer, Integer> places = new TreeMap<>();
    Set<Integer> statements = new TreeSet<>();
    Set<Integer> never = new TreeSet<>();
    List<String> leads = new ArrayList<>();
    for (int line = chunk.getPosition() + 1; line <= chunk.getPosition() + chunk.size(); line++) {
      String words = text.get(line - 1);
      if (!Uncompiled.hasCode(words)) {
        continue;
      }
      int at = line;
      side.codeOf(path, text, at).ifPresent(place -> places.put(at, place));
      leads(words).forEach(leads::add);
      if (places.containsKey(at)) {
        statements.addAll(Statements.around(text, at));
      } else if (leads(words).findAny().isPresent()
          && side.neverLed(path, Statements.first(text, Math.max(1, at - 1)), at)) {
        never.add(at);
      }
    }
    return new Piece(places, side.code(path, statements), never, leads);
  }

  private static Stream<String> leads(String line) {
    return LEADS.matcher(line).results().map(MatchResult::group);
  }
}
