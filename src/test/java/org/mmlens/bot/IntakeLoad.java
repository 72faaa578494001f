package org.mmlens.bot;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.mmlens.bot.config.BotConfig;
import org.mmlens.bot.config.ConfigFile;
import org.mmlens.bot.config.ConfigReading;
import org.mmlens.bot.source.MailSource;
import org.mmlens.bot.source.ReadLimits;
import org.mmlens.bot.source.Sources;
import org.mmlens.bot.source.Start;
import org.mmlens.bot.state.Database;
import org.mmlens.bot.state.Mails;
import org.mmlens.bot.state.Revision;
import org.mmlens.bot.state.Revisions;

/// Takes mails in as the bot does, threads and revisions included, and prints what that took.
///
/// `java … org.mmlens.bot.IntakeLoad SOURCE FOLDER` reads a maildir (a folder) or a mailbox (a
/// file).
public final class IntakeLoad {

  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  private IntakeLoad() {}

  private static BotConfig config(Path place, Path folder) {
    String text =
        """
        [identity]
        address = "mmlens@example.org"
        [[source]]
        name = "load"
        kind = "%s"
        path = "%s"
        [[tree]]
        name = "none"
        path = "none"
        """
            .formatted(Files.isDirectory(place) ? "maildir" : "mbox", place);
    return switch (ConfigFile.parse("load.toml", text, folder)) {
      case ConfigReading.Usable(var config) -> config;
      case ConfigReading.Refused(var why) -> throw new IllegalStateException("" + why);
    };
  }

  /// {@return how long this thread has been ready and had no processor, in nanoseconds: what other
  /// programs cost it (Linux, `Documentation/scheduler/sched-stats.rst`); 0 where that is not told}
  private static long waited() {
    try {
      String[] words = Files.readString(Path.of("/proc/thread-self/schedstat")).strip().split(" ");
      return Long.parseLong(words[1]);
    } catch (IOException e) {
      return 0;
    }
  }

  /// {@return what was left of the heap after the last collection, in bytes}
  private static long left() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getCollectionUsage)
        .mapToLong(usage -> usage == null ? 0 : usage.getUsed())
        .sum();
  }

  public static void main(String[] arguments) throws Exception {
    BotConfig config = config(Path.of(arguments[0]).toAbsolutePath(), Path.of(arguments[1]));
    var process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long clock = System.nanoTime();
    long waited = waited();
    long processor = process.getProcessCpuTime();
    int read = 0;
    long most = 0;
    try (MailSource source =
            Sources.of(config.sources().getFirst(), Start.BEGINNING, ReadLimits.USUAL);
        Database database = Database.open(config.database())) {
      var intake = new Intake(config, InstantSource.fixed(NOW));
      for (int more = intake.read(database, source);
          more > 0;
          more = intake.read(database, source)) {
        read += more;
        most = Math.max(most, left());
      }
      double seconds = (System.nanoTime() - clock) / 1e9;
      double alone = seconds - (waited() - waited) / 1e9;
      double ofProcessor = (process.getProcessCpuTime() - processor) / 1e9;
      System.out.printf(
          "%d mails read, %d kept: %.0f mails/s (%.0f without waiting for a processor, %.0f a"
              + " second of processor time); revisions %s;"
              + " %.1f MB at most"
              + " after a collection, of %d MB%n",
          read,
          database.transact(Mails::count),
          read / seconds,
          read / alone,
          read / ofProcessor,
          database.transact(Revisions::census),
          most / 1048576.0,
          Runtime.getRuntime().maxMemory() >> 20);
      for (Revision.Phase phase : Revision.Phase.values()) {
        for (Revision one : database.transact(tx -> Revisions.quiet(tx, phase, NOW))) {
          System.out.println(
              "series %s v%d, missing [%s]".formatted(one.title(), one.number(), one.missing()));
        }
      }
    }
  }
}
