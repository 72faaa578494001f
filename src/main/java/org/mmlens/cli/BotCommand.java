package org.mmlens.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/// The mailing-list bot.
@Command(
    name = "bot",
    header = "Reviews the series of mailing lists, and answers those with remarks.",
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "",
      "Example: @|bold mmlens bot once --config bot.toml|@",
      "",
      "Unless the configuration says otherwise nothing is sent: what would be lies in a maildir."
    })
final class BotCommand implements Runnable {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      defaultValue = "mmlens-bot.toml",
      description = "What the bot is told (default: ${DEFAULT-VALUE}).")
  private Path file = Path.of("");

  private final Surroundings here;

  BotCommand(Surroundings here) {
    this.here = here;
  }

  @Override
  public void run() {
    throw Refusal.usage("expected one of run, once, status, replay, approve, reject after 'bot'");
  }

  @Command(
      name = "run",
      header = "Goes on until it is stopped.",
      description = {"", "Example: @|bold mmlens bot run --config bot.toml|@"})
  int goOn() {
    return BotWork.of(here, file).run();
  }

  @Command(
      name = "once",
      header = "Does all there is to do now.",
      description = {"", "Example: @|bold mmlens bot once --config bot.toml|@"})
  int once() {
    return BotWork.of(here, file).once();
  }

  @Command(
      name = "status",
      header = "Says how far everything is, and what waits for approval.",
      description = {"", "Example: @|bold mmlens bot status --config bot.toml|@"})
  int status() {
    return BotWork.of(here, file).status();
  }

  @Command(
      name = "replay",
      header = "Reviews a series again and prints what would be mailed; nothing is kept or sent.",
      description = {
        "",
        "Example: @|bold mmlens bot replay 20260101.1-jo@example.org --config bot.toml|@"
      })
  int replay(
      @Parameters(paramLabel = "MSGID", description = "A mail of the series.") String messageId) {
    return BotWork.of(here, file).replay(messageId);
  }

  @Command(
      name = "approve",
      header = "Lets a mail leave that waits for approval.",
      description = {
        "",
        "Example: @|bold mmlens bot approve 5f2c.1@example.org --config bot.toml|@"
      })
  int approve(@Parameters(paramLabel = "ID", description = "Its Message-ID.") String id) {
    return BotWork.of(here, file).approve(id);
  }

  @Command(
      name = "reject",
      header = "Keeps a mail from leaving that waits for approval.",
      description = {
        "",
        "Example: @|bold mmlens bot reject 5f2c.1@example.org --config bot.toml|@"
      })
  int reject(@Parameters(paramLabel = "ID", description = "Its Message-ID.") String id) {
    return BotWork.of(here, file).reject(id);
  }
}
