package org.mmlens.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mmlens.surface.scan.Entity;
import org.mmlens.surface.scan.FileScanner;
import org.mmlens.tree.FileMode;
import org.mmlens.tree.OverlayTree;
import org.mmlens.tree.SourceTree;

/// Deletes the lines of the relocation one by one, and asks the review what it makes of each.
///
/// A deleted line that the review says nothing about is either explained in `silent-deletions.txt`,
/// or it is a hole in what mmlens observes.
class LineDeletionTest {

  private static final Path EXPLAINED = Path.of("src/test/resources/review/silent-deletions.txt");

  private static final Map<String, List<String>> FUNCTIONS =
      new TreeMap<>(
          Map.of(
              "fs/exec.c", List.of("shift_arg_pages"),
              "mm/mmap.c", List.of("vma_expand", "vma_shrink")));

  private final SourceTree fixture = FixtureTree.open();

  @Test
  void everyDeletedLineIsNoticedOrItsSilenceIsExplained() throws IOException {
    Map<String, String> answers = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> file : FUNCTIONS.entrySet()) {
      for (String function : file.getValue()) {
        delete(file.getKey(), function, answers);
      }
    }

    Set<String> silent = new TreeSet<>();
    int noticed = 0;
    for (Map.Entry<String, String> answer : answers.entrySet()) {
      if (answer.getValue().equals("different") || answer.getValue().equals("does not compile")) {
        noticed++;
      } else {
        silent.add(answer.getKey());
      }
    }
    System.out.printf(
        "%d lines deleted: %d noticed, %d silent (%.1f %%)%n",
        answers.size(), noticed, silent.size(), 100.0 * silent.size() / answers.size());
    assertEquals(String.join("\n", explained()), String.join("\n", silent));
  }

  private void delete(String path, String function, Map<String, String> answers) {
    String text = fixture.text(path).orElseThrow();
    List<String> lines = text.lines().toList();
    Entity entity =
        FileScanner.scan(path, text.getBytes(StandardCharsets.UTF_8))
            .named(function)
            .filter(Entity::definition)
            .findFirst()
            .orElseThrow();
    boolean comment = false;
    for (int line = entity.place().firstLine(); line <= entity.place().lastLine(); line++) {
      String content = lines.get(line - 1).strip();
      boolean starts = content.startsWith("/*");
      comment |= starts;
      if (!content.isEmpty() && !comment) {
        answers.put(
            "%s %s: %s".formatted(path, function, key(lines, entity, line)),
            answer(path, lines, line));
      }
      comment &= !content.endsWith("*/");
    }
  }

  /// The line itself, with a number if the function has it more than once.
  private static String key(List<String> lines, Entity entity, int line) {
    String content = lines.get(line - 1).strip();
    int nth = 1;
    for (int l = entity.place().firstLine(); l < line; l++) {
      nth += lines.get(l - 1).strip().equals(content) ? 1 : 0;
    }
    return nth == 1 ? content : content + " (" + nth + ")";
  }

  private String answer(String path, List<String> lines, int line) {
    List<String> rest = new ArrayList<>(lines);
    rest.remove(line - 1);
    byte[] bytes = (String.join("\n", rest) + "\n").getBytes(StandardCharsets.UTF_8);
    SourceTree after =
        OverlayTree.of(
            fixture,
            Map.of(path, new OverlayTree.Change.Written(FileMode.REGULAR, bytes)),
            "line " + line + " deleted");
    Reviewer.TreeReview review =
        new Reviewer(ReviewOptions.standard(), Progress.none())
            .compare(fixture, after, Set.of(path));
    return review.diagnostics().isEmpty() ? review.verdict().word() : "does not compile";
  }

  private static List<String> explained() throws IOException {
    return Files.readAllLines(EXPLAINED).stream()
        .filter(l -> !l.isBlank() && !l.startsWith("#") && !l.startsWith(" "))
        .sorted()
        .toList();
  }
}
