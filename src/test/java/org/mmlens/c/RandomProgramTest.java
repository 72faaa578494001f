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
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Random arithmetic on every integer type and bit-field width, by fixed seeds.
final class RandomProgramTest {
  private static final long[] SEEDS = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89};

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> aRandomProgramPrintsWhatItPrintsWhenCompiledByGcc()
      throws IOException, InterruptedException {
    Map<String, Path> programs = new LinkedHashMap<>();
    for (long seed : SEEDS) {
      Path source = folder.resolve("random" + seed + ".c");
      Files.writeString(source, new ProgramGenerator(seed).program());
      programs.put("random" + seed, source);
    }
    Map<String, List<Long>> expected = NativeCompiler.run(programs, folder, List.of("-O1"));
    return programs.entrySet().stream()
        .map(
            p ->
                DynamicTest.dynamicTest(
                    p.getKey(),
                    () ->
                        assertEquals(
                            expected.get(p.getKey()), CorpusTest.interpret(p.getValue()))));
  }
}
