package org.mmlens.bot.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mmlens.bot.IntakeLoad;
import org.mmlens.bot.load.Mailbox.Kind;

/// A generated mailbox on its way through the bot: 300 mails; with `-Dmmlens.long=true` 5,000 and
/// 20,000 of a list and as many of noise alone, each in a JVM of 64 MB.
class MailboxLoadTest {

  private static final long SEED = 20260128;

  @TempDir private Path folder;

  @Test
  void theSeriesFoundAreExactlyThoseThatWerePosted() throws Exception {
    Mailbox mailbox = Mailbox.of(300, Kind.LIST, SEED);
    Folders.maildir(folder.resolve("box"), mailbox.mails());
    try (var source = MailboxLoad.source(folder.resolve("box"))) {
      MailboxLoad.Result result = MailboxLoad.run(source, folder);

      assertEquals(300, result.read());
      assertTrue(result.kept() < 300 && result.kept() > 250, "kept " + result.kept());
      assertTrue(mailbox.posted().size() > 10, mailbox.posted().size() + " series");
      assertEquals(lines(mailbox.posted()), lines(result.found()));
    }
  }

  @Test
  void aMailboxInOneFileGivesTheSame() throws Exception {
    Mailbox mailbox = Mailbox.of(300, Kind.LIST, SEED + 1);
    Path file = mbox("box", mailbox);
    try (var source = MailboxLoad.source(file)) {
      MailboxLoad.Result result = MailboxLoad.run(source, folder);

      assertEquals(300, result.read());
      assertEquals(lines(mailbox.posted()), lines(result.found()));
    }
  }

  @Test
  void noiseHoldsNoSeries() throws Exception {
    Mailbox mailbox = Mailbox.of(300, Kind.NOISE, SEED);
    Path file = mbox("box", mailbox);
    try (var source = MailboxLoad.source(file)) {
      assertEquals(new TreeSet<>(), MailboxLoad.run(source, folder).found());
    }
  }

  @Test
  void theSameSeedGivesTheSameMailbox() {
    Mailbox one = Mailbox.of(300, Kind.LIST, SEED);
    Mailbox other = Mailbox.of(300, Kind.LIST, SEED);

    for (int k = 0; k < 300; k++) {
      assertEquals(text(one.mails().get(k)), text(other.mails().get(k)));
    }
  }

  @Test
  void thousandsOfMailsTakeNoMoreMemoryThanHundreds() throws Exception {
    Assumptions.assumeTrue(Boolean.getBoolean("mmlens.long"), "only with -Dmmlens.long=true");
    for (Kind kind : Kind.values()) {
      for (int count : new int[] {5_000, 20_000}) {
        Mailbox mailbox = Mailbox.of(count, kind, SEED);
        Path maildir = folder.resolve("maildir-" + kind + count);
        Folders.maildir(maildir, mailbox.mails());
        compare(kind + " " + count + ", file", mbox("box-" + kind + count, mailbox), mailbox);
        compare(kind + " " + count + ", maildir", maildir, mailbox);
      }
    }
  }

  /// What is found is printed, one file for each way; `target` is where a build writes.
  private void compare(String name, Path place, Mailbox mailbox) throws Exception {
    List<String> found = series(name, place, MailboxLoad.class);
    assertEquals(lines(mailbox.posted()), String.join("\n", found));

    List<String> taken = series(name + ", as the bot", place, IntakeLoad.class);
    assertEquals(
        mailbox.posted().stream().map(MailboxLoadTest::asTaken).sorted().toList(),
        taken.stream().sorted().toList());
  }

  /// A series as the bot notes it.
  private static String asTaken(Posted one) {
    String missing = String.join(" ", one.missing().stream().map(String::valueOf).toList());
    return "%s v%d, missing [%s]".formatted(one.title(), one.revision(), missing);
  }

  private List<String> series(String name, Path place, Class<?> program) throws Exception {
    String said = inSmallMemory(place, program);
    List<String> found =
        said.lines().filter(l -> l.startsWith("series ")).map(l -> l.substring(7)).toList();
    Path printed = Path.of("target/mailbox-load", name.replaceAll("[^A-Za-z0-9]+", "-") + ".txt");
    Files.createDirectories(printed.getParent());
    Files.write(printed, found);
    String figures =
        said.lines().filter(line -> line.contains(" mails read, ")).findFirst().orElse(said);
    System.err.printf("%s: %s; %d series, in %s%n", name, figures, found.size(), printed);
    return found;
  }

  private String inSmallMemory(Path place, Class<?> program)
      throws IOException, InterruptedException {
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classes,
                program.getName(),
                place.toString(),
                Files.createTempDirectory(folder, "run").toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said;
  }

  private Path mbox(String name, Mailbox mailbox) throws IOException {
    Path file = folder.resolve(name);
    Folders.mbox(file, mailbox.mails());
    Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
    return file;
  }

  private static String lines(TreeSet<Posted> series) {
    return String.join("\n", series.stream().map(Posted::toString).toList());
  }

  private static String text(byte[] mail) {
    return new String(mail, StandardCharsets.ISO_8859_1);
  }
}
