package org.mmlens.review;

import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mmlens.diag.Position;
import org.mmlens.ir.Function;
import org.mmlens.review.SideLines.Came;
import org.mmlens.review.SideLines.Code;

/// Lines that do something else although they say the same: what they use has changed, a macro, a
/// type, a declaration.
final class Expansions {

  private static final Pattern DEFINE = Pattern.compile("\\s*#\\s*define\\s+(\\w+).*");

  private final Reviewer.Change change;
  private final SideLines old;
  private final SideLines now;
  private final Map<String, List<AbstractDelta<String>>> deltas;
  private final List<Line> run = new ArrayList<>();
  private final List<Line> unrun = new ArrayList<>();

  Expansions(
      Reviewer.Change change, ChangedLines lines, Map<String, List<AbstractDelta<String>>> deltas) {
    this.change = change;
    this.old = lines.before();
    this.now = lines.after();
    this.deltas = deltas;
  }

  /// A line after the change.
  private record Line(String path, int number, String text) {
    boolean mentions(String name) {
      return Pattern.compile("\\b" + name + "\\b").matcher(text).find();
    }
  }

  /// {@return such lines, where no run came to what is other of them on either side, and where no
  /// run came to another line that uses the same macro; of what is no macro, if no run came to any}
  List<Position> unrun(Side.Ready before, Side.Ready after) {
    Map<String, Function> had =
        before.reached().stream().collect(Collectors.toMap(Function::symbol, f -> f));
    after.reached().stream()
        .sorted(Comparator.comparing(Function::symbol))
        .forEach(
            is -> {
              var was = had.get(is.symbol());
              if (was != null && !SameCode.same(was, is)) {
                compare(was, is);
              }
            });
    Set<String> open = new TreeSet<>(macros());
    open.removeIf(name -> run.stream().anyMatch(line -> line.mentions(name)));
    return unrun.stream()
        .filter(line -> run.isEmpty() || open.stream().anyMatch(line::mentions))
        .map(line -> Position.ofLine(line.path(), line.number()))
        .toList();
  }

  private void compare(Function was, Function is) {
    String path = is.at().path();
    SortedMap<Integer, Code> before = old.code(was);
    SortedMap<Integer, Code> after = now.code(is);
    List<String> text = Unrun.lines(change.after(), path);
    after.forEach(
        (number, code) -> {
          Optional<Code> there =
              lineBefore(path, number).map(n -> before.getOrDefault(n, new Code(List.of())));
          if (there.isPresent()
              && !there.get().text().equals(code.text())
              && Statements.around(text, number).stream()
                  .allMatch(n -> lineBefore(path, n).isPresent())) {
            boolean came = !there.get().text(Came.ONCE).equals(code.text(Came.ONCE));
            (came ? run : unrun).add(new Line(path, number, text.get(number - 1)));
          }
        });
  }

  /// {@return where a line stood before the change, if it is not part of it}
  private Optional<Integer> lineBefore(String path, int line) {
    int shift = 0;
    for (AbstractDelta<String> delta : deltas.getOrDefault(path, List.of())) {
      Chunk<String> target = delta.getTarget();
      if (line <= target.getPosition()) {
        break;
      }
      if (line <= target.getPosition() + target.size()) {
        return Optional.empty();
      }
      shift += delta.getSource().size() - target.size();
    }
    return Optional.of(line + shift);
  }

  /// {@return the macros whose definitions are changed}
  private Set<String> macros() {
    Set<String> names = new TreeSet<>();
    deltas.forEach(
        (path, all) -> {
          names.addAll(macros(Unrun.lines(change.before(), path), all, AbstractDelta::getSource));
          names.addAll(macros(Unrun.lines(change.after(), path), all, AbstractDelta::getTarget));
        });
    return names;
  }

  private static Set<String> macros(
      List<String> text,
      Collection<AbstractDelta<String>> deltas,
      java.util.function.Function<AbstractDelta<String>, Chunk<String>> side) {
    Map<Integer, String> defined = new TreeMap<>();
    String name = "";
    for (int i = 0; i < text.size(); i++) {
      if (i == 0 || !text.get(i - 1).endsWith("\\")) {
        Matcher define = DEFINE.matcher(text.get(i));
        name = define.matches() ? define.group(1) : "";
      }
      defined.put(i, name);
    }
    Set<String> names = new TreeSet<>();
    for (AbstractDelta<String> delta : deltas) {
      Chunk<String> chunk = side.apply(delta);
      for (int i = chunk.getPosition(); i < chunk.getPosition() + chunk.size(); i++) {
        names.add(defined.getOrDefault(i, ""));
      }
    }
    names.remove("");
    return names;
  }
}
