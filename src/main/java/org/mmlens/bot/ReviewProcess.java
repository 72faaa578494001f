package org.mmlens.bot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.mmlens.bot.config.LimitsConfig;
import org.mmlens.bot.config.TreeConfig;

/// Makes one review in a process of its own, with so much memory, time and output and no more.
///
/// Whatever a series does to that process, the bot only sees that there is no report. The process
/// ends with the bot: its standard input is a pipe that nobody writes to.
final class ReviewProcess {

  private static final List<String> FORMATS = List.of("json", "html", "lkml");
  private static final int WATCH_MILLIS = 200;
  private static final int BAD_INPUT = 3;
  private static final int USAGE = 2;

  /// What came of it.
  sealed interface Outcome {

    /// There are reports.
    ///
    /// @param files by format
    record Reported(SortedMap<String, Path> files) implements Outcome {}

    /// The series cannot be read or applied; there is no report.
    ///
    /// @param why what mmlens said
    record Unusable(String why) implements Outcome {}

    /// The process died, or had to be ended.
    ///
    /// @param why how
    record Died(String why) implements Outcome {}

    /// The machine is not as it must be; that is not the fault of the series.
    ///
    /// @param why what mmlens said
    record Misconfigured(String why) implements Outcome {}
  }

  private final Launcher launcher;
  private final LimitsConfig limits;

  ReviewProcess(Launcher launcher, LimitsConfig limits) {
    this.launcher = launcher;
    this.limits = limits;
  }

  /// Reviews the series that a mail belongs to.
  ///
  /// @param folder an empty one, for all that the process writes
  /// @param mailbox the mails
  /// @param messageId of one of the series
  /// @param tree what it is applied to
  Outcome review(Path folder, byte[] mailbox, String messageId, TreeConfig tree)
      throws IOException, InterruptedException {
    Path series = folder.resolve("series.mbox");
    Files.write(series, mailbox);
    Path said = folder.resolve("said");
    Process process =
        new ProcessBuilder(command(folder, series, messageId, tree))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    Optional<String> ended = watch(process, folder);
    if (ended.isPresent()) {
      return new Outcome.Died(ended.get());
    }
    SortedMap<String, Path> reports = reports(folder);
    int status = process.exitValue();
    return switch (status) {
      case BAD_INPUT -> reports.isEmpty() ? new Outcome.Unusable(last(said)) : reported(reports);
      case USAGE -> new Outcome.Misconfigured(last(said));
      case 0, 1, 4 -> reported(reports);
      default -> new Outcome.Died("exit code %d: %s".formatted(status, last(said)));
    };
  }

  private static Outcome reported(SortedMap<String, Path> reports) {
    return reports.size() == FORMATS.size()
        ? new Outcome.Reported(reports)
        : new Outcome.Died("no reports but " + reports.keySet());
  }

  private List<String> command(Path folder, Path series, String messageId, TreeConfig tree) {
    var command = new ArrayList<>(launcher.command(limits.heapMib()));
    command.addAll(List.of("review", "--quiet", "--series", "<" + messageId + ">"));
    switch (tree) {
      case TreeConfig.Files(_, _, var path) ->
          command.addAll(List.of("--tree", path.toAbsolutePath().toString()));
      case TreeConfig.Git(_, _, var repository, var base, var branches) -> {
        command.addAll(List.of("--git", repository.toAbsolutePath().toString()));
        base.ifPresent(revision -> command.addAll(List.of("--base", revision)));
        branches.forEach(branch -> command.addAll(List.of("--branch", branch)));
      }
    }
    command.addAll(List.of("--fault-runs", Integer.toString(limits.faultRuns()), "--threads", "1"));
    for (String format : FORMATS) {
      command.add("--format");
      command.add(format + "=" + folder.resolve("report." + format));
    }
    command.add(series.toString());
    return command;
  }

  /// {@return why the process was ended; empty where it ended by itself}
  private Optional<String> watch(Process process, Path folder)
      throws IOException, InterruptedException {
    Duration left = limits.reviewTime();
    try {
      while (!process.waitFor(WATCH_MILLIS, TimeUnit.MILLISECONDS)) {
        left = left.minusMillis(WATCH_MILLIS);
        if (left.isNegative()) {
          return Optional.of("took longer than %d s".formatted(limits.reviewTime().toSeconds()));
        }
        if (tooMuch(folder)) {
          return Optional.of("wrote more than %d MiB".formatted(limits.outputMib()));
        }
      }
      return tooMuch(folder)
          ? Optional.of("wrote more than %d MiB".formatted(limits.outputMib()))
          : Optional.empty();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
    }
  }

  private boolean tooMuch(Path folder) throws IOException {
    long bytes = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "{report.*,said}")) {
      for (Path file : files) {
        bytes += Files.exists(file) ? Files.size(file) : 0;
      }
    }
    return bytes > (long) limits.outputMib() << 20;
  }

  private static SortedMap<String, Path> reports(Path folder) {
    var found = new TreeMap<String, Path>();
    for (String format : FORMATS) {
      Path file = folder.resolve("report." + format);
      if (Files.exists(file)) {
        found.put(format, file);
      }
    }
    return found;
  }

  /// {@return the last line that the process said, or the first error}
  private static String last(Path said) throws IOException {
    byte[] head;
    try (var in = Files.newInputStream(said)) {
      head = in.readNBytes(64 * 1024);
    }
    List<String> lines =
        new String(head, StandardCharsets.UTF_8).lines().filter(l -> !l.isBlank()).toList();
    return lines.stream()
        .filter(line -> line.contains("error"))
        .findFirst()
        .or(() -> lines.reversed().stream().findFirst())
        .orElse("it said nothing");
  }
}
