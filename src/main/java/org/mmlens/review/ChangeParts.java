package org.mmlens.review;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mmlens.diag.Position;
import org.mmlens.surface.scan.Entity;
import org.mmlens.surface.scan.FileScanner;
import org.mmlens.tree.SourceTree;

/// The parts of a change: runs of neighbouring lines.
///
/// The same replacement in several places of one function is one part, and so are lines that move.
///
/// @param parts those that have code in them, in the order of their files and lines
record ChangeParts(List<List<Block>> parts) {

  private static final Pattern TOKEN = Pattern.compile("\\w+|[^\\s\\w]");

  ChangeParts {
    parts = parts.stream().map(List::copyOf).toList();
  }

  /// Neighbouring lines that changed.
  ///
  /// @param path the file
  /// @param function the function they are in; empty outside of functions
  /// @param delta the lines
  record Block(String path, String function, AbstractDelta<String> delta) {

    /// {@return the first line with code in it after the change, or where it was}
    Position at() {
      Chunk<String> now = delta.getTarget();
      int line = now.getPosition();
      for (String text : now.getLines()) {
        line++;
        if (Uncompiled.hasCode(text)) {
          return Position.ofLine(path, line);
        }
      }
      return Position.ofLine(path, now.getPosition() + 1);
    }

    /// {@return how many lines of code it has, on the side that has more}
    int lines() {
      return Math.max(code(delta.getSource()), code(delta.getTarget()));
    }

    private static Stream<String> stripped(Chunk<String> chunk) {
      return chunk.getLines().stream().filter(Uncompiled::hasCode).map(String::strip);
    }

    private static int code(Chunk<String> chunk) {
      return (int) chunk.getLines().stream().filter(Uncompiled::hasCode).count();
    }

    /// {@return the same text for the same replacement in the same function}
    private String edit() {
      List<String> was = tokens(delta.getSource());
      List<String> now = tokens(delta.getTarget());
      List<String> gone = new ArrayList<>(was);
      now.forEach(gone::remove);
      was.forEach(now::remove);
      return gone.isEmpty() || now.isEmpty() && code(delta.getTarget()) == 0
          ? at().toString()
          : path + " " + function + " " + gone + " " + now;
    }

    private static List<String> tokens(Chunk<String> chunk) {
      return new ArrayList<>(
          TOKEN
              .matcher(String.join("\n", chunk.getLines()))
              .results()
              .map(MatchResult::group)
              .toList());
    }
  }

  /// {@return the parts of a change}
  ///
  /// @param before the tree before
  /// @param after the tree after
  /// @param paths the files that differ
  /// @param reached names of the functions that matter: what changes in others is left out
  static ChangeParts of(
      SourceTree before, SourceTree after, Collection<String> paths, Set<String> reached) {
    Map<String, List<Block>> found = new LinkedHashMap<>();
    for (String path : paths.stream().sorted().toList()) {
      if (path.endsWith(".c") || path.endsWith(".h")) {
        for (Block b : blocks(before, after, path)) {
          if (b.lines() > 0 && (b.function().isEmpty() || reached.contains(b.function()))) {
            found.computeIfAbsent(b.edit(), _ -> new ArrayList<>()).add(b);
          }
        }
      }
    }
    return new ChangeParts(moved(List.copyOf(found.values())));
  }

  /// Lines that go here and come there are one part.
  private static List<List<Block>> moved(List<List<Block>> parts) {
    List<List<Block>> result = new ArrayList<>();
    for (List<Block> part : parts) {
      List<Block> all = new ArrayList<>(part);
      for (List<Block> known : List.copyOf(result)) {
        if (goesTo(part, known) || goesTo(known, part)) {
          result.remove(known);
          all.addAll(0, known);
        }
      }
      result.add(all);
    }
    return result;
  }

  private static boolean goesTo(List<Block> from, List<Block> to) {
    List<String> gone = from.stream().flatMap(b -> Block.stripped(b.delta().getSource())).toList();
    List<String> here = from.stream().flatMap(b -> Block.stripped(b.delta().getTarget())).toList();
    List<String> there = to.stream().flatMap(b -> Block.stripped(b.delta().getTarget())).toList();
    return !gone.isEmpty() && here.isEmpty() && there.containsAll(gone);
  }

  static List<String> lines(SourceTree tree, String path) {
    return tree.text(path).map(text -> text.lines().toList()).orElse(List.of());
  }

  private static List<Block> blocks(SourceTree before, SourceTree after, String path) {
    List<Entity> was = functions(before, path);
    List<Entity> now = functions(after, path);
    List<Block> found = new ArrayList<>();
    for (AbstractDelta<String> d :
        DiffUtils.diff(lines(before, path), lines(after, path)).getDeltas()) {
      found.add(
          new Block(
              path, around(now, d.getTarget()).or(() -> around(was, d.getSource())).orElse(""), d));
    }
    return found;
  }

  private static List<Entity> functions(SourceTree tree, String path) {
    return tree
        .read(path)
        .map(bytes -> FileScanner.scan(path, bytes).entities())
        .orElse(List.of())
        .stream()
        .filter(e -> e.definition() && !e.shape().body().isEmpty())
        .toList();
  }

  /// {@return the definition with a body that all lines of a chunk are in}
  private static Optional<String> around(List<Entity> functions, Chunk<String> chunk) {
    int first = chunk.getPosition() + 1;
    int last = chunk.getPosition() + Math.max(1, chunk.size());
    return functions.stream()
        .filter(e -> e.place().firstLine() <= first && last <= e.place().lastLine())
        .map(Entity::name)
        .findFirst();
  }
}
