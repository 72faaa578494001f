package org.mmlens.hook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mmlens.mail.PatchMail;
import org.mmlens.mail.Series;
import org.mmlens.tree.SeriesApplication;
import org.mmlens.tree.SeriesApplier;

class OccasionsTest {

  private static final String ZERO = "0".repeat(40);

  @TempDir private Path folder;
  private Checkout checkout;

  @BeforeEach
  void makesACheckout() {
    checkout = Checkout.init(folder.resolve("a checkout"));
    checkout.write("mm/a.c", "int one;\nint two;\nint three;\n").write("mm/b.c", "int b;\n");
  }

  private Occasion staged() {
    return staged(checkout);
  }

  private static Occasion staged(Checkout where) {
    return Occasions.of(Hook.PRE_COMMIT, where.asked(), List.of(), List.of()).getFirst();
  }

  private static Occasion.Change change(Occasion occasion) {
    return assertInstanceOf(Occasion.Change.class, occasion, "" + occasion);
  }

  /// {@return a file as it is after the change}
  private static String after(Occasion occasion, String path) {
    Occasion.Change change = change(occasion);
    SeriesApplication applied = SeriesApplier.apply(change.tree(), change.series().patches());
    assertTrue(applied.failure().isEmpty(), "" + applied.failure());
    return applied.after().text(path).orElse("none");
  }

  private static String titles(Series series) {
    return series.patches().stream().map(PatchMail::title).collect(Collectors.joining(", "));
  }

  @Test
  void theFirstCommitHasNothingToBeComparedWith() {
    checkout.git("add", "-A");

    assertInstanceOf(Occasion.Nothing.class, staged());
  }

  @Test
  void theIndexIsReviewedAndNotTheWorkingTree() {
    checkout.commit("one");
    checkout.write("mm/a.c", "int one;\nint staged;\nint three;\n").git("add", "mm/a.c");
    checkout.write("mm/a.c", "int one;\nint unstaged;\nint three;\n");

    assertEquals("int one;\nint staged;\nint three;\n", after(staged(), "mm/a.c"));
  }

  @Test
  void whatIsOnlyInTheWorkingTreeIsNoChange() {
    checkout.commit("one").write("mm/a.c", "int unstaged;\n");

    assertInstanceOf(Occasion.Nothing.class, staged());
  }

  @Test
  void aFileThatMovesAndOneThatGoesAreReviewed() {
    checkout.commit("one").git("mv", "mm/a.c", "mm/c.c");
    checkout.git("rm", "-q", "mm/b.c");

    assertEquals("int one;\nint two;\nint three;\n", after(staged(), "mm/c.c"));
    assertEquals("none", after(staged(), "mm/a.c"));
    assertEquals("none", after(staged(), "mm/b.c"));
  }

  @Test
  void whatIsNoTextIsLeftOutAndTheRestReviewed() throws IOException {
    checkout.commit("one").write("mm/b.c", "int c;\n");
    Files.write(checkout.folder().resolve("logo.png"), new byte[] {0, 1, 2, 0, (byte) 255});
    checkout.git("add", "-A");

    assertEquals("int c;\n", after(staged(), "mm/b.c"));
  }

  @Test
  void namesThatGitQuotesAndTextThatIsNotUtf8AreReviewed() throws IOException {
    Path odd = checkout.folder().resolve("mm/ä \"b\".c");
    Files.write(odd, "/* \u00e4 */\n".getBytes(StandardCharsets.ISO_8859_1));
    checkout.commit("one");
    Files.write(odd, "/* \u00e4\u00e4 */\n".getBytes(StandardCharsets.ISO_8859_1));
    checkout.git("add", "-A");

    assertTrue(after(staged(), "mm/ä \"b\".c").startsWith("/* "));
  }

  @Test
  void configurationOfDiffsForPeopleDoesNotMatter() {
    checkout.commit("one");
    checkout.git("config", "diff.noprefix", "true");
    checkout.git("config", "color.ui", "always");
    checkout.git("config", "diff.external", "false");
    checkout.write("mm/b.c", "int c;\n").git("add", "-A");

    assertEquals("int c;\n", after(staged(), "mm/b.c"));
  }

  @Test
  void aLinkedWorkingTreeHasAnIndexAndAHeadOfItsOwn() {
    checkout.commit("one");
    checkout.git("worktree", "add", "-q", "-b", "other", "../other tree");
    Checkout other = checkout.at(folder.resolve("other tree"));
    other.write("mm/b.c", "int other;\n").commit("other");
    other.write("mm/b.c", "int newest;\n").git("add", "-A");

    assertEquals("int newest;\n", after(staged(other), "mm/b.c"));
    assertEquals("int other;\n", change(staged(other)).tree().text("mm/b.c").orElse(""));
    assertInstanceOf(Occasion.Nothing.class, staged());
  }

  @Test
  void theRepositoryAndTheIndexOfTheEnvironmentAreMeant() throws IOException {
    checkout.commit("one").write("mm/b.c", "int c;\n");
    Path index = folder.resolve("index");
    Files.copy(checkout.folder().resolve(".git/index"), index);
    checkout.with("GIT_INDEX_FILE", index.toString()).git("add", "-A");
    Checkout elsewhere = checkout.at(Files.createDirectories(folder.resolve("elsewhere")));
    elsewhere
        .with("GIT_DIR", checkout.folder().resolve(".git").toString())
        .with("GIT_WORK_TREE", checkout.folder().toString());

    assertEquals("int c;\n", after(staged(elsewhere), "mm/b.c"));
  }

  @Test
  void aMergeIsReviewedAgainstTheBranchOneIsOn() {
    checkout.commit("one").git("checkout", "-q", "-b", "side");
    checkout.write("mm/b.c", "int side;\n").commit("side");
    checkout.git("checkout", "-q", "main");
    checkout.write("mm/a.c", "int main;\n").commit("main");
    checkout.git("merge", "-q", "--no-commit", "--no-ff", "side");

    assertEquals("int side;\n", after(staged(), "mm/b.c"));
  }

  @Test
  void aPatchThatGitAmHasAppliedKeepsItsMessage() {
    checkout.commit("one").write("mm/b.c", "int c;\n").commit("mm: more\n\nNo functional change.");
    String patch = checkout.git("format-patch", "-1", "--stdout");
    checkout.git("reset", "-q", "--hard", "HEAD^");
    checkout.write(".git/hooks/pre-applypatch", "#!/bin/sh\nexit 1\n");
    assertTrue(checkout.folder().resolve(".git/hooks/pre-applypatch").toFile().setExecutable(true));
    assertEquals(1, Math.min(1, checkout.run(patch + "\n", "git", "am", "-q").exit()));

    Occasion occasion =
        Occasions.of(Hook.PRE_APPLYPATCH, checkout.asked(), List.of(), List.of()).getFirst();

    assertEquals("int c;\n", after(occasion, "mm/b.c"));
    PatchMail mail = change(occasion).series().patches().getFirst();
    assertEquals("mm: more", mail.title());
    assertEquals("No functional change.", mail.message());
  }

  private List<Occasion> pushed(String line) {
    return Occasions.of(Hook.PRE_PUSH, checkout.asked(), List.of("origin", "url"), List.of(line));
  }

  @Test
  void theCommitsThatTheRemoteLacksArePushed() {
    String one = checkout.commit("one").git("rev-parse", "HEAD");
    checkout.write("mm/b.c", "int c;\n").commit("two");
    String three = checkout.write("mm/b.c", "int d;\n").commit("three").git("rev-parse", "HEAD");

    Occasion occasion =
        pushed("refs/heads/main %s refs/heads/main %s".formatted(three, one)).getFirst();

    assertEquals("two, three", titles(change(occasion).series()));
    assertEquals("int d;\n", after(occasion, "mm/b.c"));
  }

  @Test
  void aNewBranchBeginsWhereTheRemoteKnowsIt() {
    String one = checkout.commit("one").git("rev-parse", "HEAD");
    checkout.git("update-ref", "refs/remotes/origin/main", one);
    String two = checkout.write("mm/b.c", "int c;\n").commit("two").git("rev-parse", "HEAD");

    Occasion occasion =
        pushed("refs/heads/new %s refs/heads/new %s".formatted(two, ZERO)).getFirst();

    assertEquals("two", titles(change(occasion).series()));
  }

  @Test
  void aBranchThatSharesNothingWithTheRemoteAndOneThatIsDeletedAreNotReviewed() {
    String one = checkout.commit("one").git("rev-parse", "HEAD");

    assertInstanceOf(
        Occasion.Nothing.class,
        pushed("refs/heads/new %s refs/heads/new %s".formatted(one, ZERO)).getFirst());
    assertEquals(List.of(), pushed("(delete) %s refs/heads/old %s".formatted(ZERO, one)));
  }

  @Test
  void mailsAreTheSeriesTheyAreOnTheCommitTheyWereMadeFor() {
    checkout.commit("one").write("mm/b.c", "int c;\n").commit("two");
    checkout.write("mm/b.c", "int d;\n").commit("three");
    checkout.git("format-patch", "-q", "-2", "-o", "out", "--cover-letter");
    Path out = checkout.folder().resolve("out");

    Occasion all =
        Occasions.of(
                Hook.SENDEMAIL_VALIDATE,
                checkout.asked(),
                List.of(
                    "out/0000-cover-letter.patch", "out/0001-two.patch", "out/0002-three.patch"),
                List.of())
            .getFirst();
    Occasion last =
        Occasions.of(
                Hook.SENDEMAIL_VALIDATE,
                checkout.asked(),
                List.of(out.resolve("0002-three.patch").toString()),
                List.of())
            .getFirst();

    assertEquals("two, three", titles(change(all).series()));
    assertEquals("int d;\n", after(all, "mm/b.c"));
    assertEquals("three", titles(change(last).series()));
    assertEquals("int d;\n", after(last, "mm/b.c"));
  }
}
