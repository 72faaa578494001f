package org.mmlens.c;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

  @TestFactory
  Stream<DynamicTest> aProgramPrintsWhatItPrintsWhenCompiledByGcc()
      throws IOException, InterruptedException {
    Map<String, List<Long>> expected = Corpus.expected(folder);
    return Corpus.each(
        name -> {
          assertEquals(expected.get(name), interpret(Corpus.file(name)), "as a graph");
          assertEquals(
              new CorpusRun.Outcome(expected.getOrDefault(name, List.of()), List.of()),
              CorpusRun.of(Corpus.file(name)),
              "on a machine");
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
