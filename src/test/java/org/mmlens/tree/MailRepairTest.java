package org.mmlens.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

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
  void wordsBehindAndBetweenTheLinesOfAHunkAreAReviewersAndStayWithIt() {
    String mail =
        """
        On Mon, Jo Doe <jo@example.org> wrote:
        > diff --git a/f.c b/f.c
        > --- a/f.c
        > +++ b/f.c
        > @@ -1,4 +1,5 @@
        >  int one;
        >
        > +int more = one > 2;
        >  int two;
        Why here, and not below?
        >  int three;
        > --
        > 2.45
        """;
    var tree = Samples.tree("f.c", "int one;\n\nint two;\n\tint three;\n");

    var repaired =
        assertInstanceOf(
            MailRepair.Outcome.Repaired.class, MailRepair.repair("m", oneLine(mail), tree));

    String diff = String.join("", repaired.diff().lines());
    assertTrue(
        diff.endsWith(
            "@@ -1,4 +1,5 @@\n int one;\n \n+int more = one > 2;\n int two;\n \tint three;\n"),
        diff);
    assertTrue(
        repaired
            .decisions()
            .contains(
                "hunk 1 of 'f.c': '+int more = one > 2;' is one line, its '>' C's operator and no"
                    + " quote mark"),
        repaired.decisions().toString());
    assertEquals(1, repaired.comments().size());
    assertEquals("Why here, and not below?", repaired.comments().getFirst().text());
    assertEquals("int two;", repaired.comments().getFirst().under());
    assertEquals("f.c", repaired.comments().getFirst().hunk().orElseThrow().path());
  }

  @Test
  void anEmptyQuotedLineBeforeAnAnswerIsNoContextLine() {
    String mail =
        """
        > > diff --git a/f.c b/f.c
        > > --- a/f.c
        > > +++ b/f.c
        > > @@ -1,3 +1,3 @@
        > >  int one;
        > > -int two;
        > > +int second;
        >
        > Is that
        > better?
        >
        > >  int three;
        """;
    var tree = Samples.tree("f.c", "int one;\nint two;\nint three;\n");

    var repaired =
        assertInstanceOf(
            MailRepair.Outcome.Repaired.class, MailRepair.repair("m", oneLine(mail), tree));

    Application.Applied applied = Samples.applied(tree, String.join("", repaired.diff().lines()));
    assertEquals("int one;\nint second;\nint three;\n", applied.tree().text("f.c").orElseThrow());
    assertEquals("Is that better?", repaired.comments().getFirst().text());
  }

  @Test
  void newFilesAreRecoveredWithoutATreesLines() {
    String mail =
        """
        > diff --git a/new.h b/new.h
        > new file mode 100644
        > --- /dev/null
        > +++ b/new.h
        > @@ -0,0 +1,2 @@
        > +int one;
        > +int two;
        """;

    var repaired =
        assertInstanceOf(
            MailRepair.Outcome.Repaired.class, MailRepair.repair("m", oneLine(mail), BASE));

    Application.Applied applied = Samples.applied(BASE, String.join("", repaired.diff().lines()));
    assertEquals("int one;\nint two;\n", applied.tree().text("new.h").orElseThrow());
  }

  @Test
  void whatCannotBeKnownOfAnAddedLineIsSaid() {
    String mail =
        """
        > > diff --git a/f.c b/f.c
        > > --- a/f.c
        > > +++ b/f.c
        > > @@ -1,1 +1,3 @@
        > > +int one;
        > That is too many.
        > > +int two;
        Indeed.
        > >  int three;
        """;
    var tree = Samples.tree("f.c", "int three;\n");

    var repaired =
        assertInstanceOf(
            MailRepair.Outcome.Repaired.class, MailRepair.repair("m", oneLine(mail), tree));

    assertEquals("That is too many.", repaired.comments().getFirst().text());
    assertTrue(
        repaired
            .decisions()
            .contains(
                "hunk 1 of 'f.c': '+int two; Indeed.' does not end as a line of C does: a"
                    + " reviewer's words may be in it"),
        repaired.decisions().toString());
  }

  private static byte[] oneLine(String mail) {
    return mail.replaceAll("\\s+", " ").getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aTextWithoutQuoteMarksIsNotGuessedAt() {
    var refused =
        assertInstanceOf(
            MailRepair.Outcome.NotRepaired.class,
            MailRepair.repair("m", "diff --git a/f b/f".getBytes(StandardCharsets.UTF_8), BASE));

    assertEquals("repair-no-quote", refused.why().code());
  }
}
