package org.mmlens.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A command loads the libraries it uses and no others: each costs a good part of a start.
class LoadedClassesTest {

  private static final String SAMPLE = "patches/01-unexport-vma-expand.mbox";
  private static final List<String> LIBRARIES =
      List.of(
          "org.eclipse.cdt",
          "org.eclipse.jgit",
          "org.apache.james",
          "tools.jackson",
          "org.tomlj",
          "org.sqlite",
          "com.github.kagkarlsson",
          "org.mmlens.bot");

  @TempDir private Path folder;

  @Test
  void theVersionNeedsNoLibrary() throws Exception {
    assertEquals(Set.of(), loaded("--version"));
  }

  @Test
  void helpNeedsNoLibrary() throws Exception {
    assertEquals(Set.of(), loaded("help", "review"));
  }

  @Test
  void whatIsVisibleIsFoundWithoutTheParserAndWithoutJson() throws Exception {
    Set<String> loaded = loaded("surface", "--no-cache", SAMPLE);

    assertTrue(Set.of("org.eclipse.jgit").containsAll(loaded), "" + loaded);
  }

  @Test
  void configurationIsParsedWhereThereIsSome() throws Exception {
    assertEquals(Set.of(), loaded("config"));
    Path file = folder.resolve("config/mmlens/config.toml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "seed = 2");
    assertEquals(Set.of("org.tomlj"), loaded("config"));
  }

  /// {@return which libraries a command loads, in a JVM of its own}
  private Set<String> loaded(String... command) throws IOException, InterruptedException {
    Path log = folder.resolve("classes");
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xlog:class+load:file=" + log,
                "-Dmmlens.home=" + Path.of("").toAbsolutePath(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.mmlens.cli.Main"));
    line.addAll(List.of(command));
    var builder = new ProcessBuilder(line);
    builder.environment().put("XDG_CONFIG_HOME", folder.resolve("config").toString());
    Process process =
        builder.redirectErrorStream(true).redirectOutput(folder.resolve("output").toFile()).start();
    assertEquals(0, process.waitFor(), this::output);
    String classes = Files.readString(log);
    assertTrue(classes.contains("org.mmlens.cli.Main"), "the log lists classes");
    Set<String> found = new TreeSet<>(LIBRARIES);
    found.removeIf(library -> !classes.contains(library + "."));
    return found;
  }

  private String output() {
    try {
      return Files.readString(folder.resolve("output"));
    } catch (IOException e) {
      return e.toString();
    }
  }
}
