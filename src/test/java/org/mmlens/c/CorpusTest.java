package org.mmlens.c;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.mmlens.c.parse.Configuration;
import org.mmlens.c.parse.Sources;
import org.mmlens.jvm.CorpusRun;

/// Small C programs, each run natively after gcc, as a graph, and on a machine: all print the same
/// numbers.
final class CorpusTest {

  @TempDir private Path folder;

  /// Everything is compiled natively while the first programs run here.
  private final ExecutorService gcc = Executors.newSingleThreadExecutor();

  @AfterEach
  void stop() {
    gcc.shutdown();
  }

  @TestFactory
  Stream<DynamicTest> aProgramPrintsWhatItPrintsWhenCompiledByGcc() throws IOException {
    Future<Map<String, List<Long>>> natively = gcc.submit(() -> Corpus.expected(folder));
    return Corpus.each(
        name -> {
          List<Long> graph = interpret(Corpus.file(name));
          CorpusRun.Outcome machine = CorpusRun.of(Corpus.file(name));
          List<Long> expected = natively.get().getOrDefault(name, List.of());

          assertFalse(expected.isEmpty(), "the program ends natively");
          assertEquals(expected, graph, "as a graph");
          assertEquals(new CorpusRun.Outcome(expected, List.of()), machine, "on a machine");
        });
  }

  static List<Long> interpret(Path source) throws IOException {
    String name = source.getFileName().toString();
    Sources sources = Corpus.sources(source);
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
