package org.mmlens.c;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// Random programs by fixed seeds: arithmetic on every integer type and bit-field width; and
/// statements, structs, pointers, arrays, loops and calls.
final class RandomProgramTest {
  private static final int LONG_RUN = 2_000;

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> aRandomProgramPrintsWhatItPrintsWhenCompiledByGcc()
      throws IOException, InterruptedException {
    var comparison = new Comparison(folder);
    for (long seed : new long[] {1, 2, 3, 5, 8, 13, 21, 34, 55, 89}) {
      comparison.add("arithmetic" + seed, new ProgramGenerator(seed).program());
    }
    for (long seed = 1; seed <= 30; seed++) {
      comparison.add("structured" + seed, new StructuredPrograms(seed).program());
    }
    return comparison.each();
  }

  @Test
  void theGraphAloneSaysTheSame() throws IOException, InterruptedException {
    Path source = folder.resolve("graph.c");
    Files.writeString(source, new StructuredPrograms(1).program());

    assertEquals(
        NativeCompiler.run(Map.of("graph", source), folder, List.of("-O1")).get("graph"),
        CorpusTest.interpret(source));
  }

  @Test
  @EnabledIfSystemProperty(named = "mmlens.long", matches = "true")
  void thousandsOfThemPrintTheSame() throws IOException, InterruptedException {
    var comparison = new Comparison(folder);
    int compared = 0;
    for (long seed = 1_000; seed < 1_000 + LONG_RUN; seed++) {
      comparison.add("arithmetic" + seed, new ProgramGenerator(seed).program());
      comparison.add("structured" + seed, new StructuredPrograms(seed).program());
      compared += comparison.batch();
    }

    assertTrue(compared >= LONG_RUN, compared + " programs");
  }
}
