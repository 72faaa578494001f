package org.mmlens.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mmlens.bot.BotProgram;
import org.mmlens.bot.sink.SmtpPeer;

/// `mmlens bot` as a person uses it: real reviews, a real database, a mail server on loopback, and
/// every command by its words.
class BotCommandTest {

  @TempDir private Path folder;
  private SmtpPeer peer;

  @BeforeEach
  void mailsTwoSeries() throws IOException {
    peer = new SmtpPeer();
    BotProgram.smallTree(folder.resolve("tree"));
    Files.createDirectories(folder.resolve("mail/new"));
    Files.createDirectories(folder.resolve("mail/cur"));
    Files.writeString(
        folder.resolve("bot.toml"),
        """
        start = "beginning"
        [identity]
        address = "mmlens@example.org"
        [[source]]
        name = "mail"
        kind = "maildir"
        path = "mail"
        [[sink]]
        name = "post"
        kind = "smtp"
        host = "127.0.0.1"
        port = %d
        security = "none"
        [[tree]]
        name = "small"
        path = "tree"
        """
            .formatted(peer.port()));
    BotProgram.mail(folder.resolve("mail"), 2);
  }

  @AfterEach
  void stop() throws IOException {
    peer.close();
  }

  private Session.Result bot(String... words) {
    String[] args = new String[words.length + 3];
    args[0] = "bot";
    System.arraycopy(words, 0, args, 1, words.length);
    args[words.length + 1] = "--config";
    args[words.length + 2] = folder.resolve("bot.toml").toString();
    return new Session(folder).run(args);
  }

  private String done(String... words) {
    var result = bot(words);
    assertEquals(0, result.status(), result.err());
    return result.out();
  }

  /// What `status` says behind a word, without what the mail answers.
  private List<String> listed(String what) {
    return done("status")
        .lines()
        .filter(line -> line.startsWith(what + ": "))
        .map(line -> line.substring(what.length() + 2).replaceFirst(" \\(answers.*", ""))
        .toList();
  }

  @Test
  void aPersonApprovesOneMailAndRejectsTheOther() {
    done("once");
    assertEquals(List.of(), peer.taken());
    String status = done("status");
    assertTrue(status.startsWith("mails: 2\nrevisions done: 2\nreviews to make: 0\n"), status);
    assertTrue(status.contains("outbox held: 2\n"), status);
    assertTrue(status.contains("(answers <probe-0@example.org>)\n"), status);
    List<String> held = listed("waits for approval");
    assertEquals(2, held.size(), status);

    done("approve", "<" + held.getFirst() + ">");
    done("reject", held.getLast());
    done("once");

    assertEquals(1, peer.taken().size());
    String mail = peer.taken().getFirst().text();
    assertTrue(mail.contains("Message-ID: <" + held.getFirst() + ">\n"), mail);
    assertTrue(done("status").contains("outbox sent: 1\noutbox rejected: 1\n"), done("status"));
    var again = bot("approve", held.getLast());
    assertEquals(2, again.status());
    assertEquals(
        "mmlens: error: there is no mail that waits under '%s'; 'mmlens bot status' tells what waits\n"
            .formatted(held.getLast()),
        again.err());
  }

  @Test
  void aMailOfWhichNothingIsKnownIsShownAndSentAgainOnlyByAPerson() {
    peer.answer(".", "");
    done("once");
    for (String id : listed("waits for approval")) {
      done("approve", id);
    }
    done("once");
    assertEquals(2, peer.taken().size(), "taken, but not answered");
    List<String> doubt = listed("may have been sent; approve sends it again");
    assertEquals(2, doubt.size(), done("status"));
    peer.answer(".", "250 queued");
    done("once");
    assertEquals(2, peer.taken().size(), "nobody has approved it");

    done("reject", doubt.getFirst());
    done("approve", doubt.getLast());
    done("once");

    assertEquals(3, peer.taken().size());
    assertTrue(peer.taken().getLast().text().contains("Message-ID: <" + doubt.getLast() + ">\n"));
    assertEquals(List.of(), listed("may have been sent; approve sends it again"));
  }

  @Test
  void replayPrintsWhatWouldBeMailedAndChangesNothing() {
    done("once");
    String before = done("status");

    String printed = done("replay", "<probe-1@example.org>");

    assertTrue(printed.contains("probe_1() is declared but defined nowhere"), printed);
    assertFalse(printed.contains("probe_0"), printed);
    assertEquals(before, done("status"));
    assertEquals(List.of(), peer.taken());
    var unknown = bot("replay", "nobody@example.org");
    assertEquals(2, unknown.status());
    assertEquals(
        "mmlens: error: there is no complete series with 'nobody@example.org'; 'mmlens bot status'"
            + " tells what waits\n",
        unknown.err());
  }

  @Test
  void aReviewStartsWithTheArchiveOfClassesThatTheBotStartedWith() {
    assertEquals(
        List.of("-XX:AOTCache=/opt/mmlens/it.aot"),
        BotLauncher.archives(
            List.of("-Xss8m", "-XX:AOTCache=/opt/mmlens/it.aot", "-Dx=-XX:AOTCache=y")));
  }

  @Test
  void aConfigurationThatIsWrongIsNamedWithItsPlaceAndTheNearestKey() throws IOException {
    Path file = folder.resolve("bot.toml");
    Files.writeString(file, Files.readString(file).replace("security =", "securty ="));

    var result = bot("status");

    assertEquals(2, result.status());
    assertTrue(result.err().contains("bot.toml:13:1: error: found 'securty'"), result.err());
    assertTrue(result.err().contains("nearest is 'security'"), result.err());
  }
}
