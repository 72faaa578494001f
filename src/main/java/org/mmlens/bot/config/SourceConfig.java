package org.mmlens.bot.config;

import java.nio.file.Path;
import java.util.Optional;

/// A place that mail comes from, `[[source]]`.
public sealed interface SourceConfig {

  /// {@return what it is called, unique among the sources}
  String name();

  /// What becomes of a mail that was read and is kept.
  enum Afterwards {
    /// Nothing.
    LEAVE,
    /// It is marked as seen.
    MARK_SEEN
  }

  /// A maildir, of which `new` and `cur` are read.
  ///
  /// @param name what it is called
  /// @param path the folder that holds `new` and `cur`
  /// @param afterwards what becomes of mails in `new`
  record Maildir(String name, Path path, Afterwards afterwards) implements SourceConfig {}

  /// A mailbox in one file, which grows at its end.
  ///
  /// @param name what it is called
  /// @param path the file
  record Mbox(String name, Path path) implements SourceConfig {}

  /// A public-inbox v2 archive, as lore.kernel.org keeps them (public-inbox-v2-format(5)).
  ///
  /// @param name what it is called
  /// @param path the folder that holds `git/0.git` and so on
  record PublicInbox(String name, Path path) implements SourceConfig {}

  /// A folder on an IMAP server (RFC 9051).
  ///
  /// @param name what it is called
  /// @param server where
  /// @param login who asks, if the server wants to know
  /// @param folder which
  /// @param afterwards what becomes of mails; without [Afterwards#MARK_SEEN] it is only read
  record Imap(
      String name, Server server, Optional<Login> login, String folder, Afterwards afterwards)
      implements SourceConfig {}
}
