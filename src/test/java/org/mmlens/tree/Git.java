package org.mmlens.tree;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The installed git, as the judge of what a patch means. No user's configuration reaches it.
final class Git {

  /// What one command gave.
  record Result(int exit, byte[] out, String err) {
    String text() {
      return new String(out, StandardCharsets.UTF_8);
    }

    boolean ok() {
      return exit == 0;
    }
  }

  private final Path folder;

  private Git(Path folder) {
    this.folder = folder;
  }

  static Git in(Path folder) {
    return new Git(folder);
  }

  /// A new repository with nothing in it.
  static Git init(Path folder) {
    var git = new Git(folder);
    git.must("init", "-q", "-b", "main");
    return git;
  }

  static boolean installed() {
    try {
      return new ProcessBuilder("git", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  Path folder() {
    return folder;
  }

  Result run(byte[] input, String... arguments) {
    var command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    var environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("GIT_"));
    environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    environment.put("GIT_CEILING_DIRECTORIES", String.valueOf(folder.getParent()));
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("TZ", "UTC");
    for (String who : List.of("AUTHOR", "COMMITTER")) {
      environment.put("GIT_" + who + "_NAME", "Test Example");
      environment.put("GIT_" + who + "_EMAIL", "test@example.org");
      environment.put("GIT_" + who + "_DATE", "1717236000 +0000");
    }
    try {
      Path errors = Files.createTempFile("git", ".err");
      Process process = builder.redirectError(errors.toFile()).start();
      Thread feeder = Thread.ofVirtual().start(() -> feed(process, input));
      var out = new ByteArrayOutputStream();
      process.getInputStream().transferTo(out);
      int exit = process.waitFor();
      feeder.join();
      String err = new String(Files.readAllBytes(errors), StandardCharsets.UTF_8);
      Files.delete(errors);
      return new Result(exit, out.toByteArray(), err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void feed(Process process, byte[] input) {
    try (var stdin = process.getOutputStream()) {
      stdin.write(input);
    } catch (IOException e) {
      return; // git stopped reading, as it does at the first error
    }
  }

  Result run(String... arguments) {
    return run(new byte[0], arguments);
  }

  /// {@return what the command printed; it has to succeed}
  String must(String... arguments) {
    Result result = run(arguments);
    if (!result.ok()) {
      throw new AssertionError("git " + String.join(" ", arguments) + ": " + result.err());
    }
    return result.text().strip();
  }

  /// Puts the index alone back to a commit, also after git itself crashed.
  void indexBack(String commit) {
    unlock();
    must("read-tree", commit);
  }

  private void unlock() {
    try {
      Files.deleteIfExists(folder.resolve(".git/index.lock"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Puts the working tree, the index and HEAD back to a commit, also after git itself crashed.
  void back(String commit) {
    unlock();
    if (Files.exists(folder.resolve(".git/rebase-apply"))) {
      run("am", "--abort");
    }
    must("reset", "-q", "--hard", commit);
  }
}
