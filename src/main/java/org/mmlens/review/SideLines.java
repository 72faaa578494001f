package org.mmlens.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.mmlens.ir.Block;
import org.mmlens.ir.Function;
import org.mmlens.ir.Instruction;
import org.mmlens.ir.Terminator;

/// The lines of one side's functions, what code they have, and whether runs came to it.
final class SideLines {

  private final Map<String, TreeMap<Integer, Function>> bodies = new HashMap<>();
  private final Map<String, TreeSet<Integer>> withCode = new HashMap<>();
  private final Map<String, Set<Integer>> visited = new HashMap<>();
  private final Visits visits;

  SideLines(Side.Ready side) {
    visits = new Visits(side.rig());
    for (Function f : side.reached()) {
      String path = f.at().path();
      bodies.computeIfAbsent(path, _ -> new TreeMap<>()).put(f.at().line(), f);
      withCode.computeIfAbsent(path, _ -> new TreeSet<>()).addAll(lines(f));
    }
  }

  private static Set<Integer> lines(Function f) {
    Set<Integer> lines = new TreeSet<>();
    for (Block b : f.blocks()) {
      b.instructions().stream().filter(i -> !Wording.declares(i)).forEach(i -> lines.add(i.line()));
      lines.add(b.end().line());
    }
    return lines;
  }

  /// What some lines do.
  ///
  /// @param steps in the order of the blocks
  record Code(List<Step> steps) {

    /// {@return the part that runs came to, or the part that none came to}
    List<String> text(Came came) {
      return steps.stream()
          .filter(s -> s.came() == came && !s.text().isEmpty())
          .map(Step::text)
          .toList();
    }

    /// {@return whether a line has code to which no run came}
    boolean unrun(int line) {
      return steps.stream()
          .anyMatch(s -> s.line() == line && s.came() == Came.NEVER && !s.text().isEmpty());
    }

    /// {@return whether a line has code, and no run came to any of it}
    boolean whollyUnrun(int line) {
      return steps.stream().anyMatch(s -> s.line() == line)
          && steps.stream().allMatch(s -> s.line() != line || s.came() == Came.NEVER);
    }

    /// {@return whether a run came to any of it}
    boolean run() {
      return steps.stream().anyMatch(s -> s.came() == Came.ONCE);
    }

    /// {@return what all of it does, whatever runs came to}
    List<String> text() {
      return steps.stream().map(Step::text).filter(text -> !text.isEmpty()).toList();
    }
  }

  /// An instruction, or the end of a block.
  ///
  /// @param line where it stands
  /// @param came whether a run came to it
  /// @param text what it does; empty where it only leads elsewhere
  record Step(int line, Came came, String text) {}

  /// Whether runs came to something.
  enum Came {
    /// At least once.
    ONCE,
    /// Never.
    NEVER
  }

  Visits visits() {
    return visits;
  }

  /// {@return where the code of a line stands: there, or where that began which it goes on with}
  ///
  /// @param path the file
  /// @param text its lines
  /// @param line counted from 1
  Optional<Integer> codeOf(String path, List<String> text, int line) {
    Optional<Function> body = body(path, line);
    Integer code = withCode.getOrDefault(path, new TreeSet<>()).floor(line);
    if (body.isEmpty() || code == null || code < body.get().at().line()) {
      return Optional.empty();
    }
    return code < Statements.first(text, line) ? Optional.empty() : Optional.of(code);
  }

  /// {@return the function that a line belongs to}
  Optional<Function> body(String path, int line) {
    return Optional.ofNullable(bodies.getOrDefault(path, new TreeMap<>()).floorEntry(line))
        .map(Map.Entry::getValue)
        .filter(f -> line <= f.lastLine());
  }

  /// {@return whether runs came to a condition, and none took the way that leads from it to another
  /// place than to what stands next}
  ///
  /// @param path the file
  /// @param condition the line of the condition
  /// @param jump the line of the `goto`, `break` or `continue` that depends on it
  boolean neverLed(String path, int condition, int jump) {
    Optional<Function> body = body(path, condition);
    Integer next = withCode.getOrDefault(path, new TreeSet<>()).higher(jump);
    if (body.isEmpty() || next == null) {
      return false;
    }
    Function f = body.get();
    List<Boolean> taken = new ArrayList<>();
    for (Block b : f.blocks()) {
      if (b.end() instanceof Terminator.Branch branch && branch.line() == condition) {
        Visits.exits(branch).stream()
            .filter(way -> !Set.of(condition, next).contains(firstLine(f, way.target())))
            .forEach(way -> taken.add(visits.taken(f, branch, way)));
      }
    }
    return !taken.isEmpty() && !taken.contains(true);
  }

  /// {@return the line of the first step of a block, or of where it only leads to}
  private static int firstLine(Function f, int block) {
    int at = block;
    for (int i = 0; i < f.blocks().size(); i++) {
      Block b = f.blocks().get(at);
      if (!b.instructions().isEmpty()) {
        return b.instructions().getFirst().line();
      }
      if (Visits.exits(b.end()).size() != 1) {
        return b.end().line();
      }
      at = Visits.exits(b.end()).getFirst().target();
    }
    return 0;
  }

  /// {@return what some lines of a file do together}
  Code code(String path, Collection<Integer> lines) {
    Map<Integer, Function> functions = new TreeMap<>();
    lines.forEach(l -> body(path, l).ifPresent(f -> functions.put(f.at().line(), f)));
    List<Step> all = new ArrayList<>();
    for (Function f : functions.values()) {
      var wording = new Wording(f, Wording.Naming.NAMES);
      steps(f, line -> Optional.of(wording).filter(_ -> lines.contains(line)), all);
    }
    return new Code(all);
  }

  /// {@return what each line of a function does}
  SortedMap<Integer, Code> code(Function f) {
    Map<Integer, Wording> wordings = new HashMap<>();
    List<Step> all = new ArrayList<>();
    steps(
        f,
        line ->
            Optional.of(wordings.computeIfAbsent(line, _ -> new Wording(f, Wording.Naming.NAMES))),
        all);
    SortedMap<Integer, Code> byLine = new TreeMap<>();
    all.forEach(
        s -> byLine.computeIfAbsent(s.line(), _ -> new Code(new ArrayList<>())).steps().add(s));
    return byLine;
  }

  private void steps(Function f, IntFunction<Optional<Wording>> of, List<Step> all) {
    Set<Integer> visited = this.visited.computeIfAbsent(f.symbol(), _ -> visits.visited(f));
    for (Block b : f.blocks()) {
      Came came = visited.contains(b.index()) ? Came.ONCE : Came.NEVER;
      for (Instruction i : b.instructions()) {
        if (!Wording.declares(i)) {
          of.apply(i.line()).ifPresent(w -> all.add(new Step(i.line(), came, w.of(i))));
        }
      }
      Terminator end = b.end();
      of.apply(end.line()).ifPresent(w -> all.add(new Step(end.line(), came, w.of(end))));
    }
  }
}
