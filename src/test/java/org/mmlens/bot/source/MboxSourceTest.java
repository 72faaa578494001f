package org.mmlens.bot.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MboxSourceTest {

  private static final String FROM = "From ann@example.org Mon Feb  2 10:00:00 2026\n";
  private static final Instant NOW = Instant.parse("2026-02-02T10:00:00Z");

  @TempDir private Path folder;

  @Test
  void mailsComeInTheOrderOfTheFileWithoutSeparatorsAndQuotes() throws IOException {
    append(FROM + Letters.text(1, ">From here on\n>>From there\n") + "\n");
    append("From mboxrd@z Thu Jan  1 00:00:00 1970\n" + Letters.text(2, ">>From x\n") + "\n");

    Batch batch = source(Start.BEGINNING).read(Optional.empty(), 10);

    assertEquals(List.of(1, 2), Letters.numbers(batch));
    assertEquals(Letters.text(1, "From here on\n>>From there\n") + "\n", text(batch, 0));
    assertEquals(Letters.text(2, ">From x\n") + "\n", text(batch, 1));
    assertEquals(mbox() + ": byte 0", batch.arrivals().getFirst().origin());
  }

  @Test
  void readingGoesOnWhereItStoppedWhileTheFileGrows() throws IOException {
    append(mail(1) + mail(2) + mail(3));
    var source = source(Start.BEGINNING);

    Batch first = source.read(Optional.empty(), 2);
    append(mail(4));
    Batch second = source.read(Optional.of(first.cursor()), 10);

    assertEquals(List.of(1, 2), Letters.numbers(first));
    assertEquals(List.of(3, 4), Letters.numbers(second));
    assertEquals(List.of(3, 4), Letters.numbers(source.read(Optional.of(first.cursor()), 10)));
    assertEquals(List.of(), Letters.numbers(source.read(Optional.of(second.cursor()), 10)));
  }

  @Test
  void aMailInTheMiddleOfBeingWrittenWaits() throws IOException {
    String third = mail(3);
    append(mail(1) + mail(2) + third.substring(0, 60));
    touch(NOW);
    var source = source(Start.BEGINNING);

    Batch first = source.read(Optional.empty(), 10);
    append(third.substring(60));
    Batch second = source.read(Optional.of(first.cursor()), 10);

    assertEquals(List.of(1, 2), Letters.numbers(first));
    assertEquals(List.of(3), Letters.numbers(second));
  }

  @Test
  void theLastMailWaitsWhileSomebodyHoldsTheLock() throws IOException {
    append(mail(1) + mail(2));
    Path lock = Files.createFile(folder.resolve("box.lock"));
    var source = source(Start.BEGINNING);

    Batch locked = source.read(Optional.empty(), 10);
    Files.delete(lock);
    Batch open = source.read(Optional.of(locked.cursor()), 10);

    assertEquals(List.of(1), Letters.numbers(locked));
    assertEquals(List.of(2), Letters.numbers(open));
  }

  @Test
  void aFileThatTookTheOldOnesPlaceIsReadFromItsBeginning() throws IOException {
    append(mail(1) + mail(2));
    var source = source(Start.BEGINNING);
    String cursor = source.read(Optional.empty(), 10).cursor();
    Files.delete(mbox());
    append(mail(5) + mail(6) + mail(7));

    Batch batch = source.read(Optional.of(cursor), 10);

    assertEquals(List.of(5, 6, 7), Letters.numbers(batch));
    assertEquals(1, batch.notes().size());
  }

  @Test
  void aFileThatBecameShorterIsReadFromItsBeginning() throws IOException {
    append(mail(1) + mail(2));
    var source = source(Start.BEGINNING);
    String cursor = source.read(Optional.empty(), 10).cursor();
    Files.delete(mbox());
    append(mail(1));

    assertEquals(List.of(1), Letters.numbers(source.read(Optional.of(cursor), 10)));
  }

  @Test
  void aMailAboveTheLimitIsLeftOutAndTheNextIsRead() throws IOException {
    append(mail(1) + FROM + Letters.text(2, ("y".repeat(70) + "\n").repeat(20)) + "\n" + mail(3));

    Batch batch = source(Start.BEGINNING, new ReadLimits(500, 10_000)).read(Optional.empty(), 10);

    assertEquals(List.of(1, 3), Letters.numbers(batch));
    assertEquals(1, batch.notes().size());
  }

  @Test
  void aLineOfManyMegabytesIsNotTakenApartIntoMails() throws IOException {
    String long1 = "z".repeat((1 << 20) - 1) + "zFrom a@example.org Mon Feb  2 10:00:00 2026\n";
    append(FROM + Letters.text(1, long1.repeat(3)) + "\n" + mail(2));

    Batch batch = source(Start.BEGINNING).read(Optional.empty(), 10);

    assertEquals(List.of(1, 2), Letters.numbers(batch));
    assertEquals(Letters.text(1, long1.repeat(3)) + "\n", text(batch, 0));
  }

  @Test
  void oneMailAtATimeGivesTheSameAsAllAtOnce() throws IOException {
    for (int n = 0; n < 50; n++) {
      append(FROM + Letters.text(n, "line\n".repeat(n * 7)) + "\n");
    }
    var source = source(Start.BEGINNING);
    var oneByOne = new ArrayList<Integer>();
    Optional<String> cursor = Optional.empty();
    for (int n = 0; n < 50; n++) {
      Batch batch = source.read(cursor, 1);
      oneByOne.addAll(Letters.numbers(batch));
      cursor = Optional.of(batch.cursor());
    }

    assertEquals(Letters.numbers(source.read(Optional.empty(), 100)), oneByOne);
  }

  @Test
  void aSourceThatStartsNowGivesOnlyWhatComesLater() throws IOException {
    append(mail(1));
    var source = source(Start.NOW);

    Batch first = source.read(Optional.empty(), 10);
    append(mail(2));

    assertEquals(List.of(), Letters.numbers(first));
    assertEquals(List.of(2), Letters.numbers(source.read(Optional.of(first.cursor()), 10)));
  }

  @Test
  void textThatStandsInNoMailIsSaid() throws IOException {
    append("stray words\n" + mail(1));

    Batch batch = source(Start.BEGINNING).read(Optional.empty(), 10);

    assertEquals(List.of(1), Letters.numbers(batch));
    assertEquals(
        List.of(mbox() + ": byte 0: text that stands in no mail; it was left out"), batch.notes());
  }

  private static String mail(int number) {
    return FROM + Letters.text(number) + "\n";
  }

  private Path mbox() {
    return folder.resolve("box");
  }

  private void append(String text) throws IOException {
    Files.writeString(mbox(), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    touch(NOW.minusSeconds(60));
  }

  private void touch(Instant when) throws IOException {
    Files.setLastModifiedTime(mbox(), FileTime.from(when));
  }

  private MboxSource source(Start start) {
    return source(start, ReadLimits.USUAL);
  }

  private MboxSource source(Start start, ReadLimits limits) {
    var patience = new MboxSource.Patience(Duration.ofSeconds(5), InstantSource.fixed(NOW));
    return new MboxSource("b", mbox(), start, patience, limits);
  }

  private static String text(Batch batch, int at) {
    return new String(batch.arrivals().get(at).raw(), StandardCharsets.UTF_8);
  }
}
