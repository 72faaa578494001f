package org.mmlens.bot.load;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.mmlens.bot.config.SourceConfig.Afterwards;
import org.mmlens.bot.source.Arrival;
import org.mmlens.bot.source.Batch;
import org.mmlens.bot.source.MailSource;
import org.mmlens.bot.source.MaildirSource;
import org.mmlens.bot.source.MboxSource;
import org.mmlens.bot.source.ReadLimits;
import org.mmlens.bot.source.Start;
import org.mmlens.bot.state.Database;
import org.mmlens.bot.state.Mails;
import org.mmlens.mail.Selection;
import org.mmlens.mail.SeriesReader;

/// Sends mails the way of the bot: from a source into the state, and from there to where series are
/// found.
///
/// `java … org.mmlens.bot.load.MailboxLoad SOURCE FOLDER` reads a maildir (a folder) or a mailbox
/// (a file) and prints what that took.
final class MailboxLoad {

  private static final int BATCH = 200;

  /// What a run came to.
  ///
  /// @param read mails that the source gave
  /// @param kept mails that were new
  /// @param keeping time from the source into the state
  /// @param finding time for the series
  /// @param found the series
  record Result(int read, long kept, Time keeping, Time finding, TreeSet<Posted> found) {}

  /// A time, in nanoseconds.
  ///
  /// @param clock by the clock on the wall
  /// @param processor of this process on processors, its compiler and garbage collector included
  record Time(long clock, long processor) {

    static Time now() {
      var process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
      return new Time(System.nanoTime(), process.getProcessCpuTime());
    }

    Time since(Time begun) {
      return new Time(clock - begun.clock, processor - begun.processor);
    }

    long perSecond(long count) {
      return Math.round(count * 1e9 / clock);
    }

    long perProcessorSecond(long count) {
      return Math.round(count * 1e9 / processor);
    }
  }

  private MailboxLoad() {}

  static Result run(MailSource source, Path folder) throws IOException, SQLException {
    Path spool = folder.resolve("kept.mbox");
    int read = 0;
    long kept;
    Time begun = Time.now();
    try (Database database = Database.open("jdbc:sqlite:" + folder.resolve("state"));
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(spool))) {
      Optional<String> cursor = database.transact(tx -> Mails.cursor(tx, source.name()));
      Batch batch = source.read(cursor, BATCH);
      while (!batch.arrivals().isEmpty()) {
        read += batch.arrivals().size();
        Batch now = batch;
        List<Arrival> fresh =
            database.transact(tx -> Mails.keep(tx, source.name(), now, mail -> Mails.Place.NONE));
        for (Arrival arrival : fresh) {
          Folders.write(out, arrival.raw());
        }
        batch = source.read(Optional.of(batch.cursor()), BATCH);
      }
      kept = database.transact(Mails::count);
    }
    Time stored = Time.now();
    var reading = SeriesReader.read(List.of(spool), new Selection.Newest());
    Time done = Time.now();
    return new Result(
        read, kept, stored.since(begun), done.since(stored), Posted.of(reading.found()));
  }

  static MailSource source(Path place) {
    return Files.isDirectory(place)
        ? new MaildirSource("load", place, Afterwards.LEAVE, Start.BEGINNING, ReadLimits.USUAL)
        : new MboxSource(
            "load", place, Start.BEGINNING, MboxSource.Patience.USUAL, ReadLimits.USUAL);
  }

  /// {@return the largest heap in bytes, garbage included}
  private static long peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }

  public static void main(String[] arguments) throws Exception {
    Path place = Path.of(arguments[0]);
    try (MailSource source = source(place)) {
      Result result = run(source, Path.of(arguments[1]));
      System.out.printf(
          "%d mails read, %d kept: %d mails/s into the state (%d a second of processor time), %d"
              + " mails/s to find series (%d); heap at most %d MB of %d MB%n",
          result.read(),
          result.kept(),
          result.keeping().perSecond(result.read()),
          result.keeping().perProcessorSecond(result.read()),
          result.finding().perSecond(result.kept()),
          result.finding().perProcessorSecond(result.kept()),
          peakHeap() >> 20,
          Runtime.getRuntime().maxMemory() >> 20);
      result.found().forEach(series -> System.out.println("series " + series));
    }
  }
}
