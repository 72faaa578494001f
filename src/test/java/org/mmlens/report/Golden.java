package org.mmlens.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Golden files: what a case is expected to give, in a folder of its own.
///
/// With the system property `golden.update` they are rewritten; what changed is then read as any
/// other diff.
final class Golden {

  private static final Path ROOT = Path.of("src/test/resources");
  private static final boolean UPDATE = System.getProperty("golden.update") != null;

  private Golden() {}

  /// {@return the files of an area, as `case/file`, sorted}
  static List<String> files(String area) throws IOException {
    Path folder = ROOT.resolve(area);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  static void assertMatches(String area, String file, String actual) throws IOException {
    Path expected = ROOT.resolve(area).resolve(file);
    if (UPDATE) {
      Files.createDirectories(expected.getParent());
      Files.writeString(expected, actual);
    }
    assertEquals(
        Files.exists(expected) ? Files.readString(expected) : "", actual, () -> file + " differs");
  }
}
