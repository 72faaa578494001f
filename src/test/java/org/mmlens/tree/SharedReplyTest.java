package org.mmlens.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mmlens.mail.PatchMail;
import org.mmlens.mail.ReviewComment;
import org.mmlens.mail.ReviewReply;
import org.mmlens.mail.Selection;
import org.mmlens.mail.SeriesReader;
import org.mmlens.mail.SeriesReading;

/// The review reply this project grew from, as it was handed over (line breaks lost) and with its
/// line breaks put back.
///
/// Neither is part of the project; environment variable `MMLENS_SHARED` names the folder above
/// `seed/`. Where it is not set these tests are skipped. [MailRepairTest] has the same situations
/// as mails of our own.
class SharedReplyTest {

  private static Path seed() {
    String shared = System.getenv().getOrDefault("MMLENS_SHARED", "");
    assumeTrue(!shared.isEmpty(), "MMLENS_SHARED does not name the folder with seed/");
    return Path.of(shared, "seed");
  }

  private static PatchMail whole() {
    SeriesReading reading =
        SeriesReader.read(List.of(seed().resolve("reply.eml")), new Selection.Newest());
    return reading.series().orElseThrow().patches().getFirst();
  }

  private static byte[] collapsed() throws IOException {
    try (Stream<Path> files = Files.list(seed())) {
      Path text = files.filter(f -> f.toString().endsWith(".txt")).findFirst().orElseThrow();
      return Files.readAllBytes(text);
    }
  }

  /// The tree the patch was made for, as far as the patch itself shows it.
  private static OverlayTree guide() {
    var files = new TreeMap<String, byte[]>();
    for (FileChange change : Samples.patch(String.join("", whole().diff().lines())).files()) {
      var lines = new ArrayList<String>();
      for (Hunk hunk : change.hunks()) {
        while (lines.size() < hunk.beforeStart() - 1) {
          lines.add("/* line " + (lines.size() + 1) + " */\n");
        }
        hunk.preImage().forEach(line -> lines.add(line.text()));
      }
      lines.add("/* the end */\n");
      byte[] bytes = String.join("", lines).getBytes(StandardCharsets.ISO_8859_1);
      files.put(change.before().path(), bytes);
    }
    return OverlayTree.ofFiles(files);
  }

  @Test
  void itGivesItsAuthorItsPatchAndItsComments() {
    SeriesReading reading =
        SeriesReader.read(List.of(seed().resolve("reply.eml")), new Selection.Newest());

    ReviewReply reply = reading.replies().getFirst();
    PatchMail patch = reading.series().orElseThrow().patches().getFirst();
    assertTrue(reply.envelope().from().startsWith("Lorenzo Stoakes"));
    assertTrue(patch.author().startsWith("Lorenzo Stoakes"));
    assertEquals(4, Samples.patch(String.join("", patch.diff().lines())).files().size());
    assertEquals(6, reply.comments().size());
    assertEquals(
        List.of("Liam R. Howlett", "Lorenzo Stoakes"),
        reply.comments().stream()
            .map(ReviewComment::author)
            .map(a -> a.replaceFirst(" <.*", ""))
            .distinct()
            .sorted()
            .toList());
  }

  @Test
  void withoutLineBreaksItIsRecoveredOnTheTreeItWasMadeFor() throws IOException {
    OverlayTree tree = guide();

    SeriesReading reading = MailRepair.series("reply", collapsed(), tree);

    PatchMail patch = reading.series().orElseThrow().patches().getFirst();
    assertTrue(patch.author().startsWith("Lorenzo Stoakes"), patch.author());
    OverlayTree ours = Samples.applied(tree, String.join("", patch.diff().lines())).tree();
    OverlayTree theirs = Samples.applied(tree, String.join("", whole().diff().lines())).tree();
    assertEquals(theirs.changes().keySet(), ours.changes().keySet());
    for (String path : theirs.changes().keySet()) {
      assertEquals(words(theirs, path), words(ours, path));
    }
  }

  /// What the compiler and a reader see: the lines, white space aside.
  private static List<String> words(SourceTree tree, String path) {
    return tree.text(path).orElseThrow().lines().map(HunkRepair::collapse).toList();
  }

  @Test
  void onAnotherTreeTheHunkThatDiffersIsNamed() throws IOException {
    var other = new TreeMap<String, byte[]>();
    guide().changes().forEach((path, _) -> other.put(path, guide().blob(path).orElseThrow()));
    String header = guide().text("mm/internal.h").orElseThrow();
    String last = header.lines().toList().reversed().get(1);
    byte[] changed = header.replace(last, "int other;").getBytes(StandardCharsets.UTF_8);
    other.put("mm/internal.h", changed);

    var refused =
        assertInstanceOf(
            MailRepair.Outcome.NotRepaired.class,
            MailRepair.repair("reply", collapsed(), OverlayTree.ofFiles(other)));

    assertTrue(
        refused.why().message().startsWith("hunk 1 of 'mm/internal.h' cannot be recovered: "),
        refused.why().message());
    assertTrue(
        refused.why().message().endsWith("the tree has 'int other;'"), refused.why().message());
  }
}
