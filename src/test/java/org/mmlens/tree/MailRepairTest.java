package org.mmlens.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mmlens.mail.ReviewReply;
import org.mmlens.mail.Selection;
import org.mmlens.mail.SeriesReader;
import org.mmlens.mail.SeriesReading;

class MailRepairTest {

  private static final OverlayTree BASE = Corpus.base();

  /// The answer of the corpus, its line breaks and all but single blanks lost.
  private static byte[] collapsed() {
    Path mail = Corpus.ROOT.resolve("cases/reply-marks-without-blank/mail.eml");
    String quoted =
        Corpus.text(mail)
            .lines()
            .map(line -> line.startsWith(">") ? "> " + line.substring(1) : line)
            .reduce("", (a, b) -> a + " " + b);
    return quoted.replaceAll("\\s+", " ").getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aMailWithoutLineBreaksGivesAPatchThatApplies() {
    var repaired =
        assertInstanceOf(
            MailRepair.Outcome.Repaired.class, MailRepair.repair("m", collapsed(), BASE));

    Application.Applied applied = Samples.applied(BASE, String.join("", repaired.diff().lines()));

    String file = applied.tree().text("mm/mmap.c").orElseThrow();
    assertTrue(file.contains("\tint next = value + 20;\n"), file);
    assertTrue(file.contains("\tint next = value + 70;\n"), file);
    assertEquals(3, repaired.decisions().size());
    assertEquals(
        "hunk 1 of 'mm/mmap.c': context and removed lines are the tree's from line 10 on; the"
            + " indentation of 1 added lines is a guess",
        repaired.decisions().get(1));
  }

  @Test
  void aTreeThatIsAnotherIsSaidToBeWithHunkAndLine() {
    byte[] other = BASE.blob("mm/mmap.c").orElseThrow();
    String text = new String(other, StandardCharsets.UTF_8).replace("value + 7", "value + 8");
    var tree =
        Samples.tree("mm/mmap.c", text, "mm/internal.h", BASE.text("mm/internal.h").orElseThrow());

    var refused =
        assertInstanceOf(
            MailRepair.Outcome.NotRepaired.class, MailRepair.repair("m", collapsed(), tree));

    assertEquals(
        "hunk 2 of 'mm/mmap.c' cannot be recovered: at line 48 the mail has 'int next = value +"
            + " 7;', the tree has 'int next = value + 8;'",
        refused.why().message());
  }

  @Test
  void aTextWithoutQuoteMarksIsNotGuessedAt() {
    var refused =
        assertInstanceOf(
            MailRepair.Outcome.NotRepaired.class,
            MailRepair.repair("m", "diff --git a/f b/f".getBytes(StandardCharsets.UTF_8), BASE));

    assertEquals("repair-no-quote", refused.why().code());
  }

  @Test
  void theAnswerThisProjectGrewFromGivesItsAuthorItsPatchAndItsComments() {
    Path mail = Path.of("..").resolve("shared/seed/reply.eml");
    assumeTrue(Files.exists(mail), "shared/seed is not here");

    SeriesReading reading = SeriesReader.read(List.of(mail), new Selection.Newest());

    ReviewReply reply = reading.replies().getFirst();
    assertTrue(reply.envelope().from().startsWith("Lorenzo Stoakes"));
    assertEquals(
        4,
        Samples.patch(
                String.join("", reading.series().orElseThrow().patches().getFirst().diff().lines()))
            .files()
            .size());
    assertEquals(6, reply.comments().size());
  }
}
