package org.mmlens.bot.sink;

import org.mmlens.bot.config.SinkConfig;
import org.mmlens.bot.server.MailSession;
import org.mmlens.bot.server.Trust;

/// Sinks as the configuration describes them.
public final class Sinks {

  private Sinks() {}

  /// {@return the sink; nothing is opened yet}
  ///
  /// @param config what the configuration says
  /// @param reports where people are led to from a check
  public static Sink of(SinkConfig config, ReportPlaces reports) {
    return switch (config) {
      case SinkConfig.Outbox(var name, var path) -> new MaildirSink(name, path);
      case SinkConfig.Smtp(var name, var server, var login, var doubt) ->
          new SmtpSink(
              name,
              MailSession.of(
                  MailSession.Protocol.SMTP, server, login, Trust.in(server.authorities())),
              doubt.copyTo());
      case SinkConfig.Patchwork(var name, var url, var tokenFile, var context, var authorities) ->
          new PatchworkSink(
              name, new PatchworkApi(url, tokenFile, Trust.in(authorities)), context, reports);
      case SinkConfig.Html(var name, var path, var url) ->
          new HtmlSink(name, new ReportPlaces(path, url));
    };
  }
}
