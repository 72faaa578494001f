package org.mmlens.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.mmlens.c.Corpus;

/// Every function of the corpus dealt out to several methods, as only large ones are otherwise.
class CorpusOfLargeFunctionsTest {

  private static final Sizes SMALL = new Sizes(0, 200);

  @TestFactory
  Stream<DynamicTest> aProgramDoesTheSameHoweverItIsDealtOut() throws IOException {
    return Corpus.each(
        name ->
            assertEquals(CorpusRun.of(Corpus.file(name)), CorpusRun.of(Corpus.file(name), SMALL)));
  }
}
