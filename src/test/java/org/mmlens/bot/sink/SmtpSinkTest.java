package org.mmlens.bot.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mmlens.bot.config.Login;
import org.mmlens.bot.config.Server;
import org.mmlens.bot.config.Server.Security;
import org.mmlens.bot.server.MailSession;

class SmtpSinkTest {

  @TempDir private Path home;
  private SmtpPeer peer;

  @BeforeEach
  void start() throws IOException {
    peer = new SmtpPeer();
  }

  @AfterEach
  void stop() throws IOException {
    peer.close();
  }

  @Test
  void theMailArrivesByteForByteUnderItsEnvelope() {
    Delivery delivery = deliver("ann@example.org", "list@example.org");

    assertEquals(new Delivery.Delivered("250 queued as 1"), delivery);
    assertEquals(
        List.of(
            new SmtpPeer.Taken(
                "bot@example.org",
                List.of("ann@example.org", "list@example.org"),
                Parcels.text("1@example.org"))),
        peer.taken());
  }

  @Test
  void aRecipientThatIsRefusedForGoodIsLeftOutAndTheOthersGetTheMailOnce() {
    peer.answer("RCPT TO:<gone@example.org>", "550 5.1.1 no such user");

    Delivery delivery = deliver("gone@example.org", "ann@example.org");

    assertEquals(
        new Delivery.Delivered(
            "250 queued as 1; refused: gone@example.org: 550 5.1.1 no such user"),
        delivery);
    assertEquals(
        List.of(List.of("ann@example.org")),
        peer.taken().stream().map(SmtpPeer.Taken::recipients).toList());
  }

  @Test
  void aRecipientThatIsRefusedForNowMakesTheMailWaitForAll() {
    peer.answer("RCPT TO:<grey@example.org>", "450 4.2.0 come back later");
    peer.answer("RCPT TO:<gone@example.org>", "550 5.1.1 no such user");

    Delivery delivery = deliver("ann@example.org", "gone@example.org", "grey@example.org");

    assertInstanceOf(Delivery.Later.class, delivery);
    assertEquals(List.of(), peer.taken());
  }

  @Test
  void aMailThatNoRecipientIsThereForIsRefused() {
    peer.answer("RCPT TO:", "550 5.1.1 no such user");

    assertInstanceOf(Delivery.Refused.class, deliver("ann@example.org", "bob@example.org"));
  }

  @Test
  void aMailThatTheServerRefusesForGoodIsRefusedAndForNowWaits() {
    peer.answer(".", "554 5.7.1 looks like spam");
    assertInstanceOf(Delivery.Refused.class, deliver("ann@example.org"));

    peer.answer(".", "451 4.3.0 disk full");
    assertInstanceOf(Delivery.Later.class, deliver("ann@example.org"));

    peer.answer("MAIL FROM:", "553 5.1.8 who are you");
    assertInstanceOf(Delivery.Refused.class, deliver("ann@example.org"));

    peer.answer("MAIL FROM:", "421 4.3.2 shutting down");
    assertInstanceOf(Delivery.Later.class, deliver("ann@example.org"));
    assertEquals(List.of(), peer.taken());
  }

  @Test
  void aServerThatHangsUpOrIsNotThereMakesTheMailWait() throws IOException {
    peer.answer("RCPT TO:", "");
    assertInstanceOf(Delivery.Later.class, deliver("ann@example.org"));

    peer.close();
    assertInstanceOf(Delivery.Later.class, deliver("ann@example.org"));
  }

  @Test
  void onlyBetweenTheLastByteAndTheAnswerIsItOpenWhetherTheServerHasTheMail() {
    for (String command : List.of("EHLO", "MAIL FROM:", "RCPT TO:", "DATA")) {
      peer.answer(command, "");
      assertInstanceOf(Delivery.Later.class, deliver("ann@example.org"), command);
      peer.answer(command, command.equals("DATA") ? "354 go on" : "250 ok");
    }
    assertEquals(List.of(), peer.taken());

    peer.answer(".", "");

    assertInstanceOf(Delivery.Unsure.class, deliver("ann@example.org"));
    assertEquals(1, peer.taken().size());
  }

  @Test
  void theBrinkIsCrossedOnceBeforeTheMailIsTakenAndWithoutItTheMailIsNot() {
    var order = new ArrayList<String>();
    peer.taking(mail -> order.add("taken"));
    peer.answer("RCPT TO:<gone@example.org>", "550 5.1.1 no such user");
    Parcel parcel = Parcels.parcel("1@example.org", "gone@example.org", "ann@example.org");

    Delivery held = sink().deliver(parcel, () -> false);
    Delivery sent = sink().deliver(parcel, () -> order.add("crossed"));

    assertInstanceOf(Delivery.Later.class, held);
    assertInstanceOf(Delivery.Delivered.class, sent);
    assertEquals(List.of("crossed", "taken"), order);
  }

  @Test
  void aServerThatHangsUpAfterItsAnswerHasTheMail() {
    peer.answer("QUIT", "");

    assertInstanceOf(Delivery.Delivered.class, deliver("ann@example.org"));
  }

  @Test
  void aMailIsNotSentToNobodyButTheMailboxOfCopies() {
    peer.answer("RCPT TO:<ann@example.org>", "550 5.1.1 no such user");

    assertInstanceOf(Delivery.Refused.class, deliver("ann@example.org", "copy@example.org"));
    assertEquals(List.of(), peer.taken());
  }

  @Test
  void aServerThatDoesNotSpeakTlsGetsNothingWhereTlsIsWanted() {
    for (Security security : List.of(Security.STARTTLS)) {
      var sink =
          new SmtpSink("s", session(peer.port(), security, Optional.empty()), Optional.empty());

      assertInstanceOf(
          Delivery.Later.class,
          sink.deliver(Parcels.parcel("1@example.org", "ann@example.org"), Brink.UNNOTED));
    }
    assertEquals(List.of(), peer.taken());
  }

  @Test
  void anAddressThatWouldMakeTwoCommandsOfOneIsRefused() {
    for (String address : List.of("a@b>\r\nRCPT TO:<x@y", "a b@example.org", "", "x")) {
      Delivery delivery = deliver(address);

      assertInstanceOf(Delivery.Refused.class, delivery, address);
    }
    assertEquals(List.of(), peer.taken());
  }

  @Test
  void greenMailTakesTheMailAfterALoginAndRefusesAWrongPasswordWithoutItBeingShown()
      throws Exception {
    var server = new GreenMail(ServerSetup.SMTP.dynamicPort().createCopy("127.0.0.1"));
    server.start();
    server.setUser("bot@example.org", "bot", "secret");
    try {
      int port = server.getSmtp().getPort();
      Delivery right = deliver(port, "secret");
      Delivery wrong = deliver(port, "not-the-secret");

      assertInstanceOf(Delivery.Delivered.class, right);
      assertInstanceOf(Delivery.Later.class, wrong);
      assertEquals(false, wrong.toString().contains("not-the-secret"));
      MimeMessage[] received = server.getReceivedMessages();
      assertEquals(1, received.length);
      var bytes = new ByteArrayOutputStream();
      received[0].writeTo(bytes);
      String text = bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
      assertEquals(true, text.contains(Parcels.text("1@example.org").strip()), text);
    } finally {
      server.stop();
    }
  }

  private Delivery deliver(String... recipients) {
    return sink().deliver(Parcels.parcel("1@example.org", recipients), Brink.UNNOTED);
  }

  private SmtpSink sink() {
    return new SmtpSink(
        "s",
        session(peer.port(), Security.NONE, Optional.empty()),
        Optional.of("copy@example.org"));
  }

  private Delivery deliver(int port, String password) throws IOException {
    Path file = Files.writeString(home.resolve("password"), password + "\n");
    var sink =
        new SmtpSink(
            "s",
            session(port, Security.NONE, Optional.of(new Login("bot", file))),
            Optional.empty());
    return sink.deliver(Parcels.parcel("1@example.org", "ann@example.org"), Brink.UNNOTED);
  }

  private static MailSession session(int port, Security security, Optional<Login> login) {
    return MailSession.of(
        MailSession.Protocol.SMTP,
        new Server("127.0.0.1", port, security),
        login,
        Optional.empty());
  }
}
