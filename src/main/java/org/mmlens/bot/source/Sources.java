package org.mmlens.bot.source;

import org.mmlens.bot.config.SourceConfig;
import org.mmlens.bot.server.MailSession;
import org.mmlens.bot.server.Trust;
import org.mmlens.bot.source.MboxSource.Patience;

/// Sources as the configuration describes them.
public final class Sources {

  private Sources() {}

  /// {@return the source; nothing is opened yet}
  ///
  /// @param config what the configuration says
  /// @param start where to begin
  /// @param limits how much is held in memory
  public static MailSource of(SourceConfig config, Start start, ReadLimits limits) {
    return switch (config) {
      case SourceConfig.Maildir(var name, var path, var afterwards) ->
          new MaildirSource(name, path, afterwards, start, limits);
      case SourceConfig.Mbox(var name, var path) ->
          new MboxSource(name, path, start, Patience.USUAL, limits);
      case SourceConfig.PublicInbox(var name, var path) ->
          new PublicInboxSource(name, path, start, limits);
      case SourceConfig.Imap(var name, var server, var login, var folder, var afterwards) ->
          new ImapSource(
              name,
              MailSession.of(
                  MailSession.Protocol.IMAP, server, login, Trust.in(server.authorities())),
              new ImapSource.Place(folder, afterwards),
              start,
              limits);
    };
  }
}
