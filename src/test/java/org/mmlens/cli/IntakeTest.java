package org.mmlens.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person can name on the command line, with the real reader, applier and reports; nothing
/// is compiled.
class IntakeTest {

  private static final PersonIdent JO = new PersonIdent("Jo Doe", "jo@example.org");

  @TempDir private Path folder = Path.of("");
  private Path tree = Path.of("");

  @BeforeEach
  void makesATree() throws IOException {
    tree = folder.resolve("linux");
    write("mm/a.c", "int one;\nint two;\nint three;\n");
  }

  private void write(String path, String text) throws IOException {
    Path file = tree.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String patch(String subject, String id, String old, String now) {
    return """
    From git@z Thu Jan  1 00:00:00 1970
    From: Jo Doe <jo@example.org>
    Subject: %s
    Date: Thu, 1 Jan 2026 00:00:00 +0000
    Message-ID: <%s>

    Nothing to it.
    ---
    diff --git a/mm/a.c b/mm/a.c
    --- a/mm/a.c
    +++ b/mm/a.c
    @@ -1,3 +1,3 @@
     int one;
    -%s
    +%s
     int three;

    """
        .formatted(subject, id, old, now);
  }

  private Session.Result run(String mail, String... more) {
    var args = new String[more.length + 2];
    args[0] = "surface";
    args[1] = "-";
    System.arraycopy(more, 0, args, 2, more.length);
    return new Session(folder).input(mail).run(new ReviewEngine(), args);
  }

  private RevCommit commit(Git git, String message) throws GitAPIException {
    git.add().addFilepattern(".").call();
    return git.commit().setMessage(message).setAuthor(JO).setCommitter(JO).setSign(false).call();
  }

  @Test
  void severalSeriesAreListedAndTheOneAskedForIsTaken() {
    String mails =
        patch("[PATCH] mm: first", "1@example.org", "int two;", "int second;")
            + patch("[PATCH] mm: second", "2@example.org", "int two;", "long two;")
                .replace("1 Jan 2026", "2 Jan 2026");

    Session.Result newest = run(mails, "--tree", tree.toString());
    Session.Result first = run(mails, "--tree", tree.toString(), "--series", "<1@example.org>");

    assertTrue(
        newest
            .err()
            .startsWith(
                "mmlens: found 2 series, number 2 is taken; --series N or MSGID takes another\n"
                    + "  1: v1, 1 patch (complete): mm: first, Jo Doe <jo@example.org>\n"
                    + "  2: v1, 1 patch (complete): mm: second, Jo Doe <jo@example.org>\n"),
        newest.err());
    assertTrue(newest.out().contains("mm: second"), newest.out());
    assertTrue(first.out().contains("mm: first"), first.out());
  }

  @Test
  void aRangeOfCommitsIsASeriesOnTheCommitBeforeIt() throws Exception {
    try (Git git = Git.init().setDirectory(tree.toFile()).setInitialBranch("main").call()) {
      commit(git, "all");
      ObjectId base = git.getRepository().resolve("HEAD");
      write("mm/a.c", "int one;\nint second;\nint three;\n");
      commit(git, "mm: rename it");
      Git.cloneRepository()
          .setURI(tree.toUri().toString())
          .setDirectory(folder.resolve("bare.git").toFile())
          .setBare(true)
          .call()
          .close();

      var result =
          new Session(folder)
              .run(
                  new ReviewEngine(),
                  "surface",
                  "main~1..main",
                  "--git",
                  folder.resolve("bare.git").toString());

      assertEquals(0, result.status(), result.err());
      assertTrue(result.out().contains("mm: rename it"), result.out());
      assertTrue(result.out().contains("on commit " + base.abbreviate(12).name()), result.out());
    }
  }

  @Test
  void theBaseIsTheCommitWithTheBlobsOfTheSeries() throws Exception {
    try (Git git = Git.init().setDirectory(tree.toFile()).setInitialBranch("main").call()) {
      commit(git, "all");
      ObjectId wanted = git.getRepository().resolve("HEAD");
      String blob = git.getRepository().resolve("HEAD:mm/a.c").name();
      write("mm/a.c", "int zero;\n");
      commit(git, "later");
      String mail =
          patch("[PATCH] mm: x", "1@example.org", "int two;", "int second;")
              .replace("--- a/mm/a.c", "index " + blob + "..1234567 100644\n--- a/mm/a.c");

      var found = run(mail, "--git", tree.toString(), "--verbose");
      var unsearched = run(mail, "--git", tree.toString(), "--no-base-search");

      assertTrue(
          found
              .err()
              .contains(
                  "mmlens: base: commit %s: 1 of 1 blobs of its index lines are there\n"
                      .formatted(wanted.abbreviate(12).name())),
          found.err());
      assertEquals(0, found.status());
      assertEquals(3, unsearched.status());
    }
  }

  @Test
  void aHunkThatFitsNowhereIsShownBesideTheTree() {
    String mail = patch("[PATCH] mm: x", "1@example.org", "int other;", "int second;");

    var result = run(mail, "--tree", tree.toString());

    assertEquals(3, result.status());
    assertTrue(
        result.out().contains("hunk 1 of 'mm/a.c' beside line 1 of the tree\n"), result.out());
    assertTrue(
        result.out().lines().anyMatch(l -> l.matches("  !      2 int other; +\\| int two;")),
        result.out());
  }

  @Test
  void anOffsetIsSaid() throws IOException {
    write("mm/a.c", "/* new */\nint one;\nint two;\nint three;\n");
    String mail =
        patch("[PATCH] mm: x", "1@example.org", "int two;", "int second;")
            .replace("@@ -1,3 +1,3 @@", "@@ -5,3 +5,3 @@");

    var result = run(mail, "--tree", tree.toString(), "--verbose");

    assertTrue(
        result
            .err()
            .contains(
                "mmlens: patch 1: hunk 1 of 1 of 'mm/a.c' placed at line 2, offset -3; the context"
                    + " is identical\n"),
        result.err());
  }

  @Test
  void whatAReviewerWroteStandsBesideWhatWasMeasured() {
    String answer =
        """
        From git@z Thu Jan  1 00:00:00 1970
        From: Al Example <al@example.org>
        Subject: Re: [PATCH] mm: x
        Date: Fri, 2 Jan 2026 00:00:00 +0000
        Message-ID: <2@example.org>
        In-Reply-To: <1@example.org>

        > @@ -1,3 +1,3 @@
        >  int one;
        > -int two;
        > +int second;

        Why not three?

        """;
    String mail = patch("[PATCH] mm: x", "1@example.org", "int two;", "int second;") + answer;

    var result = run(mail, "--tree", tree.toString());

    assertTrue(
        result
            .out()
            .contains(
                "  Al Example <al@example.org> on mm/a.c @@ -1,3 +1,3 @@, under '+int second;'\n"
                    + "    | Why not three?\n"),
        result.out());
  }

  @Test
  void aReplyWithoutLineBreaksIsRepairedWithTheTree() throws IOException {
    String reply =
        """
        On Mon, Jo Doe <jo@example.org> wrote: > diff --git a/mm/a.c b/mm/a.c > --- a/mm/a.c > +++
        b/mm/a.c > @@ -1,3 +1,3 @@ > int one; > -int two; > +int second; > int three; No.
        """
            .replace('\n', ' ');

    var repaired = run(reply, "--repair", "--tree", tree.toString());
    write("mm/a.c", "int one;\nint twelve;\nint three;\n");
    var refused = run(reply, "--repair", "--tree", tree.toString());
    var plain = run(reply, "--tree", tree.toString());

    assertEquals(0, repaired.status(), repaired.err());
    assertTrue(repaired.out().contains("1 patch by Jo Doe <jo@example.org>"), repaired.out());
    assertTrue(repaired.out().contains("    | No.\n"), repaired.out());
    assertEquals(3, refused.status());
    assertTrue(
        refused
            .err()
            .contains(
                "hunk 1 of 'mm/a.c' cannot be recovered: at line 2 the mail has 'int two;', the"
                    + " tree has 'int twelve;' [repair-hunk]"),
        refused.err());
    assertEquals(3, plain.status());
    assertTrue(plain.err().contains("--repair can recover it"), plain.err());
  }

  @Test
  void whatIsNoTreeIsRefusedWithWhatWasExpected() throws IOException {
    Path file = Files.write(folder.resolve("notes"), "x".getBytes(StandardCharsets.UTF_8));
    String mail = patch("[PATCH] mm: x", "1@example.org", "int two;", "int second;");

    var result = run(mail, "--tree", file.toString());

    assertEquals(2, result.status());
    assertTrue(result.err().contains(".tar.xz or .tar.gz of one"), result.err());
  }
}
