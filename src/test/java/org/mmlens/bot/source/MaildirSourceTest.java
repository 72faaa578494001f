package org.mmlens.bot.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mmlens.bot.config.SourceConfig.Afterwards;

class MaildirSourceTest {

  @TempDir private Path folder;

  @BeforeEach
  void makeMaildir() throws IOException {
    for (String part : List.of("tmp", "new", "cur")) {
      Files.createDirectory(folder.resolve(part));
    }
  }

  @Test
  void mailsOfBothFoldersComeInTheOrderOfTheirTimes() throws IOException {
    put("new/1003.c", 3);
    put("cur/1001.a:2,S", 1);
    put("new/999.z", 0);
    put("cur/1002.b:2,", 2);

    assertEquals(List.of(0, 1, 2, 3), Letters.numbers(source().read(Optional.empty(), 10)));
  }

  @Test
  void readingGoesOnWhereItStoppedAlsoAfterAMailGotFlagsAndAnEarlierOneCame() throws IOException {
    for (int n = 1; n <= 4; n++) {
      put("new/100" + n + ".x", n);
    }
    Batch first = source().read(Optional.empty(), 2);
    Files.move(folder.resolve("new/1001.x"), folder.resolve("cur/1001.x:2,RS"));
    put("new/900.late", 9);

    Batch second = source().read(Optional.of(first.cursor()), 10);

    assertEquals(List.of(1, 2), Letters.numbers(first));
    assertEquals(List.of(9, 3, 4), Letters.numbers(second));
    assertEquals(
        List.of(9, 3, 4), Letters.numbers(source().read(Optional.of(first.cursor()), 10)), "again");
    assertEquals(List.of(), Letters.numbers(source().read(Optional.of(second.cursor()), 10)));
  }

  @Test
  void oneMailAtATimeGivesTheSameAsAllAtOnceWhileMailsComeAndMove() throws IOException {
    for (int n = 10; n < 30; n++) {
      put("new/10" + n + ".x", n);
    }
    var source = source();
    var read = new TreeSet<Integer>();
    Optional<String> cursor = Optional.empty();
    for (int n = 10; n < 40; n++) {
      Batch batch = source.read(cursor, 1);
      read.addAll(Letters.numbers(batch));
      cursor = Optional.of(batch.cursor());
      if (n < 20) {
        put("new/1" + n + ".late", 100 + n);
        Files.move(
            folder.resolve("new/10" + (n + 10) + ".x"),
            folder.resolve("cur/10" + (n + 10) + ".x:2,S"));
      }
    }
    Batch rest = source.read(cursor, 100);
    read.addAll(Letters.numbers(rest));

    assertEquals(
        IntStream.concat(IntStream.range(10, 30), IntStream.range(110, 120)).boxed().toList(),
        List.copyOf(read));
    assertEquals(List.of(), Letters.numbers(source.read(Optional.of(rest.cursor()), 1)));
  }

  @Test
  void mailsThatGoAndComeBetweenTwoBatchesAreSeenAtTheNextListing() throws IOException {
    put("new/1.x", 1);
    put("new/2.x", 2);
    put("new/3.x", 3);
    var source = source();
    Batch first = source.read(Optional.empty(), 1);
    Files.delete(folder.resolve("new/3.x"));
    put("new/4.x", 4);

    Batch again = source.read(Optional.of(first.cursor()), 10);

    assertEquals(List.of(2), Letters.numbers(again), "the listing of before");
    assertEquals(List.of(4), Letters.numbers(source.read(Optional.of(again.cursor()), 10)));
  }

  @Test
  void theCursorForgetsMailsThatAreGone() throws IOException {
    put("new/1.x", 1);
    put("new/2.x", 2);
    String full = source().read(Optional.empty(), 10).cursor();
    Files.delete(folder.resolve("new/1.x"));

    String after = source().read(Optional.of(full), 10).cursor();

    assertEquals(24, full.length());
    assertEquals(12, after.length());
  }

  @Test
  void nothingInTheMaildirChangesUnlessAsked() throws IOException {
    put("new/1.x", 1);
    String cursor = source().read(Optional.empty(), 10).cursor();
    source().read(Optional.of(cursor), 10);

    assertEquals(List.of("new/1.x"), files());
  }

  @Test
  void aMailIsMarkedSeenOnceTheCallerHasKeptTheCursor() throws IOException {
    put("new/1.x", 1);
    put("new/2.x", 2);
    var source = source(Afterwards.MARK_SEEN, Start.BEGINNING, ReadLimits.USUAL);

    Batch first = source.read(Optional.empty(), 1);
    List<String> before = files();
    Batch second = source.read(Optional.of(first.cursor()), 1);

    assertEquals(List.of("new/1.x", "new/2.x"), before);
    assertEquals(List.of("cur/1.x:2,S", "new/2.x"), files());
    assertEquals(List.of(2), Letters.numbers(second));
  }

  @Test
  void aMailAboveTheLimitIsLeftOutSayingSo() throws IOException {
    put("new/1.x", 1);
    Files.writeString(folder.resolve("new/2.x"), Letters.text(2, "x".repeat(1000)));
    put("new/3.x", 3);

    Batch batch =
        source(Afterwards.LEAVE, Start.BEGINNING, new ReadLimits(500, 10_000))
            .read(Optional.empty(), 10);

    assertEquals(List.of(1, 3), Letters.numbers(batch));
    assertEquals(
        List.of(
            folder.resolve("new/2.x") + ": this mail is longer than 500 bytes; it was left out"),
        batch.notes());
  }

  @Test
  void aBatchEndsWhereItHoldsEnoughBytes() throws IOException {
    for (int n = 1; n <= 5; n++) {
      put("new/" + n + ".x", n);
    }

    Batch batch =
        source(Afterwards.LEAVE, Start.BEGINNING, new ReadLimits(500, 200))
            .read(Optional.empty(), 10);

    assertEquals(List.of(1, 2), Letters.numbers(batch));
  }

  @Test
  void aSourceThatStartsNowGivesOnlyWhatComesLater() throws IOException {
    put("new/1.x", 1);
    var source = source(Afterwards.LEAVE, Start.NOW, ReadLimits.USUAL);

    Batch first = source.read(Optional.empty(), 10);
    put("new/2.x", 2);

    assertEquals(List.of(), Letters.numbers(first));
    assertEquals(List.of(2), Letters.numbers(source.read(Optional.of(first.cursor()), 10)));
  }

  @Test
  void linksAndHiddenFilesAreNoMails() throws IOException {
    Path outside = Files.writeString(folder.resolve("outside"), Letters.text(7));
    Files.createSymbolicLink(folder.resolve("new/1.link"), outside);
    put("new/.hidden", 8);

    assertEquals(List.of(), Letters.numbers(source().read(Optional.empty(), 10)));
  }

  @Test
  void aFolderThatIsNoMaildirIsSaidToBeNone() {
    var source =
        new MaildirSource(
            "m", folder.resolve("cur"), Afterwards.LEAVE, Start.BEGINNING, ReadLimits.USUAL);

    var refusal = assertThrows(IOException.class, () -> source.read(Optional.empty(), 1));

    assertEquals(
        folder.resolve("cur") + ": expected a maildir with new/ and cur/, found neither",
        refusal.getMessage());
  }

  private void put(String file, int number) throws IOException {
    Files.writeString(folder.resolve(file), Letters.text(number));
  }

  private MaildirSource source() {
    return source(Afterwards.LEAVE, Start.BEGINNING, ReadLimits.USUAL);
  }

  private MaildirSource source(Afterwards handling, Start start, ReadLimits limits) {
    return new MaildirSource("m", folder, handling, start, limits);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
