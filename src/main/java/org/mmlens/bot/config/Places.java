package org.mmlens.bot.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.mmlens.bot.config.SourceConfig.Afterwards;

/// Reads sources and sinks, which share how servers are described.
final class Places {

  private static final List<String> SOURCES = List.of("maildir", "mbox", "public-inbox", "imap");
  private static final List<String> SINKS = List.of("outbox", "smtp", "patchwork", "html");
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1");

  private Places() {}

  /// {@return a source; empty, with an error, where there is no such kind}
  static Optional<SourceConfig> source(Section s) {
    String name = s.text("name");
    String kind = s.text("kind");
    return switch (kind) {
      case "maildir" -> Optional.of(new SourceConfig.Maildir(name, s.path("path"), afterwards(s)));
      case "mbox" -> Optional.of(new SourceConfig.Mbox(name, s.path("path")));
      case "public-inbox" -> Optional.of(new SourceConfig.PublicInbox(name, s.path("path")));
      case "imap" ->
          Optional.of(
              new SourceConfig.Imap(
                  name,
                  server(s, 993, 143),
                  login(s),
                  s.optional("folder").orElse("INBOX"),
                  afterwards(s)));
      default -> unknown(s, kind, SOURCES);
    };
  }

  /// {@return a sink; empty, with an error, where there is no such kind}
  static Optional<SinkConfig> sink(Section s) {
    String name = s.text("name");
    String kind = s.text("kind");
    return switch (kind) {
      case "outbox" -> Optional.of(new SinkConfig.Outbox(name, s.path("path")));
      case "smtp" ->
          Optional.of(new SinkConfig.Smtp(name, server(s, 465, 587), login(s), doubt(s)));
      case "patchwork" ->
          Optional.of(
              new SinkConfig.Patchwork(
                  name,
                  url(s, "url", s.text("url")),
                  s.path("token-file"),
                  s.optional("context").orElse("mmlens"),
                  authorities(s)));
      case "html" ->
          Optional.of(
              new SinkConfig.Html(
                  name, s.path("path"), s.optional("url").map(text -> url(s, "url", text))));
      default -> unknown(s, kind, SINKS);
    };
  }

  private static <T> Optional<T> unknown(Section s, String kind, List<String> kinds) {
    if (!kind.isEmpty()) {
      s.unknownWord("kind", kind, kinds);
    }
    return Optional.empty();
  }

  private static Server server(Section s, int tlsPort, int otherPort) {
    String host = s.text("host");
    Server.Security security = s.choice("security", Server.Security.class, Server.Security.TLS);
    int usual = security == Server.Security.TLS ? tlsPort : otherPort;
    if (security == Server.Security.NONE && !THIS_MACHINE.contains(host)) {
      s.wrong(
          "security",
          "expected tls or starttls for another machine, found 'none' with host '%s'"
              .formatted(host));
    }
    return new Server(host, s.number("port", usual, 1, 65535), security, authorities(s));
  }

  private static Optional<Path> authorities(Section s) {
    return s.optional("ca-file").isPresent() ? Optional.of(s.path("ca-file")) : Optional.empty();
  }

  private static Afterwards afterwards(Section s) {
    return s.flag("mark-seen", false) ? Afterwards.MARK_SEEN : Afterwards.LEAVE;
  }

  private static Optional<Login> login(Section s) {
    Optional<String> user = s.optional("user");
    boolean password = s.optional("password-file").isPresent();
    if (user.isPresent() != password) {
      s.wrong(
          user.isPresent() ? "user" : "password-file",
          "expected both 'user' and 'password-file', found one of them");
    }
    return user.isPresent() && password
        ? Optional.of(new Login(user.get(), s.path("password-file")))
        : Optional.empty();
  }

  private static SinkConfig.Doubt doubt(Section s) {
    OptionalInt minutes = s.number("resend-minutes", 1, 60 * 24 * 30);
    return new SinkConfig.Doubt(
        s.optionalAddress("copy-to"),
        minutes.isPresent()
            ? Optional.of(Duration.ofMinutes(minutes.getAsInt()))
            : Optional.empty());
  }

  private static URI url(Section s, String key, String text) {
    try {
      URI url = new URI(text);
      boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
      if ((!web || url.getHost() == null) && !text.isEmpty()) {
        s.wrong(key, "expected a URL that begins with https://, found '" + text + "'");
      }
      return url;
    } catch (URISyntaxException e) {
      s.wrong(key, "expected a URL, found '" + text + "': " + e.getReason());
      return URI.create("");
    }
  }
}
