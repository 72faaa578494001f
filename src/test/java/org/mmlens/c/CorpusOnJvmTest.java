package org.mmlens.c;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.mmlens.jvm.CorpusRun;

/// Small C programs, each run natively after gcc and on a machine: both print the same numbers.
final class CorpusOnJvmTest {

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> aProgramPrintsOnTheMachineWhatItPrintsWhenCompiledByGcc() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/c"))) {
      return files.filter(p -> p.toString().endsWith(".c")).sorted().toList().stream()
          .map(p -> DynamicTest.dynamicTest(p.getFileName().toString(), () -> compare(p)));
    }
  }

  private void compare(Path source) throws IOException, InterruptedException {
    List<Long> expected = NativeCompiler.run(source, folder);

    assertEquals(new CorpusRun.Outcome(expected, List.of()), CorpusRun.of(source));
  }
}
