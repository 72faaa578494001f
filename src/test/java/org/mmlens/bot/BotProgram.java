package org.mmlens.bot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The bot as people start it, in a folder of its own, with a maildir of series that each declare a
/// function in a header of the bundled tree.
public final class BotProgram {

  private static final Path TREE = Path.of("fixtures/linux").toAbsolutePath();
  private static final String HEADER = "include/linux/align.h";

  private final Path folder;
  private int mailed;

  BotProgram(Path folder, int smtpPort, Path tree) throws IOException {
    this(folder, smtpPort, folder.resolve("mail"), tree, "");
  }

  /// @param folder for all that it writes
  /// @param mail a maildir
  /// @param more of the configuration, at its beginning
  BotProgram(Path folder, int smtpPort, Path mail, String more) throws IOException {
    this(folder, smtpPort, mail, TREE, more);
  }

  private BotProgram(Path folder, int smtpPort, Path mail, Path tree, String more)
      throws IOException {
    this.folder = folder;
    Files.createDirectories(mail.resolve("new"));
    Files.createDirectories(mail.resolve("cur"));
    Files.writeString(
        folder.resolve("bot.toml"),
        more
            + """
            folder = "bot"
            start = "beginning"
            [identity]
            address = "mmlens@example.org"
            [others]
            moderated = false
            [[source]]
            name = "mail"
            kind = "maildir"
            path = "%s"
            [[sink]]
            name = "post"
            kind = "smtp"
            host = "127.0.0.1"
            port = %d
            security = "none"
            resend-minutes = 1
            [[sink]]
            name = "outbox"
            kind = "outbox"
            path = "bot/outbox"
            [[tree]]
            name = "fixture"
            path = "%s"
            [limits]
            fault-runs = 0
            mails-per-hour = 10000
            attempts = 5
            """
                .formatted(mail, smtpPort, tree));
  }

  /// {@return a tree in which the same is found, by the declaration alone: nothing of it runs}
  public static Path smallTree(Path folder) throws IOException {
    for (String file : List.of("MAINTAINERS", "fs/exec.c", "mm/mmap.c", HEADER)) {
      Path made = folder.resolve(file);
      Files.createDirectories(made.getParent());
      Files.writeString(made, file.equals(HEADER) ? Files.readString(TREE.resolve(file)) : "");
    }
    return folder;
  }

  static Path bundledTree() {
    return TREE;
  }

  /// Puts series into its maildir, as many as are not there yet.
  void mail(int series) throws IOException {
    mail(folder.resolve("mail"), mailed, series);
    mailed = Math.max(mailed, series);
  }

  /// Puts as many series into a maildir.
  public static void mail(Path maildir, int series) throws IOException {
    mail(maildir, 0, series);
  }

  private static void mail(Path maildir, int from, int to) throws IOException {
    List<String> lines = Files.readAllLines(TREE.resolve(HEADER));
    int end = lines.lastIndexOf("#endif");
    for (int k = from; k < to; k++) {
      Path written = maildir.resolve("tmp").resolve((1_000_000 + k) + ".M" + k + ".x");
      Files.createDirectories(written.getParent());
      Files.writeString(written, patch(lines, end, k));
      Files.move(written, maildir.resolve("new").resolve(written.getFileName()));
    }
  }

  private static String patch(List<String> lines, int end, int k) {
    var hunk = new StringBuilder("@@ -%d,3 +%d,4 @@\n".formatted(end - 1, end - 1));
    hunk.append(' ').append(lines.get(end - 2)).append('\n');
    hunk.append(' ').append(lines.get(end - 1)).append('\n');
    hunk.append("+int probe_").append(k).append("(int value);\n");
    hunk.append(' ').append(lines.get(end)).append('\n');
    return """
    From: Ann Author <ann%d@example.org>
    To: list@example.org
    Subject: [PATCH] mm: declare probe_%d()
    Date: Fri, 2 Jan 2026 03:00:00 +0000
    Message-ID: <probe-%d@example.org>

    Declares a function.

    ---
     include/linux/align.h | 1 +
     1 file changed, 1 insertion(+)

    diff --git a/include/linux/align.h b/include/linux/align.h
    --- a/include/linux/align.h
    +++ b/include/linux/align.h
    %s--\s
    2.50.0
    """
        .formatted(k, k, k, hunk);
  }

  Process start(String command) throws IOException {
    var builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xss8m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "org.mmlens.cli.Main",
                "bot",
                command,
                "--config",
                folder.resolve("bot.toml").toString()));
    builder.environment().put("MMLENS_CACHE", folder.resolve("cache").toString());
    return builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("said").toFile()))
        .start();
  }

  String said() {
    try {
      String all = Files.readString(folder.resolve("said"));
      return all.substring(Math.max(0, all.length() - 4000));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// {@return what still runs in this folder after five seconds at most}
  List<String> orphans() throws InterruptedException {
    var found = new ArrayList<String>();
    for (int tries = 0; tries < 50; tries++) {
      found.clear();
      ProcessHandle.allProcesses()
          .map(p -> p.info().commandLine().orElse(""))
          .filter(line -> line.contains("ReviewWorker") && line.contains(folder.toString()))
          .forEach(found::add);
      if (found.isEmpty()) {
        return found;
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    return found;
  }
}
