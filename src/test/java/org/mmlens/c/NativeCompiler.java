package org.mmlens.c;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The installed gcc, as the judge of what C means.
///
/// Many programs become one: the `main()` of each is renamed and run in a process of its own. So
/// what a program defines outside of functions has to be `static`.
final class NativeCompiler {
  private static final List<String> FLAGS =
      List.of("-std=gnu11", "-w", "-fno-strict-aliasing", "-fwrapv", "-fno-builtin-out");

  private static final String DRIVER =
      """
      #include <stdio.h>
      #include <stdlib.h>
      #include <sys/wait.h>
      #include <unistd.h>
      void out(long v) { printf("%ld\\n", v); }
      static void run(const char *name, int (*f)(void))
      {
      	int status = 0;
      	printf("# %s\\n", name);
      	fflush(stdout);
      	if (fork() == 0) { alarm(1); f(); fflush(stdout); _exit(0); }
      	wait(&status);
      	if (status) printf("! %d\\n", status);
      }
      """;

  private NativeCompiler() {}

  /// {@return the numbers each program prints with `out()`; none for one that did not end well}
  ///
  /// @param programs C files by names that are identifiers
  /// @param folder where files may be left
  /// @param flags more for gcc, e.g. `-O1`
  static Map<String, List<Long>> run(Map<String, Path> programs, Path folder, List<String> flags)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>(List.of("gcc"));
    command.addAll(FLAGS);
    command.addAll(flags);
    Path binary = folder.resolve("programs");
    command.addAll(List.of("-o", binary.toString()));
    var driver = new StringBuilder(DRIVER);
    var calls = new StringBuilder("int main(void)\n{\n");
    for (Map.Entry<String, Path> p : programs.entrySet()) {
      String name = p.getKey();
      Path wrapper = folder.resolve("main_" + name + ".c");
      Files.writeString(
          wrapper,
          "#define main main_%s\n#include \"%s\"\n".formatted(name, p.getValue().toAbsolutePath()));
      command.add(wrapper.toString());
      driver.append("int main_%s(void);\n".formatted(name));
      calls.append("\trun(\"%s\", main_%s);\n".formatted(name, name));
    }
    Path main = folder.resolve("driver.c");
    Files.writeString(main, driver.append(calls).append("\treturn 0;\n}\n"));
    command.add(main.toString());
    execute(folder, command);
    return sorted(execute(folder, List.of(binary.toString())));
  }

  private static Map<String, List<Long>> sorted(String text) {
    Map<String, List<Long>> result = new LinkedHashMap<>();
    List<Long> numbers = new ArrayList<>();
    for (String line : text.lines().toList()) {
      switch (line.charAt(0)) {
        case '#' -> {
          numbers = new ArrayList<>();
          result.put(line.substring(2), numbers);
        }
        case '!' -> numbers.clear();
        default -> numbers.add(Long.parseLong(line));
      }
    }
    return result;
  }

  /// {@return what a command prints}
  static String execute(Path folder, List<String> command)
      throws IOException, InterruptedException {
    Path log = folder.resolve("log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("no end: " + command.getFirst());
    }
    String text = Files.readString(log, StandardCharsets.UTF_8);
    if (process.exitValue() != 0) {
      throw new IllegalStateException(command.getFirst() + "\n" + text);
    }
    return text;
  }
}
