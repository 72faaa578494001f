package org.mmlens.c;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.mmlens.c.parse.Configuration;
import org.mmlens.c.parse.Sources;

/// Small C programs, each run natively after gcc and as a graph: both print the same numbers.
final class CorpusTest {
  private static final Path CORPUS = Path.of("src/test/resources/c");

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> aProgramPrintsWhatItPrintsWhenCompiledByGcc() throws IOException {
    List<Path> programs;
    try (Stream<Path> files = Files.list(CORPUS)) {
      programs = files.filter(p -> p.toString().endsWith(".c")).sorted().toList();
    }
    return programs.stream()
        .map(p -> DynamicTest.dynamicTest(p.getFileName().toString(), () -> compare(p)));
  }

  private void compare(Path source) throws IOException, InterruptedException {
    List<Long> expected = NativeCompiler.run(source, folder);

    assertEquals(expected, interpret(source));
  }

  static List<Long> interpret(Path source) throws IOException {
    byte[] text = Files.readAllBytes(source);
    String name = source.getFileName().toString();
    Sources sources = p -> p.equals(name) ? Optional.of(text) : Optional.empty();
    var configuration = new Configuration(List.of("include"), Configuration.gnuMacros(), List.of());
    CProgram program =
        new Frontend(sources, configuration, new Frontend.Cache())
            .load(List.of(name), List.of(name));
    assertEquals(List.of(), program.check(List.of(name)));
    var interpreter = new Interpreter(program);
    interpreter.call("main", List.of());
    return interpreter.output();
  }
}
