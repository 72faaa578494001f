package org.mmlens.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every function of the corpus dealt out to several methods, as only large ones are otherwise.
class CorpusOfLargeFunctionsTest {

  private static final Sizes SMALL = new Sizes(0, 200);

  @TestFactory
  Stream<DynamicTest> aProgramDoesTheSameHoweverItIsDealtOut() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/c"))) {
      return files.filter(p -> p.toString().endsWith(".c")).sorted().toList().stream()
          .map(
              p ->
                  DynamicTest.dynamicTest(
                      p.getFileName().toString(),
                      () -> assertEquals(CorpusRun.of(p), CorpusRun.of(p, SMALL))));
    }
  }
}
