package org.mmlens.bot.server;

import jakarta.mail.MessagingException;
import jakarta.mail.Service;
import jakarta.mail.Session;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import org.mmlens.bot.config.Login;
import org.mmlens.bot.config.Server;

/// A mail server, and how it is spoken to.
///
/// Certificates and names of hosts are checked. Without TLS only this machine is spoken to,
/// whatever a name resolves to.
public final class MailSession {

  private static final String PATIENCE_MILLIS = "60000";

  private final Protocol protocol;
  private final Server server;
  private final Optional<Login> login;
  private final Session session;

  /// What is spoken.
  public enum Protocol {
    /// RFC 9051, RFC 3501.
    IMAP,
    /// RFC 5321.
    SMTP;

    /// {@return the protocol's name in properties of Angus Mail}
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private MailSession(Protocol protocol, Server server, Optional<Login> login, Session session) {
    this.protocol = protocol;
    this.server = server;
    this.login = login;
    this.session = session;
  }

  /// {@return a server as the configuration describes it; it is not spoken to yet}
  ///
  /// @param protocol what is spoken
  /// @param server where
  /// @param login who speaks, if the server wants to know
  /// @param trust whom to believe that they are the server; the platform's authorities where absent
  public static MailSession of(
      Protocol protocol, Server server, Optional<Login> login, Optional<SSLContext> trust) {
    var properties = new Properties();
    String prefix = "mail." + protocol.word() + ".";
    for (String wait : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
      properties.put(prefix + wait, PATIENCE_MILLIS);
    }
    properties.put(prefix + "auth", Boolean.toString(login.isPresent()));
    properties.put(prefix + "ssl.checkserveridentity", "true");
    switch (server.security()) {
      case TLS -> properties.put(prefix + "ssl.enable", "true");
      case STARTTLS -> {
        properties.put(prefix + "starttls.enable", "true");
        properties.put(prefix + "starttls.required", "true");
      }
      case NONE -> properties.put(prefix + "starttls.enable", "false");
    }
    trust.ifPresent(
        context -> properties.put(prefix + "ssl.socketFactory", context.getSocketFactory()));
    // Whole mails at a time, and to their end: the size a server tells need not be right.
    properties.put(prefix + "fetchsize", Integer.toString(1 << 20));
    properties.put(prefix + "ignorebodystructuresize", "true");
    // One recipient that is refused stops the mail: the caller decides about the others.
    properties.put(prefix + "sendpartial", "false");
    properties.put(prefix + "quitwait", "false");
    return new MailSession(protocol, server, login, Session.getInstance(properties));
  }

  /// {@return the session of Angus Mail}
  public Session session() {
    return session;
  }

  /// Connects a store or a transport of the session.
  ///
  /// @param service what to connect
  /// @throws IOException where the password cannot be read, or the server is another machine and
  ///   the connection would not be protected
  /// @throws MessagingException where the server cannot be reached or does not let us in
  public void connect(Service service) throws IOException, MessagingException {
    if (server.security() == Server.Security.NONE
        && !InetAddress.getByName(server.host()).isLoopbackAddress()) {
      throw new IOException("%s: without TLS only this machine is spoken to".formatted(this));
    }
    if (login.isPresent()) {
      service.connect(server.host(), server.port(), login.get().user(), password(login.get()));
    } else if (protocol == Protocol.SMTP) {
      service.connect(server.host(), server.port(), null, null);
    } else {
      throw new IOException("%s: expected a user and a password, found none".formatted(this));
    }
  }

  /// The file's first line.
  private static String password(Login login) throws IOException {
    String text = Files.readString(login.passwordFile(), StandardCharsets.UTF_8);
    return text.lines().findFirst().orElse("");
  }

  /// {@return the server for people: protocol, host and port}
  @Override
  public String toString() {
    return "%s server %s:%d".formatted(protocol, server.host(), server.port());
  }
}
