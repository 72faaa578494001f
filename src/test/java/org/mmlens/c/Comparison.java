package org.mmlens.c;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.mmlens.jvm.CorpusRun;

/// Generated programs, run natively after gcc and on a machine.
final class Comparison {
  private static final int BATCH = 50;

  private final Path folder;
  private final Map<String, Path> programs = new LinkedHashMap<>();
  private Map<String, List<Long>> expected = Map.of();
  private int compared;

  /// Leaves files in `folder`.
  Comparison(Path folder) {
    this.folder = folder;
  }

  void add(String name, String source) throws IOException {
    Path file = folder.resolve(name + ".c");
    Files.writeString(file, source);
    programs.put(name, file);
  }

  private void run() throws IOException, InterruptedException {
    expected =
        NativeCompiler.run(
            programs, folder, List.of("-O0", "-I", Corpus.CSMITH.toAbsolutePath().toString()));
  }

  /// {@return a test for each program; one that does not end natively has nothing to say}
  Stream<DynamicTest> each() throws IOException, InterruptedException {
    run();
    return programs.keySet().stream()
        .map(name -> DynamicTest.dynamicTest(name, () -> compare(name)));
  }

  /// Compares what has been added so far at once, if it is enough for a run of gcc.
  ///
  /// @return how many programs said something
  int batch() throws IOException, InterruptedException {
    if (programs.size() < BATCH) {
      return 0;
    }
    run();
    for (String name : List.copyOf(programs.keySet())) {
      compare(name);
    }
    for (Path file : programs.values()) {
      Files.delete(file);
    }
    programs.clear();
    int result = compared;
    compared = 0;
    return result;
  }

  private void compare(String name) throws IOException {
    List<Long> wanted = expected.getOrDefault(name, List.of());
    if (!wanted.isEmpty()) {
      compared++;
      assertEquals(
          new CorpusRun.Outcome(wanted, List.of()),
          CorpusRun.of(folder.resolve(name + ".c")),
          name);
    }
  }
}
