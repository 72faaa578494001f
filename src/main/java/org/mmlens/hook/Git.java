package org.mmlens.hook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// The machine's git, in the environment in which mmlens was started: in a hook that environment
/// says which repository and which index are meant.
///
/// @param folder where it is started
/// @param variables its environment
/// @param program what to start
public record Git(Path folder, Map<String, String> variables, String program) {

  /// Copies the environment.
  public Git {
    variables = Map.copyOf(variables);
  }

  /// What a command gave.
  ///
  /// @param exit its exit code
  /// @param bytes its standard output
  /// @param err its standard error
  @SuppressWarnings("ArrayRecordComponent")
  record Answer(int exit, byte[] bytes, String err) {

    boolean ok() {
      return exit == 0;
    }

    /// {@return standard output without its last line end}
    String text() {
      return new String(bytes, StandardCharsets.UTF_8).stripTrailing();
    }
  }

  /// {@return what a command gives, however it ends}
  Answer ask(String... arguments) {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(folder.toAbsolutePath().toFile());
    if (!variables.isEmpty()) {
      builder.environment().clear();
      builder.environment().putAll(variables);
    }
    // Its messages are read, so they must be in one language.
    builder.environment().put("LC_ALL", "C");
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      var errors = new FutureTask<String>(() -> text(process.getErrorStream()));
      Thread.ofVirtual().start(errors);
      byte[] out = process.getInputStream().readAllBytes();
      int exit = process.waitFor();
      return new Answer(exit, out, errors.get());
    } catch (IOException e) {
      throw new HookException("git cannot be started: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while git runs", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(java.io.InputStream stream) {
    try (stream) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// {@return what a command gives that must not fail}
  Answer must(String... arguments) {
    Answer answer = ask(arguments);
    if (!answer.ok()) {
      String why = answer.err().lines().findFirst().orElse("exit code " + answer.exit());
      throw new HookException("git %s: %s".formatted(arguments[0], why));
    }
    return answer;
  }

  /// {@return the first line of what a command gives; empty if it fails or says nothing}
  Optional<String> line(String... arguments) {
    Answer answer = ask(arguments);
    return answer.ok() ? answer.text().lines().findFirst() : Optional.empty();
  }

  /// {@return what git's configuration says, if anything}
  ///
  /// @param name of a variable
  public Optional<String> variable(String name) {
    return line("config", "--get", name);
  }

  /// {@return a path of the repository, as git-rev-parse gives it}
  Path path(String... question) {
    List<String> all = new ArrayList<>(List.of("rev-parse"));
    all.addAll(List.of(question));
    return folder.toAbsolutePath().resolve(must(all.toArray(String[]::new)).text()).normalize();
  }

  /// {@return the folder of the repository that all its working trees share}
  Path repository() {
    return path("--git-common-dir");
  }
}
