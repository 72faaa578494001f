package org.mmlens.bot.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaildirSinkTest {

  @TempDir private Path folder;

  @Test
  void aMailLiesInNewAsFilesAreWrittenAndNothingStaysInTmp() throws IOException {
    assertInstanceOf(Delivery.Delivered.class, deliver("1@example.org"));

    List<Path> mails = files();
    assertEquals(1, mails.size());
    assertEquals("new", mails.getFirst().getParent().getFileName().toString());
    assertEquals(Parcels.text("1@example.org"), Files.readString(mails.getFirst()));
  }

  @Test
  void theSameParcelIsPutThereOnce() throws IOException {
    deliver("1@example.org");

    assertInstanceOf(Delivery.AlreadyThere.class, deliver("1@example.org"));
    assertEquals(1, files().size());
  }

  @Test
  void aMailThatWasReadMeanwhileIsStillThere() throws IOException {
    deliver("1@example.org");
    Path mail = files().getFirst();
    Files.move(mail, folder.resolve("box/cur").resolve(mail.getFileName() + ":2,RS"));

    assertInstanceOf(Delivery.AlreadyThere.class, deliver("1@example.org"));
    assertEquals(1, files().size());
  }

  @Test
  void messageIdsThatLookAlikeOrLikePathsAreDifferentNamesWithinTheMaildir() throws IOException {
    for (String id : List.of("a/b@c", "a_b@c", "../../etc/x", "..", "/", "\u00e9\u0000")) {
      assertInstanceOf(Delivery.Delivered.class, deliver(id), id);
    }

    assertEquals(6, files().size());
    files().forEach(f -> assertEquals(folder.resolve("box/new"), f.getParent()));
  }

  @Test
  void whatADyingWorkerLeftInTmpIsWrittenAnew() throws IOException {
    deliver("1@example.org");
    Path mail = files().getFirst();
    Files.delete(mail);
    Files.writeString(folder.resolve("box/tmp").resolve(mail.getFileName()), "half of it");

    assertInstanceOf(Delivery.Delivered.class, deliver("1@example.org"));
    assertEquals(Parcels.text("1@example.org"), Files.readString(files().getFirst()));
  }

  @Test
  void aMaildirThatCannotBeWrittenMakesTheParcelWait() throws IOException {
    Files.writeString(folder.resolve("box"), "a file");

    assertInstanceOf(Delivery.Later.class, deliver("1@example.org"));
  }

  private Delivery deliver(String id) {
    return new MaildirSink("out", folder.resolve("box"))
        .deliver(Parcels.parcel(id, "ann@example.org"), Brink.UNNOTED);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
