package org.mmlens.c;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.ThrowingConsumer;
import org.mmlens.c.parse.Sources;

/// The programs under `src/test/resources/c`, and what they print after gcc.
public final class Corpus {
  /// The header that programs of Csmith include.
  static final Path CSMITH = Path.of("src/test/resources/csmith");

  private static final Path ROOT = Path.of("src/test/resources/c");

  private Corpus() {}

  /// {@return the programs by their names, which are identifiers}
  public static Map<String, Path> programs() throws IOException {
    Map<String, Path> result = new TreeMap<>();
    try (Stream<Path> files = Files.walk(ROOT)) {
      files
          .filter(p -> p.toString().endsWith(".c"))
          .forEach(p -> result.put(name(ROOT.relativize(p)), p));
    }
    return result;
  }

  private static String name(Path path) {
    return path.toString().replace(".c", "").replaceAll("\\W", "_");
  }

  /// {@return a test for each program}
  ///
  /// @param check takes the program's name
  public static Stream<DynamicTest> each(ThrowingConsumer<String> check) throws IOException {
    return programs().keySet().stream()
        .map(name -> DynamicTest.dynamicTest(name, () -> check.accept(name)));
  }

  /// {@return the file of a program}
  ///
  /// @param name its name
  public static Path file(String name) throws IOException {
    return Objects.requireNonNull(programs().get(name));
  }

  /// {@return a tree of one program and the header that programs of Csmith include}
  ///
  /// @param program the program
  public static Sources sources(Path program) throws IOException {
    Map<String, byte[]> files =
        Map.of(
            program.getFileName().toString(),
            Files.readAllBytes(program),
            "include/csmith.h",
            Files.readAllBytes(CSMITH.resolve("csmith.h")));
    return path -> Optional.ofNullable(files.get(path));
  }

  /// {@return what each program prints when gcc compiles it}
  ///
  /// @param folder where files may be left
  static Map<String, List<Long>> expected(Path folder) throws IOException, InterruptedException {
    return NativeCompiler.run(programs(), folder, List.of("-O0"));
  }
}
