package org.mmlens.c;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The installed gcc, as the judge of what C means.
final class NativeCompiler {
  private static final String OUT =
      """
      #include <stdio.h>
      void out(long v) { printf("%ld\\n", v); }
      """;

  private NativeCompiler() {}

  /// {@return the numbers a program prints with `out()`}
  static List<Long> run(Path source, Path folder) throws IOException, InterruptedException {
    Path support = folder.resolve("out.c");
    Files.writeString(support, OUT);
    Path program = folder.resolve("program");
    execute(
        folder,
        List.of(
            "gcc",
            "-std=gnu11",
            "-O1",
            "-w",
            "-fno-strict-aliasing",
            "-fwrapv",
            "-o",
            program.toString(),
            source.toAbsolutePath().toString(),
            support.toString()));
    return execute(folder, List.of(program.toString())).lines().map(Long::parseLong).toList();
  }

  private static String execute(Path folder, List<String> command)
      throws IOException, InterruptedException {
    Path log = folder.resolve("log");
    Process process =
        new ProcessBuilder(new ArrayList<>(command))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("no end: " + command);
    }
    String text = Files.readString(log, StandardCharsets.UTF_8);
    if (process.exitValue() != 0) {
      throw new IllegalStateException(command + "\n" + text);
    }
    return text;
  }
}
