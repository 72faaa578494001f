package org.mmlens.bot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mmlens.bot.ReviewProcess.Outcome;
import org.mmlens.bot.config.BotConfig;
import org.mmlens.bot.config.TreeConfig;
import org.mmlens.bot.state.Database;

/// A review of a series that is kept, made again; nothing comes of it but text.
public final class Preview {

  private final BotConfig config;
  private final ReviewProcess process;

  /// Prepares.
  ///
  /// @param config what the bot is told
  /// @param launcher starts the review
  public Preview(BotConfig config, Launcher launcher) {
    this.config = config;
    this.process = new ReviewProcess(launcher, config.limits());
  }

  /// {@return what would be mailed of a series, or why nothing would be; empty where no such series
  /// is kept}
  ///
  /// @param database where it is kept
  /// @param messageId of one of its mails, without angle brackets
  /// @throws SQLException where the database refuses
  /// @throws IOException where its files cannot be written
  /// @throws InterruptedException where it is asked to stop
  public Optional<String> of(Database database, String messageId)
      throws SQLException, IOException, InterruptedException {
    Optional<Judge.Case> found = database.transact(tx -> Judge.find(tx, messageId));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Judge.Case one = found.get();
    Optional<TreeConfig> tree = config.treeFor(one.first().to());
    if (tree.isEmpty()) {
      return Optional.of("no tree is for its lists\n");
    }
    Path folder = Files.createTempDirectory("mmlens-bot-");
    try {
      byte[] mailbox = Mailbox.of(one.mails());
      return Optional.of(
          switch (process.review(folder, mailbox, one.revision().id(), tree.get())) {
            case Outcome.Reported(var files) -> {
              String mail = Files.readString(Judge.file(files, "lkml"), StandardCharsets.UTF_8);
              ReviewResult result =
                  ReviewResult.ofReport(Files.readAllBytes(Judge.file(files, "json")));
              yield mail.isEmpty()
                  ? "no remarks; " + result.verdict() + reasons(result) + "\n"
                  : mail;
            }
            case Outcome.Unusable(var why) -> "not usable: " + why + "\n";
            case Outcome.Died(var why) -> "its review died: " + why + "\n";
            case Outcome.Misconfigured(var why) -> "the bot has to be mended: " + why + "\n";
          });
    } finally {
      Judge.delete(folder);
    }
  }

  private static String reasons(ReviewResult result) {
    return result.reasons().stream().map(r -> "\n  " + r).collect(Collectors.joining());
  }
}
