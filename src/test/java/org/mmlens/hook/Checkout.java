package org.mmlens.hook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A checkout made for a test, with the machine's git and nobody's configuration.
public final class Checkout {

  /// What a command gave.
  public record Result(int exit, String out, String err) {}

  private final Path folder;
  private final Map<String, String> variables = new HashMap<>();

  private Checkout(Path folder) {
    this.folder = folder;
    variables.put("PATH", System.getenv("PATH"));
    variables.put("HOME", folder.getParent().toString());
    variables.put("GIT_CONFIG_GLOBAL", "/dev/null");
    variables.put("GIT_CONFIG_NOSYSTEM", "1");
    variables.put("LC_ALL", "C.UTF-8");
    variables.put("TZ", "UTC");
    for (String who : List.of("AUTHOR", "COMMITTER")) {
      variables.put("GIT_" + who + "_NAME", "Jo Doe");
      variables.put("GIT_" + who + "_EMAIL", "jo@example.org");
      variables.put("GIT_" + who + "_DATE", "1717236000 +0000");
    }
  }

  /// {@return a new repository without a commit}
  public static Checkout init(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var made = new Checkout(folder.toAbsolutePath());
    made.git("init", "-q", "-b", "main", ".");
    return made;
  }

  /// {@return another folder, in the same environment}
  public Checkout at(Path other) {
    var made = new Checkout(other.toAbsolutePath());
    made.variables.putAll(variables);
    return made;
  }

  public Path folder() {
    return folder;
  }

  public Map<String, String> variables() {
    return Map.copyOf(variables);
  }

  /// Sets a variable of the environment.
  public Checkout with(String name, String value) {
    variables.put(name, value);
    return this;
  }

  /// {@return the git that the code under test is given}
  Git asked() {
    return new Git(folder, variables, "git");
  }

  public Checkout write(String path, String text) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Stages and commits everything.
  public Checkout commit(String title) {
    git("add", "-A");
    git("commit", "-q", "--no-verify", "-m", title);
    return this;
  }

  /// {@return what git printed; it has to succeed}
  public String git(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    Result result = run("", command.toArray(String[]::new));
    if (result.exit() != 0) {
      throw new AssertionError(String.join(" ", command) + ": " + result.err());
    }
    return result.out().strip();
  }

  /// {@return what came of a command}
  public Result run(String input, String... command) {
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(variables);
    try {
      Path out = Files.createTempFile("checkout", ".out");
      Path err = Files.createTempFile("checkout", ".err");
      Path in = Files.writeString(Files.createTempFile("checkout", ".in"), input);
      Process process =
          builder
              .redirectInput(in.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      int exit = process.waitFor();
      var result = new Result(exit, text(out), text(err));
      for (Path file : List.of(in, out, err)) {
        Files.delete(file);
      }
      return result;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
