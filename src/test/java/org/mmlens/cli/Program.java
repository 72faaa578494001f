package org.mmlens.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// mmlens as a process of its own, with what a shell and a terminal do to it. It keeps nothing from
/// run to run.
final class Program {

  private static final Path HOME = Path.of("").toAbsolutePath();
  private static final long MINUTES = 2;

  private final Path folder;
  private final Path script;

  /// @param folder where it is put; commands are run there
  Program(Path folder) throws IOException {
    this.folder = folder;
    this.script = folder.resolve("mmlens");
    Files.writeString(
        script,
        "#!/bin/sh\nexec '%s' -XX:TieredStopAtLevel=1 -Xss8m -Dmmlens.home='%s' -cp '%s' org.mmlens.cli.Main \"$@\"\n"
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                HOME,
                System.getProperty("java.class.path")));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /// What came back.
  ///
  /// @param status the exit code
  /// @param out standard output
  /// @param err standard error
  record Result(int status, String out, String err) {}

  /// {@return a file of the project, for a command line}
  static String home(String file) {
    return HOME.resolve(file).toString();
  }

  private File file(String name) {
    return folder.resolve(name).toFile();
  }

  /// {@return a command that is running; its output goes to files}
  Process begin(List<String> command) throws IOException {
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("MMLENS_CACHE", "off");
    builder.environment().put("TERM", "xterm");
    builder.environment().put("PATH", folder + File.pathSeparator + System.getenv("PATH"));
    return builder
        .redirectInput(new File("/dev/null"))
        .redirectOutput(file("out"))
        .redirectError(file("err"))
        .start();
  }

  /// {@return what mmlens says}
  Result run(String... args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(args));
    return end(begin(command));
  }

  /// {@return what a line of shell says, in which `mmlens` is a command}
  Result shell(String line) throws IOException, InterruptedException {
    return end(begin(List.of("sh", "-c", line)));
  }

  /// {@return what is on standard error by now}
  String errSoFar() throws IOException {
    return Files.readString(file("err").toPath());
  }

  /// {@return how it ended}
  Result end(Process process) throws IOException, InterruptedException {
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("not over after " + MINUTES + " minutes: " + errSoFar());
    }
    return new Result(
        process.exitValue(),
        Files.readString(file("out").toPath(), StandardCharsets.UTF_8),
        errSoFar());
  }
}
