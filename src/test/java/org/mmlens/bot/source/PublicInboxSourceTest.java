package org.mmlens.bot.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Inboxes that Debian's public-inbox makes and fills.
class PublicInboxSourceTest {

  /// Adds mails, as public-inbox-watch does, to epochs of a few KiB instead of a GiB.
  private static final String FILL =
      """
      use PublicInbox::Config;
      use PublicInbox::InboxWritable;
      use PublicInbox::Eml;
      my $ibx = PublicInbox::InboxWritable->new(PublicInbox::Config->new->lookup_name('list'));
      my $writer = $ibx->importer(0);
      $writer->{rotate_bytes} = 1200;
      for my $file (@ARGV) {
        open(my $in, '<', $file) or die;
        my $mail = do { local $/; <$in> };
        $writer->add(PublicInbox::Eml->new($mail)) or die $file;
      }
      $writer->done;
      """;

  @TempDir private Path home;

  @BeforeEach
  void makeInbox() throws Exception {
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/public-inbox-mda")),
        "no public-inbox is installed (package public-inbox)");
    Files.createDirectories(home.resolve(".public-inbox/emergency"));
    run(
        "",
        "public-inbox-init",
        "-V2",
        "-L",
        "basic",
        "list",
        inbox().toString(),
        "http://localhost/list",
        "list@example.org");
    run(
        "",
        "git",
        "config",
        "-f",
        home + "/.public-inbox/config",
        "publicinboxmda.spamcheck",
        "none");
  }

  @Test
  void mailsThatPublicInboxDeliversAreReadAndReadingGoesOnAtACommit() throws Exception {
    deliver(1);
    deliver(2);
    deliver(3);
    var source = source(Start.BEGINNING);

    Batch first = source.read(Optional.empty(), 2);
    deliver(4);
    Batch second = source.read(Optional.of(first.cursor()), 10);

    assertEquals(List.of(1, 2), Letters.numbers(first));
    assertEquals(List.of(3, 4), Letters.numbers(second));
    assertEquals(
        List.of(3, 4), Letters.numbers(source(Start.NOW).read(Optional.of(first.cursor()), 9)));
    assertEquals(List.of(), Letters.numbers(source.read(Optional.of(second.cursor()), 10)));
    assertEquals(List.of(), second.notes());
  }

  @Test
  void mailsOfSeveralEpochsComeInOrderAndEachOnce() throws Exception {
    fill(IntStream.range(0, 40));
    long epochs = epochs();
    var source = source(Start.BEGINNING);
    var read = new ArrayList<Integer>();
    Optional<String> cursor = Optional.empty();
    for (int n = 0; n < 12; n++) {
      Batch batch = source.read(cursor, 4);
      read.addAll(Letters.numbers(batch));
      cursor = Optional.of(batch.cursor());
    }

    assertEquals(true, epochs > 2, epochs + " epochs");
    assertEquals(IntStream.range(0, 40).boxed().toList(), read);
  }

  @Test
  void aMailThatWasTakenOutAgainIsNotGiven() throws Exception {
    fill(IntStream.of(1, 2, 3));
    run(Letters.text(2), "public-inbox-learn", "rm");

    assertEquals(List.of(1, 3), Letters.numbers(source(Start.BEGINNING).read(Optional.empty(), 9)));
  }

  @Test
  void anEpochWhoseHistoryWasRewrittenIsReadFromItsBeginning() throws Exception {
    fill(IntStream.of(1, 2));
    var source = source(Start.BEGINNING);
    String cursor = source.read(Optional.empty(), 10).cursor();
    run(Letters.text(1), "public-inbox-purge", inbox().toString());
    fill(IntStream.of(3));

    Batch batch = source.read(Optional.of(cursor), 10);

    assertEquals(List.of(2, 3), Letters.numbers(batch));
    assertEquals(1, batch.notes().size());
  }

  @Test
  void whatCannotBeReadNowComesOnceItCan() throws Exception {
    fill(IntStream.of(1, 2, 3));
    var source = source(Start.BEGINNING);
    Batch first = source.read(Optional.empty(), 1);
    Path objects = inbox().resolve("git/0.git/objects");
    Path away = home.resolve("away");
    Files.move(objects, away);
    Files.createDirectory(objects);

    assertThrows(IOException.class, () -> source.read(Optional.of(first.cursor()), 10));

    Files.delete(objects);
    Files.move(away, objects);
    assertEquals(List.of(2, 3), Letters.numbers(source.read(Optional.of(first.cursor()), 10)));
  }

  @Test
  void aSourceThatStartsNowGivesOnlyWhatComesLater() throws Exception {
    fill(IntStream.of(1));
    var source = source(Start.NOW);

    Batch first = source.read(Optional.empty(), 10);
    fill(IntStream.of(2));

    assertEquals(List.of(), Letters.numbers(first));
    assertEquals(List.of(2), Letters.numbers(source.read(Optional.of(first.cursor()), 10)));
  }

  @Test
  void aMailAboveTheLimitIsLeftOutSayingSo() throws Exception {
    fill(IntStream.of(1));
    run(Letters.text(2, "long line\n".repeat(200)), "public-inbox-mda");
    fill(IntStream.of(3));

    Batch batch =
        new PublicInboxSource("p", inbox(), Start.BEGINNING, new ReadLimits(1000, 10_000))
            .read(Optional.empty(), 10);

    assertEquals(List.of(1, 3), Letters.numbers(batch));
    assertEquals(1, batch.notes().size());
  }

  private Path inbox() {
    return home.resolve("list");
  }

  private PublicInboxSource source(Start start) {
    return new PublicInboxSource("p", inbox(), start, ReadLimits.USUAL);
  }

  private void deliver(int number) throws Exception {
    run(Letters.text(number), "public-inbox-mda");
  }

  private void fill(IntStream numbers) throws Exception {
    var command = new ArrayList<>(List.of("perl", "-e", FILL));
    for (int number : numbers.toArray()) {
      Path file = home.resolve(number + ".eml");
      Files.writeString(file, Letters.text(number));
      command.add(file.toString());
    }
    run("", command.toArray(String[]::new));
  }

  private long epochs() throws IOException {
    try (Stream<Path> all = Files.list(inbox().resolve("git"))) {
      return all.count();
    }
  }

  private void run(String input, String... command) throws Exception {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("HOME", home.toString());
    builder.environment().put("ORIGINAL_RECIPIENT", "list@example.org");
    builder.redirectOutput(home.resolve("output").toFile());
    Process process = builder.start();
    try (var in = process.outputWriter()) {
      in.write(input);
    }
    boolean ended = process.waitFor(60, TimeUnit.SECONDS);
    process.destroyForcibly();
    assertEquals(true, ended, () -> output(command));
    assertEquals(0, process.exitValue(), () -> output(command));
  }

  private String output(String... command) {
    try {
      return String.join(" ", command) + ": " + Files.readString(home.resolve("output"));
    } catch (IOException e) {
      return e.toString();
    }
  }
}
