package org.mmlens.bot.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mmlens.bot.config.Login;
import org.mmlens.bot.config.Server;
import org.mmlens.bot.config.SourceConfig.Afterwards;
import org.mmlens.bot.server.MailSession;

/// What has to hold with every IMAP server.
abstract class ImapCases {

  private static final String FOLDER = "list";

  @TempDir private Path home;

  /// {@return the port on loopback that speaks IMAP without TLS}
  abstract int port();

  @BeforeEach
  void makeFolder() throws Exception {
    Files.writeString(home.resolve("password"), "secret\n");
    try (Store store = store()) {
      Folder folder = store.getFolder(FOLDER);
      if (folder.exists()) {
        folder.delete(true);
      }
      folder.create(Folder.HOLDS_MESSAGES);
    }
  }

  /// Some servers take UIDVALIDITY from a clock of seconds, so that a folder made within the same
  /// second cannot be told from the one before.
  private void makeAnotherFolder() throws Exception {
    long before = validity();
    do {
      makeFolder();
    } while (validity() == before);
  }

  private long validity() throws Exception {
    try (Store store = store()) {
      return ((UIDFolder) store.getFolder(FOLDER)).getUIDValidity();
    }
  }

  @Test
  void mailsComeByteForByteWithTheLineEndsOfFiles() throws Exception {
    String text = Letters.text(1, "caf\u00e9\n\n.dot\n>From x\n\tend\n");
    append(text);

    Batch batch = source(Start.BEGINNING).read(Optional.empty(), 10);

    assertEquals(text, new String(batch.arrivals().getFirst().raw(), StandardCharsets.UTF_8));
  }

  @Test
  void readingGoesOnBehindTheLastUid() throws Exception {
    append(Letters.text(1), Letters.text(2), Letters.text(3));
    var source = source(Start.BEGINNING);

    Batch first = source.read(Optional.empty(), 2);
    append(Letters.text(4));
    Batch second = source.read(Optional.of(first.cursor()), 10);

    assertEquals(List.of(1, 2), Letters.numbers(first));
    assertEquals(List.of(3, 4), Letters.numbers(second));
    assertEquals(List.of(3, 4), Letters.numbers(source.read(Optional.of(first.cursor()), 10)));
    assertEquals(List.of(), Letters.numbers(source.read(Optional.of(second.cursor()), 10)));
  }

  @Test
  void aMailThatIsDeletedOnTheServerLeavesTheOthersInPlace() throws Exception {
    append(Letters.text(1), Letters.text(2), Letters.text(3));
    var source = source(Start.BEGINNING);
    Batch first = source.read(Optional.empty(), 1);
    expunge(1);
    append(Letters.text(4));

    assertEquals(List.of(3, 4), Letters.numbers(source.read(Optional.of(first.cursor()), 10)));
  }

  @Test
  void aFolderThatWasMadeAnewIsReadFromItsBeginning() throws Exception {
    append(Letters.text(1), Letters.text(2));
    var source = source(Start.BEGINNING);
    String cursor = source.read(Optional.empty(), 10).cursor();
    makeAnotherFolder();
    append(Letters.text(5), Letters.text(6), Letters.text(7));

    Batch batch = source.read(Optional.of(cursor), 10);

    assertEquals(List.of(5, 6, 7), Letters.numbers(batch));
    assertEquals(1, batch.notes().size());
  }

  @Test
  void readingChangesNoFlag() throws Exception {
    append(Letters.text(1));

    source(Start.BEGINNING).read(Optional.empty(), 10);

    assertEquals(false, seen());
  }

  @Test
  void whatWasReadIsMarkedAsSeenOnceTheCallerHasItWhereThatIsWanted() throws Exception {
    append(Letters.text(1));
    var source =
        new ImapSource(
            "i",
            session("secret"),
            new ImapSource.Place(FOLDER, Afterwards.MARK_SEEN),
            Start.BEGINNING,
            ReadLimits.USUAL);

    Batch first = source.read(Optional.empty(), 10);
    assertEquals(false, seen(), "the caller may lose it yet");
    source.read(Optional.of(first.cursor()), 10);

    assertEquals(true, seen());
  }

  @Test
  void aMailAboveTheLimitIsLeftOutSayingSo() throws Exception {
    append(Letters.text(1), Letters.text(2, "long line\n".repeat(200)), Letters.text(3));

    Batch batch = source(Start.BEGINNING, new ReadLimits(1000, 100_000)).read(Optional.empty(), 10);

    assertEquals(List.of(1, 3), Letters.numbers(batch));
    assertEquals(1, batch.notes().size());
  }

  @Test
  void aSourceThatStartsNowGivesOnlyWhatComesLater() throws Exception {
    append(Letters.text(1));
    var source = source(Start.NOW);

    Batch first = source.read(Optional.empty(), 10);
    append(Letters.text(2));

    assertEquals(List.of(), Letters.numbers(first));
    assertEquals(List.of(2), Letters.numbers(source.read(Optional.of(first.cursor()), 10)));
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    var source =
        new ImapSource("i", session("secret"), place("nowhere"), Start.BEGINNING, ReadLimits.USUAL);

    var refusal = assertThrows(IOException.class, () -> source.read(Optional.empty(), 1));

    assertEquals(
        "IMAP server 127.0.0.1:%d: there is no folder 'nowhere'".formatted(port()),
        refusal.getMessage());
  }

  final ImapSource source(Start start) {
    return source(start, ReadLimits.USUAL);
  }

  private ImapSource source(Start start, ReadLimits limits) {
    return new ImapSource("i", session("secret"), place(FOLDER), start, limits);
  }

  static ImapSource.Place place(String folder) {
    return new ImapSource.Place(folder, Afterwards.LEAVE);
  }

  private MailSession session(String password) {
    return MailSession.of(
        MailSession.Protocol.IMAP,
        new Server("127.0.0.1", port(), Server.Security.NONE),
        Optional.of(login(password)),
        Optional.empty());
  }

  final Login login(String password) {
    Path file = home.resolve("password");
    try {
      Files.writeString(file, password + "\n");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return new Login("ann", file);
  }

  private Store store() throws IOException, MessagingException {
    MailSession session = session("secret");
    Store store = session.session().getStore("imap");
    session.connect(store);
    return store;
  }

  final void append(String... mails) throws Exception {
    try (Store store = store();
        Folder folder = store.getFolder(FOLDER)) {
      folder.open(Folder.READ_WRITE);
      for (String mail : mails) {
        byte[] wire = mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        var message = new MimeMessage(null, new ByteArrayInputStream(wire));
        folder.appendMessages(new Message[] {message});
      }
    }
  }

  private void expunge(int at) throws Exception {
    try (Store store = store();
        Folder folder = store.getFolder(FOLDER)) {
      folder.open(Folder.READ_WRITE);
      folder.getMessage(at + 1).setFlag(Flags.Flag.DELETED, true);
      folder.expunge();
    }
  }

  private boolean seen() throws Exception {
    try (Store store = store();
        Folder folder = store.getFolder(FOLDER)) {
      folder.open(Folder.READ_ONLY);
      return folder.getMessage(1).isSet(Flags.Flag.SEEN);
    }
  }
}
