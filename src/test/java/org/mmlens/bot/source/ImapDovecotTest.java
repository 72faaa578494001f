package org.mmlens.bot.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mmlens.bot.config.Server;
import org.mmlens.bot.config.Server.Security;
import org.mmlens.bot.server.MailSession;

/// A real server, with and without TLS.
class ImapDovecotTest extends ImapCases {

  private static Optional<Dovecot> server = Optional.empty();

  @BeforeAll
  static void start() throws Exception {
    server = Optional.of(Dovecot.start());
  }

  @AfterAll
  static void stop() throws Exception {
    if (server.isPresent()) {
      server.get().stop();
    }
  }

  @Override
  int port() {
    return server.orElseThrow().plainPort();
  }

  @Test
  void tlsIsSpokenFromTheFirstByteOnOrAfterStarttls() throws Exception {
    append(Letters.text(1));
    Optional<SSLContext> trust = Optional.of(server.orElseThrow().trust());

    for (Security security : List.of(Security.TLS, Security.STARTTLS)) {
      Batch batch = source("localhost", security, trust).read(Optional.empty(), 10);

      assertEquals(List.of(1), Letters.numbers(batch), security.name());
    }
  }

  @Test
  void aCertificateThatNobodyVouchesForIsRefused() {
    for (Security security : List.of(Security.TLS, Security.STARTTLS)) {
      ImapSource source = source("localhost", security, Optional.empty());

      assertThrows(IOException.class, () -> source.read(Optional.empty(), 1), security.name());
    }
  }

  @Test
  void aCertificateOfAnotherHostIsRefused() throws Exception {
    Optional<SSLContext> trust = Optional.of(server.orElseThrow().trust());
    ImapSource source = source("127.0.0.1", Security.TLS, trust);

    assertThrows(IOException.class, () -> source.read(Optional.empty(), 1));
  }

  @Test
  void aWrongPasswordIsSaidWithoutShowingIt() {
    var login = login("not-the-secret");
    var session =
        MailSession.of(
            MailSession.Protocol.IMAP,
            new Server("127.0.0.1", port(), Security.NONE),
            Optional.of(login),
            Optional.empty());
    var source = new ImapSource("i", session, place("list"), Start.BEGINNING, ReadLimits.USUAL);

    var refusal = assertThrows(IOException.class, () -> source.read(Optional.empty(), 1));

    assertEquals(false, refusal.toString().contains("not-the-secret"), refusal.toString());
  }

  @Test
  void withoutTlsNoOtherMachineIsSpokenTo() {
    var session =
        MailSession.of(
            MailSession.Protocol.IMAP,
            new Server("192.0.2.1", 143, Security.NONE),
            Optional.of(login("secret")),
            Optional.empty());
    var source = new ImapSource("i", session, place("list"), Start.BEGINNING, ReadLimits.USUAL);

    var refusal = assertThrows(IOException.class, () -> source.read(Optional.empty(), 1));

    assertEquals(
        "IMAP server 192.0.2.1:143: without TLS only this machine is spoken to",
        refusal.getMessage());
  }

  private ImapSource source(String host, Security security, Optional<SSLContext> trust) {
    int port =
        security == Security.TLS
            ? server.orElseThrow().tlsPort()
            : server.orElseThrow().plainPort();
    var session =
        MailSession.of(
            MailSession.Protocol.IMAP,
            new Server(host, port, security),
            Optional.of(login("secret")),
            trust);
    return new ImapSource("i", session, place("list"), Start.BEGINNING, ReadLimits.USUAL);
  }
}
