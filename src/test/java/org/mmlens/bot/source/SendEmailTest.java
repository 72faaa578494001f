package org.mmlens.bot.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mmlens.bot.config.Login;
import org.mmlens.bot.config.Server;
import org.mmlens.bot.config.SourceConfig.Afterwards;
import org.mmlens.bot.server.MailSession;
import org.mmlens.mail.PatchMail;
import org.mmlens.mail.Selection;
import org.mmlens.mail.Series;
import org.mmlens.mail.SeriesReader;

/// The whole way: the machine's git sends a series, a source reads it, the series is found in it,
/// and `git am` makes the same tree of it.
class SendEmailTest {

  private static final Path SEND_EMAIL = Path.of("/usr/lib/git-core/git-send-email");
  private static final Path SAMPLE = Path.of("patches/03-three-patches.mbox").toAbsolutePath();
  private static final Path TREE = Path.of("fixtures/linux").toAbsolutePath();
  private static final int PATCHES = 3;

  @TempDir private Path home;

  @BeforeEach
  void makeSeries() throws Exception {
    assumeTrue(
        Files.isExecutable(SEND_EMAIL), "no git send-email is installed (package git-email)");
    git(home, "init", "-q", "repo");
    run(home, "cp", "-r", TREE + "/.", repo().toString());
    git(repo(), "add", "-A");
    git(repo(), "commit", "-q", "-m", "base");
    git(repo(), "tag", "base");
    git(repo(), "mailsplit", "-o" + Files.createDirectory(home.resolve("in")), SAMPLE.toString());
    for (int k = 2; k <= PATCHES + 1; k++) {
      git(repo(), "am", "-q", home.resolve("in/%04d".formatted(k)).toString());
    }
    git(
        repo(),
        "format-patch",
        "-q",
        "-v2",
        "--cover-letter",
        "--base=base",
        "-o",
        "../out",
        "base");
    Path cover;
    try (Stream<Path> files = Files.list(home.resolve("out"))) {
      cover = files.filter(f -> f.toString().contains("-0000-")).findFirst().orElseThrow();
    }
    String text =
        Files.readString(cover)
            .replace("*** SUBJECT HERE ***", "mm: three steps, \u00fcber-carefully")
            .replace("*** BLURB HERE ***", "As said before.");
    Files.writeString(cover, text);
  }

  @Test
  void aSeriesSentOverSmtpIsReadOverImapAndApplied() throws Exception {
    var server =
        new GreenMail(
            new ServerSetup[] {
              ServerSetup.SMTP.dynamicPort().createCopy("127.0.0.1"),
              ServerSetup.IMAP.dynamicPort().createCopy("127.0.0.1")
            });
    server.start();
    try {
      server.setUser("list@example.org", "list", "secret");
      send("--smtp-server=127.0.0.1", "--smtp-server-port=" + server.getSmtp().getPort());
      Path password = Files.writeString(home.resolve("password"), "secret\n");
      var session =
          MailSession.of(
              MailSession.Protocol.IMAP,
              new Server("127.0.0.1", server.getImap().getPort(), Server.Security.NONE),
              Optional.of(new Login("list", password)),
              Optional.empty());
      try (var source =
          new ImapSource(
              "i",
              session,
              new ImapSource.Place("INBOX", Afterwards.LEAVE),
              Start.BEGINNING,
              ReadLimits.USUAL)) {
        check(source);
      }
    } finally {
      server.stop();
    }
  }

  @Test
  void aSeriesSentIntoAMaildirIsReadAndApplied() throws Exception {
    Path maildir = home.resolve("maildir");
    for (String part : List.of("tmp", "new", "cur")) {
      Files.createDirectories(maildir.resolve(part));
    }
    Path deliver = home.resolve("deliver");
    Files.writeString(
        deliver,
        """
        #!/bin/sh
        cat > "%1$s/tmp/$$" && mv "%1$s/tmp/$$" "%1$s/new/$(date +%%s).P$$.example"
        """
            .formatted(maildir));
    Files.setPosixFilePermissions(deliver, PosixFilePermissions.fromString("rwx------"));

    send("--sendmail-cmd=" + deliver);

    try (var source =
        new MaildirSource("m", maildir, Afterwards.LEAVE, Start.BEGINNING, ReadLimits.USUAL)) {
      check(source);
    }
  }

  private void check(MailSource source) throws Exception {
    Path mails = Files.createDirectory(home.resolve("mails"));
    for (Arrival arrival : source.read(Optional.empty(), 100).arrivals()) {
      try (Stream<Path> before = Files.list(mails)) {
        Files.write(mails.resolve("%02d.eml".formatted(before.count())), arrival.raw());
      }
    }

    Series series =
        SeriesReader.read(List.of(mails), new Selection.Newest()).series().orElseThrow();
    assertEquals("mm: three steps, \u00fcber-carefully", series.heading().subject().title());
    assertEquals(2, series.revision());
    assertEquals(List.of(), series.missing());
    assertEquals(PATCHES, series.patches().size());

    git(repo(), "checkout", "-q", "-b", "received", "base");
    for (PatchMail patch : series.patches()) {
      git(repo(), "am", "-q", file(mails, patch).toString());
    }
    assertEquals(
        output(repo(), "rev-parse", "master^{tree}"), output(repo(), "rev-parse", "HEAD^{tree}"));
    assertEquals(
        output(repo(), "log", "--format=%an <%ae>%n%B", "base..master"),
        output(repo(), "log", "--format=%an <%ae>%n%B", "base..received"));
  }

  private static Path file(Path mails, PatchMail patch) throws IOException {
    String id = "<" + patch.envelope().messageId() + ">";
    try (Stream<Path> files = Files.list(mails)) {
      return files
          .filter(
              f -> read(f).lines().anyMatch(l -> l.matches("(?i)message-id:.*") && l.contains(id)))
          .findFirst()
          .orElseThrow();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void send(String... how) throws Exception {
    var command = new ArrayList<>(List.of("send-email", "--quiet", "--confirm=never"));
    command.addAll(List.of("--from=ann@example.org", "--to=list@example.org", "--suppress-cc=all"));
    command.addAll(List.of(how));
    command.add(home.resolve("out").toString());
    git(repo(), command.toArray(String[]::new));
  }

  private Path repo() {
    return home.resolve("repo");
  }

  private void git(Path folder, String... arguments) throws Exception {
    output(folder, arguments);
  }

  private String output(Path folder, String... arguments) throws Exception {
    var command = new ArrayList<String>(List.of("git", "-c", "init.defaultBranch=master"));
    command.addAll(List.of(arguments));
    return run(folder, command.toArray(String[]::new));
  }

  private String run(Path folder, String... command) throws Exception {
    Path out = Files.createTempFile(home, "out", ".txt");
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    var environment = builder.environment();
    environment.put("HOME", home.toString());
    environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    for (String who : List.of("AUTHOR", "COMMITTER")) {
      environment.put("GIT_" + who + "_NAME", "Ann Example");
      environment.put("GIT_" + who + "_EMAIL", "ann@example.org");
    }
    Process process =
        builder.redirectInput(Path.of("/dev/null").toFile()).redirectOutput(out.toFile()).start();
    boolean ended = process.waitFor(120, TimeUnit.SECONDS);
    process.destroyForcibly();
    String said = Files.readString(out);
    assertTrue(ended && process.waitFor() == 0, () -> String.join(" ", command) + ": " + said);
    return said;
  }
}
