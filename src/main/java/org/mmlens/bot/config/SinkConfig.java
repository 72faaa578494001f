package org.mmlens.bot.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// A place that results go to, `[[sink]]`.
public sealed interface SinkConfig {

  /// {@return what it is called, unique among the sinks}
  String name();

  /// A maildir on this machine, where a person may read what would be sent. Nothing in it is held
  /// for approval.
  ///
  /// @param name what it is called
  /// @param path the folder; made where it is missing
  record Outbox(String name, Path path) implements SinkConfig {}

  /// A mail server that takes mail for others (RFC 6409).
  ///
  /// @param name what it is called
  /// @param server where
  /// @param login who sends, if the server wants to know
  /// @param doubt what is done about mails that may have been sent
  record Smtp(String name, Server server, Optional<Login> login, Doubt doubt)
      implements SinkConfig {}

  /// What is done about a mail of which a crash left open whether the server has it, and that does
  /// not come back through a source.
  ///
  /// @param copyTo gets a copy of each mail, in lower case: where a source reads that mailbox, what
  ///   was sent comes back
  /// @param resend how long it is waited for before it is sent again; where absent a person decides
  record Doubt(Optional<String> copyTo, Optional<Duration> resend) {}

  /// Checks of patches on a patchwork server.
  ///
  /// @param name what it is called
  /// @param url its REST interface, e.g. `https://patchwork.example.org/api/1.3`
  /// @param tokenFile the file that holds the token and nothing else
  /// @param context what the check is called there, a slug
  /// @param authorities as of a [Server]
  record Patchwork(String name, URI url, Path tokenFile, String context, Optional<Path> authorities)
      implements SinkConfig {}

  /// A folder of HTML reports.
  ///
  /// @param name what it is called
  /// @param path the folder; made where it is missing
  /// @param url where the folder can be seen from outside, if it can
  record Html(String name, Path path, Optional<URI> url) implements SinkConfig {}
}
