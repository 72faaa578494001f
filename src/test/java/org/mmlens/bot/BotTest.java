package org.mmlens.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mmlens.bot.ReviewProcess.Outcome;
import org.mmlens.bot.state.Database;
import org.mmlens.bot.state.Outbox;
import org.mmlens.mail.Envelope;

class BotTest {

  private static final Duration QUIET = Duration.ofMinutes(31);

  @TempDir private Path folder;
  private Rig rig;

  @BeforeEach
  void start() throws Exception {
    rig = new Rig(folder, "");
  }

  /// A patch has come and been reviewed.
  private void reviewed(String added) throws Exception {
    rig.arrive(Rig.patch("p@x", "[PATCH] mm: one", "", added));
    rig.work();
  }

  @Test
  void aSeriesIsReviewedOnceWhenItIsCompleteInWhateverOrderItComes() throws Exception {
    rig.arrive(
        Rig.patch("p2@x", "[PATCH 2/2] mm: two", "c@x", "remark two"),
        Rig.patch("p1@x", "[PATCH 1/2] mm: one", "c@x", "remark one"));
    rig.work();
    assertEquals(List.of(), rig.reviews(), "its cover letter has not come");

    rig.arrive(Rig.cover("c@x", "[PATCH 0/2] mm: both"));
    rig.work().work();

    assertEquals(List.of("<p1@x>"), rig.reviews());
    assertEquals(1, rig.sent().size());
    Envelope mail = Envelope.of("", rig.sent().getFirst().getBytes(StandardCharsets.UTF_8));
    assertEquals(List.of("c@x"), mail.references());
    assertEquals("Re: [PATCH 0/2] mm: both", mail.subject());
    assertEquals(
        List.of("ann@example.org", "list@example.org", "rev@example.org"),
        rig.parcels().getFirst().envelope().recipients());
  }

  @Test
  void aSeriesWithoutRemarksIsReviewedAndNothingIsSent() throws Exception {
    rig.arrive(Rig.patch("p@x", "[PATCH] mm: one", "", "fine"));

    rig.work();

    assertEquals(List.of("<p@x>"), rig.reviews());
    assertEquals(List.of(), rig.sent());
    assertEquals(
        Optional.of("quiet: no-difference; 0 remarks, 0 of them new"), rig.decision("p@x"));
  }

  @Test
  void aSeriesWhoseCoverLetterNeverComesIsReviewedAfterTheQuietPeriod() throws Exception {
    rig.arrive(
        Rig.patch("p1@x", "[PATCH 1/2] mm: one", "c@x", "a"),
        Rig.patch("p2@x", "[PATCH 2/2] mm: two", "c@x", "b"));
    rig.work();
    assertEquals(List.of(), rig.reviews());

    rig.pass(QUIET);
    rig.work();

    assertEquals(List.of("<p1@x>"), rig.reviews());
  }

  @Test
  void anIncompleteSeriesIsNotReviewedUntilItsLastPatchComes() throws Exception {
    rig.arrive(Rig.patch("p1@x", "[PATCH 1/2] mm: one", "", "a"));
    rig.work();
    rig.pass(QUIET);
    rig.work();
    assertEquals(List.of(), rig.reviews());

    rig.arrive(Rig.patch("p2@x", "[PATCH 2/2] mm: two", "p1@x", "b"));
    rig.work();

    assertEquals(List.of("<p1@x>"), rig.reviews());
  }

  @Test
  void patchesThatAnswerNothingAreOneSeriesBySenderTotalAndDay() throws Exception {
    rig.arrive(
        Rig.patch("p1@x", "[PATCH 1/2] mm: one", "", "a"),
        Rig.patch("p2@x", "[PATCH 2/2] mm: two", "", "b"));

    rig.work();

    assertEquals(List.of("<p1@x>"), rig.reviews());
  }

  @Test
  void aDuplicateWithTheFooterOfAListIsNotReviewedAgain() throws Exception {
    String patch = Rig.patch("p@x", "[PATCH] mm: one", "", "remark a");
    rig.arrive(patch, patch + "_____\nlist mailing list\n");

    rig.work().work();

    assertEquals(List.of("<p@x>"), rig.reviews());
    assertEquals(1, rig.sent().size());
  }

  @Test
  void whatIsSentAgainUnchangedIsNotReviewedAgain() throws Exception {
    reviewed("remark a");
    rig.arrive(Rig.patch("q@x", "[PATCH RESEND] mm: one", "", "remark a"));
    rig.work();

    assertEquals(List.of("<p@x>"), rig.reviews());
    assertEquals(Optional.of("not-reviewed: it repeats <p@x>"), rig.decision("q@x"));
  }

  @Test
  void theNextRevisionSaysWhichRemarksAreGone() throws Exception {
    rig.arrive(
        Rig.patch("p@x", "[PATCH] mm: one", "", "remark a")
            .replace("+remark a\n", "+remark a\n+remark b\n"));
    rig.work();
    rig.arrive(Rig.patch("q@x", "[PATCH v2] mm: one", "p@x", "remark b"));
    rig.work();

    assertEquals(List.of("<p@x>", "<q@x>"), rig.reviews());
    assertEquals(2, rig.sent().size());
    assertTrue(
        rig.sent().getLast().contains("| Of 2 remarks on v1, one is gone:\r\n| - a() differs\r\n"),
        rig.sent().getLast());
  }

  @Test
  void whatSomebodyInTheThreadExpectsIsNotSaidOfTheNextRevision() throws Exception {
    reviewed("remark a");
    rig.arrive(Rig.talk("t@x", "rev@example.org", "p@x", "Fine.\n\n#mmlens expected\n"));
    rig.work();
    rig.arrive(
        Rig.patch("q@x", "[PATCH v2] mm: one", "p@x", "remark a").replace("two\n", "three\n"));
    rig.work();

    assertEquals(List.of("<p@x>", "<q@x>"), rig.reviews());
    assertEquals(1, rig.sent().size());
  }

  @Test
  void aStrangerOrAQuoteOrAProgramCommandsNothing() throws Exception {
    reviewed("remark a");
    String command = "#mmlens expected\n";
    rig.arrive(
        Rig.talk("t@x", "stranger@example.org", "p@x", command),
        Rig.talk("u@x", "rev@example.org", "p@x", "> " + command),
        Rig.talk("v@x", "rev@example.org", "p@x", "say " + command),
        Rig.talk("w@x", "rev@example.org", "p@x", "-- \n" + command),
        Rig.talk("y@x", "rev@example.org", "p@x", command)
            .replace("\nTo:", "\nAuto-Submitted: auto-replied\nTo:"));
    rig.work();
    rig.arrive(
        Rig.patch("q@x", "[PATCH v2] mm: one", "p@x", "remark a").replace("two\n", "three\n"));
    rig.work();

    assertEquals(2, rig.sent().size());
  }

  @Test
  void aMutedThreadGetsNoMoreMail() throws Exception {
    reviewed("remark a");
    String bots = rig.parcels().getFirst().messageId();
    rig.arrive(Rig.talk("t@x", "ann@example.org", bots, "#mmlens mute\n"));
    rig.work();
    rig.arrive(Rig.patch("q@x", "[PATCH v2] mm: one", "p@x", "remark b"));
    rig.work();

    assertEquals(List.of("<p@x>", "<q@x>"), rig.reviews());
    assertEquals(1, rig.sent().size());
  }

  @Test
  void anInconclusiveReviewIsToldOnlyOnRequestAndOnce() throws Exception {
    rig.arrive(Rig.patch("p@x", "[PATCH] mm: one", "", "unsure"));
    rig.work();
    assertEquals(List.of(), rig.sent());

    rig.arrive(
        Rig.talk("t@x", "ann@example.org", "p@x", "#mmlens test\n"),
        Rig.talk("u@x", "rev@example.org", "p@x", "#mmlens test\n"));
    rig.work().work();

    assertEquals(List.of("<p@x>", "<p@x>"), rig.reviews());
    assertEquals(1, rig.sent().size());
    assertTrue(
        rig.sent().getFirst().contains("\r\n| - not modelled: f\r\n"), rig.sent().getFirst());
  }

  @Test
  void neverIsAProgramAnswered() throws Exception {
    String patch = Rig.patch("p@x", "[PATCH] mm: one", "", "remark a");
    String author = "Ann Author <ann@example.org>";
    rig.arrive(
        patch.replace(author, "mmlens@example.org"),
        patch.replace("p@x", "q@x").replace(author, "Robot <robot@example.org>"),
        patch.replace("p@x", "r@x").replace("\nTo:", "\nAuto-Submitted: auto-generated\nTo:"),
        patch.replace("p@x", "s@x").replace("\nTo:", "\nX-Loop: mmlens\nTo:"));

    rig.work();

    assertEquals(List.of(), rig.reviews());
    assertEquals(Optional.of("not-reviewed: it was sent by this bot"), rig.decision("p@x"));
    assertEquals(Optional.of("not-reviewed: it was sent by another bot"), rig.decision("q@x"));
    assertEquals(Optional.of("not-reviewed: it was sent by a program"), rig.decision("r@x"));
    assertEquals(Optional.of("not-reviewed: it was sent by a program"), rig.decision("s@x"));
  }

  @Test
  void aModeratedListHearsNothingUntilAPersonApproves() throws Exception {
    rig = new Rig(folder, "[[list]]\naddress = \"careful@example.org\"\n");
    rig.arrive(
        Rig.patch("p@x", "[PATCH] mm: one", "", "remark a")
            .replace("To: list@", "To: careful@example.org, list@"));
    rig.work();
    assertEquals(List.of(), rig.sent());

    try (Database database = rig.database()) {
      List<String> held =
          List.copyOf(database.transact(tx -> Outbox.standing(tx, Outbox.Standing.HELD)).keySet());
      assertEquals(1, held.size());
      assertEquals(
          true,
          database.transact(tx -> Outbox.moderate(tx, held.getFirst(), Outbox.Standing.WAITING)));
    }
    rig.work();

    assertEquals(List.of("ann@example.org"), rig.parcels().getFirst().envelope().recipients());
  }

  @Test
  void anEmbargoDelaysAndAMutedListHearsNothing() throws Exception {
    rig =
        new Rig(
            folder,
            "[[list]]\n"
                + "address = \"late@example.org\"\n"
                + "policy = \"reply-all\"\n"
                + "moderated = false\n"
                + "embargo-hours = 2\n"
                + "[[list]]\n"
                + "address = \"mute@example.org\"\n"
                + "policy = \"mute\"\n");
    rig.arrive(
        Rig.patch("p@x", "[PATCH] mm: one", "", "remark a").replace("To: list@", "To: late@"),
        Rig.patch("q@x", "[PATCH] mm: two", "", "remark b")
            .replace("Cc: ", "Cc: mute@example.org, "));
    rig.work();
    assertEquals(List.of(), rig.sent());

    rig.pass(Duration.ofHours(2));
    rig.work();

    assertEquals(1, rig.sent().size());
    assertTrue(rig.sent().getFirst().contains("a differs"), rig.sent().getFirst());
  }

  @Test
  void theMailLeadsToThePageIfThatIsSeenFromOutside() throws Exception {
    rig =
        new Rig(
            folder,
            "[[sink]]\n"
                + "name = \"pages\"\n"
                + "kind = \"html\"\n"
                + "path = \"pages\"\n"
                + "url = \"https://mm.example.org/reports\"\n");
    rig.arrive(Rig.patch("p@x", "[PATCH] mm: one", "", "remark a"));

    rig.work();

    String mail = rig.sent().getFirst();
    assertTrue(mail.contains("\r\n| report: https://mm.example.org/reports/p_x-"), mail);
  }

  @Test
  void aSeriesThatKillsItsReviewIsGivenUpAndTheOthersAreReviewed() throws Exception {
    rig.arrive(
        Rig.patch("p@x", "[PATCH] mm: one", "", "die"),
        Rig.patch("q@x", "[PATCH] mm: two", "", "remark a"));

    rig.work();

    assertEquals(List.of("<p@x>", "<p@x>", "<q@x>"), rig.reviews().stream().sorted().toList());
    assertEquals(1, rig.sent().size());
    assertEquals(Optional.of("died: exit code 70: it said nothing"), rig.decision("p@x"));
  }

  @Test
  void aReviewThatTakesTooLongEndsWithAllItStarted() throws Exception {
    var limits = rig.limits(Duration.ofSeconds(2));
    Outcome outcome = rig.review(limits, Rig.patch("p@x", "[PATCH] mm: one", "", "hang"));

    assertEquals(new Outcome.Died("took longer than 2 s"), outcome);
    Optional<ProcessHandle> child = ProcessHandle.of(rig.child());
    if (child.isPresent()) {
      // It sleeps for 1000 s; that it dies may take a moment to show.
      child.get().onExit().get(30, TimeUnit.SECONDS);
    }
  }

  @Test
  void aReviewThatWritesTooMuchIsEnded() throws Exception {
    var limits = rig.limits(Duration.ofMinutes(1));
    Outcome outcome = rig.review(limits, Rig.patch("p@x", "[PATCH] mm: one", "", "flood"));

    assertEquals(new Outcome.Died("wrote more than 1 MiB"), outcome);
  }

  @Test
  void nothingOfAStrangersMailBecomesAHeaderOfItsOwn() throws Exception {
    rig.arrive(
        Rig.patch(
                "p@x",
                "=?utf-8?Q?[PATCH]_mm:_x=0D=0ABcc:_victim@example.org=0D=0A=0D=0Ay?=",
                "",
                "remark a")
            .replace(
                "Cc: Rev Iewer <rev@example.org>",
                "Cc: \"a, victim@example.net\" <rev@example.org>,\n"
                    + " =?utf-8?Q?x=0D=0ABcc:_victim@example.org?= <b@example.org>, \"<c\"@d"));

    rig.work();

    String mail = rig.sent().getFirst();
    List<String> header = mail.substring(0, mail.indexOf("\r\n\r\n")).lines().toList();
    assertEquals(
        List.of(
            "Auto-Submitted",
            "Cc",
            "Content-Transfer-Encoding",
            "Content-Type",
            "Date",
            "From",
            "In-Reply-To",
            "MIME-Version",
            "Message-ID",
            "References",
            "Subject",
            "To"),
        header.stream()
            .filter(line -> !line.startsWith(" "))
            .map(line -> line.replaceFirst(":.*", ""))
            .sorted()
            .toList());
    assertFalse(
        rig.parcels().getFirst().envelope().recipients().toString().contains("victim"),
        "" + rig.parcels().getFirst().envelope());
  }

  @Test
  void aMailIsWrittenTheSameWayWhoeverWritesIt() throws Exception {
    String patch = Rig.patch("p@x", "[PATCH v3] mm: one", "", "remark a");
    rig.arrive(patch);
    rig.work();
    Path elsewhere = Files.createDirectory(folder.resolve("other"));
    Rig other = new Rig(elsewhere, "");
    other.arrive(patch);
    other.work();

    assertEquals(rig.sent(), other.sent());
    assertTrue(
        rig.parcels().getFirst().messageId().matches("mmlens-[0-9a-f]{24}-v3@example\\.org"),
        rig.parcels().getFirst().messageId());
  }
}
