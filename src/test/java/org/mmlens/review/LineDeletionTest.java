package org.mmlens.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mmlens.port.KernelConfig;
import org.mmlens.surface.scan.Entity;
import org.mmlens.surface.scan.FileScanner;
import org.mmlens.surface.scan.Kind;
import org.mmlens.tree.FileMode;
import org.mmlens.tree.OverlayTree;
import org.mmlens.tree.SourceTree;

/// Deletes the lines of the relocation one by one, and asks the review what it makes of each.
///
/// The lines are those of the entry function and of every function in `mm/mmap.c` that it leads to.
/// A deleted line that the review says nothing about is either explained in `silent-deletions.txt`,
/// or it is a hole in what mmlens observes.
class LineDeletionTest {

  private static final Path EXPLAINED = Path.of("src/test/resources/review/silent-deletions.txt");
  private static final String ENTRY_FILE = "fs/exec.c";
  private static final String CALLEE_FILE = "mm/mmap.c";
  private static final Set<String> NOTICED = Set.of("different", "does not compile");

  private static final SourceTree FIXTURE = FixtureTree.open();

  /// A line that can be deleted.
  ///
  /// @param path its file
  /// @param function the function it stands in
  /// @param text the line without indentation
  /// @param nth which of the lines of that text in the function, from 1
  /// @param number its number in the file, from 1
  private record Line(String path, String function, String text, int nth, int number) {
    String key() {
      return "%s %s: %s%s".formatted(path, function, text, nth == 1 ? "" : " (" + nth + ")");
    }
  }

  @Test
  void everyDeletedLineIsNoticedOrItsSilenceIsExplained() throws IOException {
    Map<String, String> answers = deleteEachLine();

    Set<String> silent = new TreeSet<>(answers.keySet());
    silent.removeIf(line -> NOTICED.contains(answers.get(line)));
    System.out.printf(
        "%d lines deleted: %s; %.1f %% not noticed%n",
        answers.size(),
        answers.values().stream()
            .collect(Collectors.groupingBy(a -> a, TreeMap::new, Collectors.counting())),
        100.0 * silent.size() / answers.size());
    assertEquals(String.join("\n", explained().keySet()), String.join("\n", silent));
  }

  private static Map<String, String> deleteEachLine() {
    Map<String, String> answers = new TreeMap<>();
    for (Map.Entry<String, Set<String>> file : functions().entrySet()) {
      Trials trials = trials(Set.of(file.getKey()), file.getValue());
      for (Line line : lines(file.getKey(), file.getValue())) {
        answers.put(line.key(), answer(trials, line));
      }
    }
    return answers;
  }

  /// What runs, by file: computed, so that a function that is called one day is not forgotten.
  private static Map<String, Set<String>> functions() {
    Trials trials = trials(Set.of(), Set.of());
    Map<String, Set<String>> found = new TreeMap<>();
    trials
        .reached()
        .forEach(
            (function, path) -> {
              if (function.equals(trials.entry()) || path.equals(CALLEE_FILE)) {
                found.computeIfAbsent(path, _ -> new TreeSet<>()).add(function);
              }
            });
    assertEquals(Set.of(ENTRY_FILE, CALLEE_FILE), found.keySet());
    return found;
  }

  private static Trials trials(Set<String> paths, Set<String> functions) {
    return switch (Trials.on(FIXTURE, paths, functions, KernelConfig.standard())) {
      case Trials.Preparation.Ready(var trials) -> trials;
      case Trials.Preparation.Unfit(var reason) -> throw new IllegalStateException(reason);
    };
  }

  private static List<Line> lines(String path, Set<String> functions) {
    String text = FIXTURE.text(path).orElseThrow();
    List<String> all = text.lines().toList();
    List<Line> found = new ArrayList<>();
    for (Entity e : FileScanner.scan(path, text.getBytes(StandardCharsets.UTF_8)).entities()) {
      if (e.definition() && e.kind() == Kind.FUNCTION && functions.contains(e.name())) {
        found.addAll(lines(e, all));
      }
    }
    return found;
  }

  /// The lines of a function that are not blank and no comment.
  private static List<Line> lines(Entity function, List<String> all) {
    List<Line> found = new ArrayList<>();
    Map<String, Integer> seen = new TreeMap<>();
    boolean comment = false;
    for (int n = function.place().firstLine(); n <= function.place().lastLine(); n++) {
      String text = all.get(n - 1).strip();
      comment |= text.startsWith("/*");
      if (!text.isEmpty() && !comment) {
        int nth = seen.merge(text, 1, Integer::sum);
        found.add(new Line(function.path(), function.name(), text, nth, n));
      }
      comment &= !text.endsWith("*/");
    }
    return found;
  }

  private static String answer(Trials trials, Line line) {
    List<String> rest = new ArrayList<>(FIXTURE.text(line.path()).orElseThrow().lines().toList());
    rest.remove(line.number() - 1);
    byte[] bytes = (String.join("\n", rest) + "\n").getBytes(StandardCharsets.UTF_8);
    SourceTree after =
        OverlayTree.of(
            FIXTURE,
            Map.of(line.path(), new OverlayTree.Change.Written(FileMode.REGULAR, bytes)),
            "without line " + line.number());
    return switch (trials.answer(after)) {
      case Trials.Answer.Noticed _ -> "different";
      case Trials.Answer.DoesNotCompile _ -> "does not compile";
      case Trials.Answer.Inconclusive _ -> "inconclusive";
      case Trials.Answer.SameCode _ -> "same code";
      case Trials.Answer.Silent(boolean notes) ->
          notes ? "no difference, but a note" : "no difference";
    };
  }

  /// The explained lines with their reasons. In the list, an indented line is the reason for the
  /// lines directly above it; `#` begins a comment.
  private static Map<String, String> explained() throws IOException {
    Map<String, String> found = new TreeMap<>();
    List<String> open = new ArrayList<>();
    for (String line : Files.readAllLines(EXPLAINED)) {
      if (line.startsWith(" ")) {
        open.forEach(deleted -> found.put(deleted, line.strip()));
        open.clear();
      } else if (!line.isBlank() && !line.startsWith("#")) {
        open.add(line);
      }
    }
    assertEquals(List.of(), open, "lines without a reason below them");
    return found;
  }
}
