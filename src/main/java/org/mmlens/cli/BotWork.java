package org.mmlens.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mmlens.bot.Bot;
import org.mmlens.bot.Preview;
import org.mmlens.bot.config.BotConfig;
import org.mmlens.bot.config.ConfigFile;
import org.mmlens.bot.config.ConfigReading;
import org.mmlens.bot.state.Database;
import org.mmlens.bot.state.Jobs;
import org.mmlens.bot.state.Mails;
import org.mmlens.bot.state.Outbox;
import org.mmlens.bot.state.Outbox.Standing;
import org.mmlens.bot.state.Revisions;
import org.mmlens.report.Printable;

/// What the subcommands of [BotCommand] do; apart from it, so that the command line can be read
/// without what they need.
final class BotWork {

  private static final int MILLIS = 100;
  private static final int TRIES = 20;

  private final Surroundings here;
  private final BotConfig config;

  private BotWork(Surroundings here, BotConfig config) {
    this.here = here;
    this.config = config;
  }

  /// {@return the work that a configuration asks for}
  static BotWork of(Surroundings here, Path file) {
    return switch (ConfigFile.read(here.folder().resolve(file))) {
      case ConfigReading.Usable(var config) -> new BotWork(here, config);
      case ConfigReading.Refused(var why) -> throw Refusal.of(ExitCode.USAGE, why);
    };
  }

  int run() {
    return work(
        bot -> bot.run(here.interruption()::requested), watch -> watch.serving(here, config));
  }

  int once() {
    return work(Bot::once, watch -> watch);
  }

  int status() {
    return look(
        database -> {
          say("mails", "" + database.transact(Mails::count));
          database
              .transact(Revisions::census)
              .forEach((phase, count) -> say("revisions " + word(phase), "" + count));
          say("reviews to make", "" + database.transact(Jobs::open));
          database
              .transact(Outbox::census)
              .forEach((standing, count) -> say("outbox " + word(standing), "" + count));
          list(database, Standing.HELD, "waits for approval");
          list(database, Standing.UNSURE, "may have been sent; approve sends it again");
          return ExitCode.CLEAN;
        });
  }

  private void list(Database database, Standing standing, String what) throws SQLException {
    for (Map.Entry<String, String> mail :
        database.transact(tx -> Outbox.standing(tx, standing)).entrySet()) {
      say(what, mail.getKey() + " (answers <" + mail.getValue() + ">)");
    }
  }

  int replay(String messageId) {
    return look(
        database -> {
          Optional<String> text =
              new Preview(config, new BotLauncher(here)).of(database, bare(messageId));
          here.out().print(text.orElseThrow(() -> unknown("complete series with", messageId)));
          here.out().flush();
          return ExitCode.CLEAN;
        });
  }

  int approve(String id) {
    return moderate(id, Standing.WAITING);
  }

  int reject(String id) {
    return moderate(id, Standing.REJECTED);
  }

  private int moderate(String id, Standing standing) {
    return look(
        database -> {
          if (!database.transact(tx -> Outbox.moderate(tx, bare(id), standing))) {
            throw unknown("mail that waits under", id);
          }
          return ExitCode.CLEAN;
        });
  }

  private static Refusal unknown(String what, String id) {
    return Refusal.usage(
        "there is no "
            + what
            + " '"
            + Printable.of(id)
            + "'; 'mmlens bot status' tells what waits");
  }

  private static String bare(String messageId) {
    return messageId.replaceAll("[<>]", "").strip();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private void say(String what, String value) {
    here.out().println(what + ": " + Printable.of(value));
  }

  /// Works on the bot.
  private interface Work {
    void on(Bot bot) throws SQLException, InterruptedException;
  }

  /// Begins to watch the bot.
  private interface Watching {
    BotWatch from(BotWatch watch) throws IOException;
  }

  /// Looks at the bot's database.
  private interface Look {
    ExitCode at(Database database) throws SQLException, IOException, InterruptedException;
  }

  private int look(Look look) {
    try (Database database = Database.open(config.database())) {
      return look.at(database).status();
    } catch (SQLException e) {
      throw database(e);
    } catch (IOException e) {
      throw Refusal.usage(Reasons.of(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.INTERNAL.status();
    }
  }

  private int work(Work work, Watching watching) {
    String worker = BotLauncher.workerName(config.folder());
    try (FileChannel _ = lock(config.folder());
        BotPlaces places = BotPlaces.of(config);
        BotWatch made = BotWatch.of(here, config, places)) {
      BotWatch watch = watching.from(made);
      work.on(
          new Bot(
              config,
              List.copyOf(watch.sources()),
              watch.sinks(),
              new BotLauncher(here),
              worker,
              InstantSource.system(),
              line -> watch.say(here, line)));
      return ExitCode.CLEAN.status();
    } catch (SQLException e) {
      throw database(e);
    } catch (IOException e) {
      throw Refusal.usage(Printable.of(config.folder() + ": " + Reasons.of(e)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.INTERNAL.status();
    }
  }

  /// Two bots in one folder would take each other's work for that of a dead one.
  private static FileChannel lock(Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    FileChannel channel =
        FileChannel.open(
            folder.resolve("bot.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    for (int tries = 0; tries < TRIES; tries++) {
      try {
        FileLock lock = channel.tryLock();
        if (lock != null) {
          return channel;
        }
      } catch (OverlappingFileLockException e) {
        // Held within this process.
      }
      Thread.sleep(MILLIS);
    }
    channel.close();
    throw Refusal.usage("another bot is at work in " + Printable.of(folder.toString()));
  }

  private static Refusal database(SQLException e) {
    return Refusal.usage("the database: " + Printable.of(String.valueOf(e.getMessage())));
  }
}
