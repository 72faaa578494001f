package org.mmlens.c;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// Programs made by Csmith (Yang et al., "Finding and Understanding Bugs in C Compilers", PLDI
/// 2011), of what kernels use: no floating point. Skipped where `csmith` is not installed.
final class CsmithTest {
  private static final List<List<String>> FLAVOURS =
      List.of(
          List.of("--max-funcs", "4", "--max-block-depth", "3", "--max-expr-complexity", "8"),
          List.of("--max-funcs", "6", "--max-block-depth", "2", "--max-pointer-depth", "4"),
          List.of("--max-funcs", "3", "--max-block-size", "6", "--inline-function"));

  private static final int LONG_RUN = 3_000;

  @TempDir private Path folder;

  @BeforeAll
  static void csmithIsInstalled() {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(p -> Path.of(p, "csmith").toFile().canExecute()),
        "csmith is not installed");
  }

  private String program(long seed) throws IOException, InterruptedException {
    var command =
        new ArrayList<String>(List.of("csmith", "--seed", "" + seed, "--no-float", "--no-argc"));
    command.addAll(FLAVOURS.get((int) (seed % FLAVOURS.size())));
    return NativeCompiler.execute(folder, command);
  }

  @TestFactory
  Stream<DynamicTest> aProgramOfCsmithPrintsWhatItPrintsWhenCompiledByGcc()
      throws IOException, InterruptedException {
    var comparison = new Comparison(folder);
    for (long seed = 1; seed <= 30; seed++) {
      comparison.add("csmith" + seed, program(seed));
    }
    return comparison.each();
  }

  @Test
  @EnabledIfSystemProperty(named = "mmlens.long", matches = "true")
  void thousandsOfThemPrintTheSame() throws IOException, InterruptedException {
    var comparison = new Comparison(folder);
    int compared = 0;
    for (long seed = 10_000; seed < 10_000 + LONG_RUN; seed++) {
      comparison.add("csmith" + seed, program(seed));
      compared += comparison.batch();
    }

    assertTrue(compared >= LONG_RUN / 2, compared + " programs");
  }
}
