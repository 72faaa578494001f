package org.mmlens.c;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Random arithmetic on every integer type and bit-field width, by fixed seeds.
final class RandomProgramTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
  void aRandomProgramPrintsWhatItPrintsWhenCompiledByGcc(long seed)
      throws IOException, InterruptedException {
    Path source = folder.resolve("random.c");
    Files.writeString(source, new ProgramGenerator(seed).program());

    assertEquals(NativeCompiler.run(source, folder), CorpusTest.interpret(source), "seed " + seed);
  }
}
