package org.mmlens.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mmlens.hook.Checkout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `mmlens b4` on a branch as `b4 review` makes it (0.15: `review/_review.py`), and what b4 makes
/// of the answer.
class B4ReviewTest {

  private static final String BRANCH = "b4/review/tidy-stack";
  private static final String STEP = "\tvma_prev(&vmi);\n";

  @TempDir private Path folder;
  private Checkout checkout;
  private String tracking;

  /// Base, a prerequisite, three patches, the tracking commit.
  @BeforeEach
  void makesAReviewBranch() {
    checkout = Checkout.init(folder.resolve("linux"));
    String lines = "x;\n".repeat(748);
    String end =
        "\t}\n\ttlb_finish_mmu(&tlb);\n\n"
            + STEP
            + "\t/* only the new range stays */\n"
            + "\treturn vma_shrink(&vmi, vma, new_start, new_end, vma->vm_pgoff);\n}\n";
    checkout.write("fs/exec.c", lines + end).commit("base");
    String base = checkout.git("rev-parse", "HEAD");
    checkout.git("checkout", "-q", "-b", BRANCH);
    checkout.write("mm/before.c", "int needed;\n").commit("mm: needed before");
    String prerequisite = checkout.git("rev-parse", "HEAD");
    checkout.write("mm/helper.c", "int helper;\n").commit("mm: split a helper out");
    String first = checkout.git("rev-parse", "HEAD");
    checkout.write("fs/exec.c", lines + end.replace(STEP, "")).commit("mm: step no more");
    checkout.write("fs/exec.c", lines + end).commit("mm: step back again");
    tracking =
        """
        {"series": {"change-id": "tidy-stack", "base-commit": "%s", "expected": 3,
                    "prerequisite-commits": ["%s"], "first-patch-commit": "%s"},
         "followups": [],
         "patches": [{"title": "1"}, {"title": "2"}, {"title": "3"}]}
        """
            .formatted(base, prerequisite, first);
    track(tracking);
  }

  private void track(String json) {
    checkout.git(
        "commit",
        "-q",
        "--allow-empty",
        "-m",
        "mm: tidy\n\nThe cover letter.\n\n--- b4-review-tracking ---\n"
            + "# This section is used internally by b4 review for tracking purposes.\n"
            + json);
  }

  private Session.Result run(String sample, String... args) {
    return new Session(checkout.folder()).sample(sample).run(args);
  }

  private Path files() {
    return checkout.folder().resolve(".git/b4-review/" + checkout.git("rev-parse", "HEAD"));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(files())) {
      return all.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  /// What b4 takes a remark to be about.
  private record Comment(String path, int line, String content, String text) {}

  /// As `_extract_comments_from_quoted_reply()` reads them.
  private static List<Comment> comments(String file) {
    List<Comment> found = new ArrayList<>();
    Pattern hunk = Pattern.compile("@@ -(\\d+)(?:,\\d+)? \\+(\\d+)(?:,\\d+)? @@.*");
    String path = "";
    int before = 0;
    int after = 0;
    Comment last = new Comment("", 0, "", "");
    var said = new StringBuilder();
    for (String line :
        (file.substring(file.indexOf("\n> diff --git ") + 1) + "> \n").lines().toList()) {
      if (!line.startsWith(">")) {
        said.append(line).append('\n');
        continue;
      }
      if (!said.toString().isBlank()) {
        found.add(new Comment(last.path(), last.line(), last.content(), said.toString().strip()));
      }
      said.setLength(0);
      String raw = line.startsWith("> ") ? line.substring(2) : line.substring(1);
      Matcher head = hunk.matcher(raw);
      if (raw.startsWith("+++ ")) {
        path = raw.substring(4);
      } else if (head.matches()) {
        before = Integer.parseInt(head.group(1));
        after = Integer.parseInt(head.group(2));
      } else if (raw.startsWith("-") && before > 0) {
        last = new Comment("a", before++, raw, "");
      } else if (raw.startsWith("+") && before > 0) {
        last = new Comment(path, after++, raw, "");
      } else if (before > 0) {
        last = new Comment(path, after++, raw, "");
        before++;
      }
    }
    return found;
  }

  @Test
  void patchesWithRemarksGetAFileWithTheRemarkBelowItsLine() throws IOException {
    var result = run("series", "b4", "files");

    assertEquals(0, result.status(), result.err());
    assertEquals(List.of("0002.txt", "0003.txt", "identity.txt", "series.txt"), names());
    String text = Files.readString(files().resolve("0002.txt"));
    assertTrue(text.startsWith("mmlens ran this patch before and after: 1 error\n\n"), text);
    List<Comment> comments = comments(text);
    assertEquals(1, comments.size(), text);
    assertEquals("b/fs/exec.c", comments.getFirst().path());
    assertEquals(753, comments.getFirst().line());
    assertTrue(comments.getFirst().content().startsWith(" \treturn vma_shrink("), text);
    assertTrue(
        comments.getFirst().text().startsWith("shift_arg_pages() leaves another VMA list"), text);
    String quoted =
        String.join(
            "\n", text.lines().filter(l -> l.startsWith("> ")).map(l -> l.substring(2)).toList());
    assertEquals(checkout.git("diff", "HEAD~3", "HEAD~2"), quoted);
  }

  @Test
  void whatTheMaintainerSkipsGetsNoFile() throws IOException {
    checkout.git("reset", "-q", "--hard", "HEAD~1");
    track(
        tracking.replace(
            "{\"title\": \"2\"}",
            "{\"title\": \"2\", \"reviews\": {\"jo@example.org\": {\"patch-state\": \"skip\"}}}"));

    run("series", "b4", "files");

    assertEquals(List.of("0003.txt", "identity.txt", "series.txt"), names());
  }

  @Test
  void anotherRunReplacesItsOwnFilesAndThoseOfOthersStay() throws IOException {
    run("series", "b4", "files");
    var clean = run("clean", "b4", "files");
    assertEquals("no remarks, no review files\n", clean.out());
    assertEquals(List.of(), names());

    Files.writeString(files().resolve("identity.txt"), "Robot <robot@example.org>\n");
    var refused = run("series", "b4", "files", "Read and execute the prompt from x");

    assertEquals(2, refused.status());
    assertTrue(refused.err().contains("found review files of somebody else"), refused.err());
    assertEquals(List.of("identity.txt"), names());
  }

  @Test
  void whatIsNoReviewBranchIsSaidSo() {
    checkout.git("checkout", "-q", "main");

    var result = run("series", "b4", "files");

    assertEquals(2, result.status());
    assertTrue(result.err().contains("expected a branch of 'b4 review'"), result.err());
  }

  private Session.Result series(String sample, String json) throws IOException {
    Path file = Files.writeString(folder.resolve("tracking.json"), json);
    // b4 runs it wherever the maintainer is.
    checkout.git("checkout", "-q", "main");
    return new Session(checkout.folder())
        .sample(sample)
        .variable("B4_TRACKING_FILE", file.toString())
        .run("b4", "series");
  }

  @Test
  void theSeriesCheckAnswersWithWhatB4Reads() throws IOException {
    var result = series("series", tracking);

    assertEquals(0, result.status(), result.err());
    assertEquals("", result.err());
    JsonNode all = JsonMapper.shared().readTree(result.out());
    assertEquals(1, all.size());
    assertEquals("mmlens", all.get(0).path("tool").asString());
    assertEquals("fail", all.get(0).path("status").asString());
    assertTrue(all.get(0).path("summary").asString().startsWith("different: "), result.out());
    assertFalse(all.get(0).path("details").asString().isEmpty());
  }

  @Test
  void aSeriesThatIsNotCheckedOutIsNeitherPassedNorFailed() {
    var result = run("series", "b4", "series");

    assertEquals(0, result.status(), result.err());
    JsonNode all = JsonMapper.shared().readTree(result.out());
    assertEquals("warn", all.get(0).path("status").asString());
  }

  @Test
  void trackingDataThatLeadNowhereAreAFailureAndNoResult() throws IOException {
    for (String json :
        List.of(
            "{",
            "{}",
            tracking.replace("tidy-stack", "another"),
            tracking.replaceAll(
                "first-patch-commit\": \"[0-9a-f]{9}", "first-patch-commit\": \"000000000"),
            tracking.replaceAll(
                "first-patch-commit\": \"[0-9a-f]+", "first-patch-commit\": \"-x"))) {
      var result = series("series", json);

      assertEquals(2, result.status(), json);
      assertEquals("", result.out());
      assertTrue(result.err().startsWith("mmlens: error: "), result.err());
    }
  }
}
