package org.mmlens.tree;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The installed b4, asked offline which patches a mailbox holds. No user's configuration reaches
/// it.
final class B4 {

  private static final long PATIENCE_SECONDS = 60;

  private final Path home;

  private B4(Path home) {
    this.home = home;
  }

  /// {@return b4, standing in a repository of its own; empty where it is not installed}
  static Optional<B4> in(Path folder) throws IOException {
    Path repository = Files.createDirectories(folder.resolve("b4"));
    var git = Git.init(repository);
    git.must("config", "user.name", "Test Example");
    git.must("config", "user.email", "test@example.org");
    git.must("config", "b4.attestation-policy", "off");
    var b4 = new B4(repository);
    try {
      return b4.run("--version") == 0 ? Optional.of(b4) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// {@return the mailbox that `b4 am` makes of the case's mails; empty where it makes none}
  Optional<Path> am(Corpus.Case sample) throws IOException {
    Path folder = Files.createTempDirectory(home, "am");
    Path mailbox = Files.write(folder.resolve("in.mbox"), mailbox(sample));
    int exit =
        run(
            "--no-stdin",
            "--offline-mode",
            "am",
            "-C",
            "--no-cover",
            "-m",
            mailbox.toString(),
            "-o",
            folder.toString(),
            "-n",
            "out");
    Path out = folder.resolve("out.mbx");
    return exit == 0 && Files.exists(out) ? Optional.of(out) : Optional.empty();
  }

  /// All mails in one file; those that stand alone get a separator.
  private static byte[] mailbox(Corpus.Case sample) throws IOException {
    var all = new ByteArrayOutputStream();
    for (String file : sample.filesForGit()) {
      byte[] mail = Files.readAllBytes(Path.of(file));
      boolean separated =
          new String(mail, 0, Math.min(5, mail.length), StandardCharsets.ISO_8859_1)
              .equals("From ");
      if (!separated) {
        all.writeBytes("From git@z Thu Jan  1 00:00:00 1970\n".getBytes(StandardCharsets.UTF_8));
      }
      all.writeBytes(mail);
      all.writeBytes("\n".getBytes(StandardCharsets.UTF_8));
    }
    return all.toByteArray();
  }

  private int run(String... arguments) throws IOException {
    var builder =
        new ProcessBuilder(Stream.concat(Stream.of("b4"), Stream.of(arguments)).toList())
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    var environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("GIT_") || name.startsWith("XDG_"));
    environment.put("HOME", home.toString());
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    environment.put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return -1;
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// {@return the cases that show how series are found; the others are for long runs}
  static List<String> quick() {
    return List.of(
        "based-on",
        "cover-change-id",
        "follow-up-trailers",
        "future-date",
        "one-mail",
        "out-of-order",
        "partial-reroll",
        "replies-between",
        "resend",
        "two-revisions-newest-first");
  }
}
